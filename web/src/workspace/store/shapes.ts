/**
 * What an entry of each store looks like. What comes from a file is checked against it, and what is
 * read from the database is completed by it: a page never meets an entry without its members.
 */
import type { StoreName } from './database.ts';
import {
  FIRST_SETTINGS,
  NO_ADDRESS,
  type Company,
  type Contact,
  type DocumentRow,
  type LibraryTaxRate,
  type RowFee,
  type RowTax,
  type Settings,
} from './records.ts';

type Value =
  null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };
type Members = { readonly [name: string]: Value };

const ROW: DocumentRow = {
  id: '',
  kind: 'invoice',
  status: 'draft',
  shown: 'draft',
  until: '',
  number: '',
  title: '',
  customer: '',
  contact: '',
  email: '',
  owner: '',
  poNumber: '',
  date: '',
  dueDate: '',
  currency: 'USD',
  lines: 0,
  total: '',
  due: '',
  surplus: '',
  endsOn: '',
  mrr: '',
  arr: '',
  origin: '',
  originDue: '',
  corrects: [],
  updatedAt: '',
  asOf: '',
  taxes: [],
  fees: [],
};
const ROW_TAX: RowTax = { name: '', percent: '', base: null, amount: '0' };
const ROW_FEE: RowFee = { date: '', amount: '0', method: '' };
const RATE: LibraryTaxRate = { id: '', name: '', percent: '' };
const CONTACT: Contact = { id: '', name: '', email: '', companyId: '' };
const COMPANY: Company = { id: '', name: '', taxId: '', address: NO_ADDRESS };
const PRODUCT = { id: '', name: '' };

/** Members that may be missing, by their store. */
const MORE = {
  taxRates: { included: false, archived: false },
  contacts: { archived: false },
  companies: { archived: false },
  settings: { policy: {}, localeChosen: false },
};

/** What the members of a list look like, by the name of the list. */
const ITEMS: Readonly<Record<string, Value>> = {
  taxes: ROW_TAX,
  fees: ROW_FEE,
  corrects: { id: '', number: '' },
  lines: '',
  methods: '',
  snippets: { id: '', name: '', text: '' },
};

/** What the members of an object without fixed names look like, by the name of the object. */
const NAMED: Readonly<Record<string, Value>> = {
  prefixes: '',
  firstNumbers: '',
  prices: '',
  capabilities: true,
  kindCapabilities: {},
};

const ENTRIES: Readonly<Partial<Record<StoreName, Members>>> = {
  rows: ROW,
  products: PRODUCT,
  taxRates: RATE,
  contacts: CONTACT,
  companies: COMPANY,
};

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a value is not what is looked for, as a path; null where it fits. */
function faultIn(value: unknown, like: Value, name: string): string | null {
  if (Array.isArray(like)) {
    if (!Array.isArray(value)) return name;
    const item = ITEMS[name.split('/').at(-1) ?? ''];
    return item === undefined ? null : firstFault(value.entries(), () => item, name);
  }
  if (like === null) return value === null || typeof value === 'string' ? null : name;
  if (!isMembers(like)) return typeof value === typeof like ? null : name;
  if (!isMembers(value)) return name;
  const any = NAMED[name.split('/').at(-1) ?? ''];
  return firstFault(Object.entries(value), (member) => any ?? like[String(member)], name);
}

function firstFault(
  members: Iterable<readonly [string | number, unknown]>,
  likeOf: (member: string | number) => Value | undefined,
  name: string,
): string | null {
  for (const [member, value] of members) {
    const like = likeOf(member);
    const fault = like === undefined ? null : faultIn(value, like, `${name}/${member}`);
    if (fault !== null) return fault;
  }
  return null;
}

/** A value with all members of its kind; those of another kind are as if they were missing. */
function completed(value: unknown, like: Value, name: string): Value {
  if (Array.isArray(like)) {
    const item = ITEMS[name];
    if (!Array.isArray(value)) return like;
    return value
      .filter((each) => item === undefined || faultIn(each, item, '') !== '')
      .map((each) => (item === undefined ? (each as Value) : completed(each, item, '')));
  }
  if (like === null) return typeof value === 'string' ? value : null;
  if (!isMembers(like)) return typeof value === typeof like ? (value as Value) : like;
  const given = isMembers(value) ? value : {};
  const any = NAMED[name];
  const own = Object.entries(given).filter(
    ([member, each]) => member in like || any === undefined || faultIn(each, any, '') !== '',
  );
  const known = Object.entries(like).map(([member, each]) => [
    member,
    completed(given[member], each, member),
  ]);
  return { ...Object.fromEntries(own), ...Object.fromEntries(known) } as Value;
}

/** Where an entry from a file is not what its store holds; null where it is. */
export function faultOfEntry(store: StoreName, entry: unknown): string | null {
  const id = (entry as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || id === '') return store;
  const name = `${store}/${id}`;
  if (store === 'meta') return id === 'settings' ? faultOfSettings(entry as Members, name) : null;
  const like = ENTRIES[store];
  const more = MORE[store as keyof typeof MORE] ?? {};
  return like === undefined ? null : faultIn(entry, { ...like, ...more }, name);
}

function faultOfSettings({ value }: Members, name: string): string | null {
  const like = { ...FIRST_SETTINGS, ...MORE.settings };
  return faultIn(value, like, name);
}

/** An entry with all that its store holds. */
export function completedEntry<Entry>(store: StoreName, entry: Entry): Entry {
  const like = ENTRIES[store];
  return like === undefined ? entry : (completed(entry, like, store) as Entry);
}

/** Settings with every member; what cannot be one is as it was at first. */
export function completedSettings(stored: unknown): Settings {
  return completed(stored, FIRST_SETTINGS, 'settings') as Settings;
}
