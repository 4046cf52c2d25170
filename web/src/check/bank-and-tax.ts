/**
 * Bank account and tax numbers by their published check digits. What fails is worth a second look,
 * never a refusal: numbers are issued faster than lists of them. Loaded when somebody has one.
 */
import { countrySpecs, electronicFormatIBAN, validateIBAN } from 'ibantools';
import { stdnum } from 'stdnum';

/** Why a number is worth a second look; `country` is an ISO code. */
export type Doubt =
  | { readonly what: 'iban'; readonly country: string }
  | { readonly what: 'ibanLength'; readonly country: string; readonly length: number }
  | { readonly what: 'taxId'; readonly country: string };

const IBAN_START = /^(?:IBAN:?\s*)?([A-Z]{2}\s?\d{2}[A-Z0-9 ]*)/i;

/** The first account number of a text that begins like an IBAN and fails as one. */
export function doubtfulIban(text: string): Doubt | null {
  for (const line of text.split(/[\n,;]/)) {
    const found = IBAN_START.exec(line.trim())?.[1];
    if (found === undefined) continue;
    const iban = electronicFormatIBAN(found.split(/\s{2,}|\s+(?=BIC|SWIFT)/i)[0] ?? '') ?? '';
    const country = iban.slice(0, 2);
    const length = countrySpecs[country]?.chars ?? null;
    if (length === null || validateIBAN(iban).valid) continue;
    return iban.length === length
      ? { what: 'iban', country }
      : { what: 'ibanLength', country, length };
  }
  return null;
}

/** The numbers that identify a company for tax, per country: a valid one of them is enough. */
const TAX_IDS: Readonly<Record<string, readonly string[]>> = {
  AR: ['cuit'],
  AT: ['uid', 'tin'],
  AU: ['abn', 'acn'],
  BE: ['vat'],
  BG: ['vat'],
  BR: ['cnpj', 'cpf'],
  CA: ['bn', 'gst', 'qst'],
  CH: ['vat', 'uid'],
  CL: ['rut'],
  CY: ['vat'],
  CZ: ['dic', 'ico'],
  DE: ['vat', 'stnr', 'idnr'],
  DK: ['cvr'],
  EE: ['kmkr', 'registrikood'],
  ES: ['nif', 'cif', 'nie', 'dni'],
  FI: ['alv', 'ytunnus'],
  FR: ['tva', 'siren', 'siret'],
  GB: ['vat', 'utr'],
  GR: ['vat'],
  HR: ['oib'],
  HU: ['anum'],
  IE: ['vat'],
  IN: ['gstin', 'pan'],
  IS: ['vsk', 'kennitala'],
  IT: ['iva', 'codicefiscale'],
  JP: ['cn'],
  LT: ['pvm'],
  LU: ['tva'],
  LV: ['pvn'],
  MT: ['vat'],
  MX: ['rfc'],
  NL: ['btw', 'bsn'],
  NO: ['mva', 'orgnr'],
  PL: ['nip'],
  PT: ['nif', 'nipc'],
  RO: ['cif', 'cui'],
  SE: ['vat', 'orgnr'],
  SI: ['ddv'],
  SK: ['dph'],
};

/** Greece writes EL before its numbers, Northern Ireland XI. */
const PREFIXES: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' };

interface Validator {
  readonly validate: (number: string) => { readonly isValid: boolean };
}

function isValid(country: string, name: string, text: string): boolean {
  const validators = stdnum[country] as Readonly<Record<string, Validator>> | undefined;
  return validators?.[name]?.validate(text).isValid ?? false;
}

/** A tax number that fails as one of its country: that of its own prefix, else `country`. */
export function doubtfulTaxId(text: string, country: string): Doubt | null {
  const plain = text.trim().toUpperCase();
  const written = /^[A-Z]{2}/.exec(plain)?.[0] ?? '';
  const prefix = PREFIXES[written] ?? written;
  const where = prefix in TAX_IDS ? prefix : country;
  const names = TAX_IDS[where];
  if (plain === '' || !names) return null;
  const forms = prefix === where ? [plain, plain.slice(2)] : [plain];
  const fits = forms.some((form) => names.some((name) => isValid(where, name, form)));
  return fits ? null : { what: 'taxId', country: where };
}
