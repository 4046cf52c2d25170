/**
 * The cases of this folder: a list as somebody pastes or drops it, beside the lines that must come
 * out of it, or what must be said. README.md says how one is written.
 */
import { fileURLToPath } from 'node:url';
import { readdirSync, readFileSync } from 'node:fs';

export interface ListCase {
  readonly file: string;
  /** What it stands for, as a sentence. */
  readonly title: string;
  /** Why it does not come out yet; '' where it does. */
  readonly todo: string;
  readonly currency: string;
  readonly locale: string;
  readonly kind: string;
  readonly allowsNegative: boolean;
  /** True where somebody takes the offer to add the rates that the list names. */
  readonly addsRates: boolean;
  readonly taxRates: readonly {
    readonly id: string;
    readonly percent: string;
    readonly name: string;
  }[];
  readonly products: readonly {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly price: string;
    readonly currency: string;
  }[];
  /** The text as it comes. */
  readonly list: string;
  /** Each of these is right. */
  readonly outcomes: readonly (readonly string[])[];
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Tabs cannot be seen in a file, so a sign stands for them. */
const TAB = '⇥';

const parts = (text: string): string[] => text.split('|').map((each) => each.trim());

function readCase(file: string): ListCase {
  const text = readFileSync(FOLDER + file, 'utf8');
  const [head = '', list = '', ...outcomes] = text.split(/^--- .*\n/m);
  const [title = '', ...said] = head.trim().split('\n');
  const all = (word: string): string[] =>
    said.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  const [currency = '', locale = '', kind = 'quote'] = (all('into')[0] ?? '').split(' ');
  return {
    file,
    title,
    todo: all('todo')[0] ?? '',
    currency,
    locale,
    kind,
    allowsNegative: said.includes('allow negative prices'),
    addsRates: said.includes('add the rates'),
    taxRates: all('tax').map((each) => {
      const [id = '', percent = '', name = '', where] = parts(each);
      return { id, percent, name, ...(where === 'in prices' ? { inclusive: true } : {}) };
    }),
    products: all('product').map((each) => {
      const [id = '', sku = '', name = '', cost = ''] = parts(each);
      const [price = '', own = currency] = cost.split(' ');
      return { id, sku, name, price, currency: own };
    }),
    list: list.replaceAll(TAB, '\t').replace(/\n$/, ''),
    outcomes: outcomes.map((each) => each.trim().split('\n')),
  };
}

/** Every case, in the order of their files. */
export function listCases(): ListCase[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map(readCase);
}
