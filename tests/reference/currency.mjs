// ISO 4217 minor units and amounts in them. An amount is a whole number of minor units (BigInt),
// or null once it has overflowed.

import { rational, roundHalfAway } from './rational.mjs';

const words = (text) => text.trim().split(/\s+/);
const DIGITS = new Map();
for (const code of words('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'))
  DIGITS.set(code, 0);
for (const code of words('BHD IQD JOD KWD LYD OMR TND')) DIGITS.set(code, 3);
for (const code of words('CLF UYW')) DIGITS.set(code, 4);
for (const code of words(`
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
  CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
  GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
  MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
  PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
  TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWG`))
  DIGITS.set(code, 2);

/** The number of minor digits of an accepted code, or undefined. */
export const minorDigits = (code) => DIGITS.get(code);

/** Amounts of one currency. */
export class Currency {
  constructor(code) {
    this.code = code;
    this.digits = DIGITS.get(code);
    this.unit = 10n ** BigInt(this.digits);
    this.limit = 10n ** 15n * this.unit;
  }

  /** An exact major-unit value counted in minor units, still exact. */
  inMinor(exact) {
    return exact === null ? null : rational(exact.n * this.unit, exact.d);
  }

  /** An exact value rounded to the minor unit, half away from zero. */
  round(exact) {
    return exact === null ? null : roundHalfAway(this.inMinor(exact));
  }

  /** An amount back as an exact value in major units. */
  exact(amount) {
    return amount === null ? null : rational(amount, this.unit);
  }

  overflows(amount) {
    return amount === null || amount >= this.limit || amount <= -this.limit;
  }

  /** A sum of amounts: null when a part is null or the sum overflows. */
  total(amounts) {
    if (amounts.some((a) => a === null)) return null;
    const all = amounts.reduce((a, b) => a + b, 0n);
    return this.overflows(all) ? null : all;
  }

  /** The printed amount with exactly the currency's digits, or null. */
  text(amount) {
    if (amount === null) return null;
    const digits = (amount < 0n ? -amount : amount).toString().padStart(this.digits + 1, '0');
    const point = digits.length - this.digits;
    const text = this.digits ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
    return amount < 0n ? `-${text}` : text;
  }
}
