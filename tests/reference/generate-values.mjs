// Prices, quantities, percents and dates with the magnitudes and the ties that matter.

import { plainDecimal, spell } from './random.mjs';

/**
 * The values of one document. `tie` mode makes half units frequent; `scale` is the currency's
 * digits; `huge` brings magnitudes near and beyond the limits.
 */
export class Values {
  constructor(random, { scale, tie = false, huge = false }) {
    Object.assign(this, { random, scale, tie, huge, credit: random.chance(40) });
  }

  decimal(low, high, scale) {
    return plainDecimal(this.random.between(low, high), scale);
  }

  plainPrice() {
    const { random, scale } = this;
    if (this.huge && random.chance(60))
      return random.pick([
        '999999999999',
        '999999999999.999999',
        '500000000000',
        '123456789012.345678',
        '100000000000',
      ]);
    if (this.tie && random.chance(60))
      return plainDecimal(random.between(0, 4999) * 10 + 5, scale + 1);
    const style = random.between(0, 9);
    if (style === 0) return '0';
    if (style === 1) return this.decimal(0, 99999, scale + random.between(1, 4));
    if (style === 2) return plainDecimal(random.between(1, 99999), 12);
    if (style === 3)
      return plainDecimal(
        `${random.between(1, 999999)}${random.between(100000, 999999)}`,
        random.between(0, 6),
      );
    if (style < 6) return this.decimal(1, 2000, 0);
    return this.decimal(1, 99999, scale);
  }

  price(allowNegative = false) {
    const { random } = this;
    const plain = this.plainPrice();
    const negative =
      allowNegative && random.chance(this.credit ? 90 : 20) && !/^[0.]*$/.test(plain);
    return spell(random, negative ? `-${plain}` : plain);
  }

  quantity() {
    const { random } = this;
    const plain = () => {
      if (this.huge && random.chance(50))
        return random.pick(['999999999', '999999999.999999', '1000', '1000000']);
      if (this.tie && random.chance(40)) return this.decimal(0, 9, 0) + '.5';
      const style = random.between(0, 9);
      if (style === 0) return '0';
      if (style === 1) return this.decimal(1, 9999, random.between(1, 6));
      if (style === 2) return this.decimal(1, 99999, 0);
      return this.decimal(1, 20, 0);
    };
    return spell(random, plain());
  }

  percent(most = 100) {
    const { random } = this;
    const plain = () => {
      if (this.tie && random.chance(60))
        return random.pick(['50', '5', '15', '2.5', '12.5', '0.5', '37.5', '7.5', '25']);
      const style = random.between(0, 9);
      if (style === 0) return '0';
      if (style === 1) return String(most);
      if (style === 2) return this.decimal(1, 99999999, 6);
      if (style < 5) return this.decimal(1, 9999, 2);
      return this.decimal(1, 40, 0);
    };
    return spell(random, plain());
  }

  taxPercent() {
    const { random } = this;
    if (this.tie && random.chance(30))
      return spell(random, random.pick(['100', '60', '25', '300', '5', '10', '9.995', '9.996']));
    const style = random.between(0, 9);
    if (style < 5)
      return spell(
        random,
        random.pick(['21', '19', '8.875', '8.5', '10', '12', '5', '20', '7.7', '25', '0']),
      );
    if (style === 5)
      return spell(
        random,
        random.pick(['9.995', '9.996', '9.9959', '8.875', '0.005', '0.006', '12.3456']),
      );
    if (style === 6) return spell(random, this.decimal(1, 2000000, 5));
    return spell(random, this.decimal(1, 3000, 2));
  }

  amount(most = 5000) {
    const { random, scale } = this;
    if (this.tie && random.chance(40))
      return spell(random, plainDecimal(random.between(0, 400) * 10 + 5, scale + 1));
    if (this.huge && random.chance(20))
      return spell(random, random.pick(['999999999999', '900000000000000', '1e14', '1e20']));
    const style = random.between(0, 9);
    if (style === 0) return spell(random, '0');
    if (style === 1) return spell(random, this.decimal(1, 9999999, 6));
    return spell(random, this.decimal(1, most, Math.min(scale, 2)));
  }

  date() {
    return this.random.pick([
      '2026-11-22',
      '2026-11-22',
      '2024-01-31',
      '2024-02-29',
      '2023-02-28',
      '2025-12-31',
      '2026-08-30',
      '2027-03-29',
      '2028-02-29',
      '2000-01-01',
      '1999-12-31',
      '2026-01-01',
      '2026-04-30',
      '2100-02-28',
    ]);
  }

  /** A whole number, as text or JSON number. */
  whole(low, high) {
    return spell(this.random, String(this.random.between(low, high)));
  }
}
