// A seeded source of choices: the same seed gives the same documents everywhere.

import { JsonNumber } from './json.mjs';

/** Spreads every bit of a 64-bit number over all others. */
function mix(z) {
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

export class Random {
  /** Neighbouring seeds give unrelated sequences. */
  constructor(seed) {
    this.state = mix(mix(BigInt.asUintN(64, BigInt(seed))) + 0x1234567n);
  }

  /** 32 random bits. */
  bits() {
    this.state = BigInt.asUintN(64, this.state + 0x9e3779b97f4a7c15n);
    return Number(mix(this.state) >> 32n);
  }

  /** A whole number in [low, high]. */
  between(low, high) {
    return low + (this.bits() % (high - low + 1));
  }

  /** True with the probability percent/100. */
  chance(percent) {
    return this.between(0, 99) < percent;
  }

  pick(values) {
    return values[this.between(0, values.length - 1)];
  }

  /** One of the keys of `weights`, as likely as its weight. */
  weighted(weights) {
    const entries = Object.entries(weights);
    let at = this.between(0, entries.reduce((n, [, w]) => n + w, 0) - 1);
    for (const [key, weight] of entries) {
      if (at < weight) return key;
      at -= weight;
    }
    return entries[0][0];
  }

  /** A list of n values made by `make(index)`. */
  list(n, make) {
    return Array.from({ length: n }, (_, i) => make(i));
  }

  /** Some of the values, each at most once, in random order. */
  some(values, count) {
    const rest = [...values];
    const taken = [];
    while (taken.length < count && rest.length > 0)
      taken.push(rest.splice(this.between(0, rest.length - 1), 1)[0]);
    return taken;
  }
}

/** digits × 10^−scale in plain notation. */
export function plainDecimal(digits, scale) {
  const negative = String(digits).startsWith('-');
  const text = String(digits)
    .replace('-', '')
    .padStart(scale + 1, '0');
  const point = text.length - scale;
  const plain = scale > 0 ? `${text.slice(0, point)}.${text.slice(point)}` : text;
  return negative ? `-${plain}` : plain;
}

/** A plain decimal in another notation of the same value. */
function respell(random, plain) {
  const style = random.between(0, 9);
  if (style === 0) return plain.includes('.') ? `${plain}00` : `${plain}.0`;
  if (style === 1) return `${plain}e0`;
  if (style === 2) return `${plain}E+0`;
  if (style === 3) {
    const scale = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
    const digits = BigInt(plain.replace('.', '')); // drops leading zeros
    return digits === 0n ? '0e-3' : `${digits}e-${scale}`;
  }
  return plain;
}

/** A decimal as the state may hold it: a string or a JSON number, now and then spelt oddly. */
export function spell(random, plain) {
  const text = random.chance(15) && !plain.includes('e') ? respell(random, plain) : plain;
  return random.chance(40) ? new JsonNumber(text) : text;
}
