/** A new document with what the settings give every document. */
import { addDays } from '../date/dates.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { kindPage, type Kind } from './kinds.ts';
import { newId, type Address, type LibraryTaxRate, type Settings } from './store/records.ts';

const OFFER_DAYS = 30;
/** What nobody is thanked with: a credit memo, and what no customer gets. */
const SILENT: ReadonlySet<string> = new Set(['deal', 'creditMemo']);

/** The members of an address that say something. */
export function addressState(address: Address): JsonObject {
  const entries = Object.entries(address).filter(
    ([, value]) => value !== '' && (!Array.isArray(value) || value.length > 0),
  );
  return Object.fromEntries(entries) as JsonObject;
}

/** What the settings say of the company itself, as a document carries it. */
export function issuerState(settings: Settings): JsonObject {
  const { issuer } = settings;
  const members: [string, Json][] = [
    ['name', issuer.name],
    ['address', addressState(issuer.address)],
    ['email', settings.email],
    ['taxId', issuer.taxId],
    ['bank', issuer.bank],
    ['logo', issuer.logo],
    ['accent', issuer.accent],
    ['template', issuer.template],
  ];
  const present = members.filter(
    ([, value]) => value !== '' && Object.keys(value as object).length > 0,
  );
  return Object.fromEntries(present);
}

/** A library rate as a document carries it. */
export function rateState(rate: LibraryTaxRate): JsonObject {
  const { id, name, percent } = rate;
  return { id, name, percent, ...(rate.included ? { inclusive: true } : {}) };
}

/** What the settings give a document of a kind that does not say it itself. */
function defaultsFor(kind: Kind, settings: Settings, today: string): JsonObject {
  const days = settings.termsDays;
  const billed = kind === 'invoice' || kind === 'quote' || kind === 'subscription';
  const last = kind === 'quote' ? addDays(today, OFFER_DAYS) : null;
  return {
    ...(billed ? { terms: days > 0 ? { type: 'net', days } : { type: 'receipt' } } : {}),
    ...(last === null ? {} : { expiresOn: last }),
    ...(settings.comments === '' || SILENT.has(kind) ? {} : { comments: settings.comments }),
    ...(kind === 'invoice' || kind === 'quote' || kind === 'paymentLink'
      ? { collect: { ...settings.collect, methods: [...settings.collect.methods] } }
      : {}),
  };
}

/**
 * A document made of another one, with what its source could not give it: a deal has no terms of
 * payment and a quote made of it does. Comments are the source's or none.
 */
export function giveDefaults(
  state: JsonObject,
  kind: Kind,
  settings: Settings,
  today: string,
): JsonObject {
  const missing = Object.entries(defaultsFor(kind, settings, today)).filter(
    ([name]) => name !== 'comments' && state[name] === undefined,
  );
  return { ...state, ...Object.fromEntries(missing) };
}

/** The state of a new document; `today` is the day on the wall. */
export function newDocument(
  kind: Kind,
  settings: Settings,
  rates: readonly LibraryTaxRate[],
  today: string,
): JsonObject {
  const { first } = kindPage(kind);
  const issuer = issuerState(settings);
  return {
    version: 1,
    id: newId('doc'),
    kind,
    currency: settings.currency,
    language: settings.language,
    locale: settings.locale,
    date: today,
    ...(first === '' ? {} : { status: first }),
    ...(Object.keys(issuer).length > 0 ? { issuer } : {}),
    ...(settings.owner === '' ? {} : { owner: settings.owner }),
    ...defaultsFor(kind, settings, today),
    ...(Object.keys(settings.policy ?? {}).length > 0 ? { policy: settings.policy ?? {} } : {}),
    source: 'crossfoot',
    taxRates: rates.filter(({ archived }) => archived !== true).map(rateState),
    lines: [],
  };
}
