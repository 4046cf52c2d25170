/** Tax rates that somebody made in a document: the library offers them in the next one. */
import type { JsonObject } from '../../../schema/contract.ts';
import { isPlainDecimal } from '../number/format.ts';
import { records, text } from '../preview/paper-source.ts';
import type { LibraryTaxRate } from './store/records.ts';
import type { WorkspaceStore } from './store/workspace-store.ts';

/** A rate of a document as the library keeps it; null where it is not finished, or is no percentage. */
function asLibraryRate(rate: JsonObject): LibraryTaxRate | null {
  const [id, name, percent] = ['id', 'name', 'percent'].map((member) => text(rate, member));
  const isWhole = id && name && percent && isPlainDecimal(percent) && rate['compound'] !== true;
  return isWhole ? { id, name, percent, included: rate['inclusive'] === true } : null;
}

const isSame = (a: LibraryTaxRate, b: LibraryTaxRate): boolean =>
  a.id === b.id || (a.name === b.name && a.percent === b.percent);

export class RatesMade {
  readonly #store: WorkspaceStore;
  /** The ids that came with the document, or were looked at. */
  readonly #known: Set<string>;

  constructor(store: WorkspaceStore, head: JsonObject) {
    this.#store = store;
    this.#known = new Set(records(head, 'taxRates').map((rate) => text(rate, 'id')));
  }

  /** Keeps those made since; the rates that the library did not have. */
  async keep(head: JsonObject): Promise<LibraryTaxRate[]> {
    const made = records(head, 'taxRates')
      .filter((rate) => !this.#known.has(text(rate, 'id')))
      .flatMap((rate) => asLibraryRate(rate) ?? []);
    if (made.length === 0) return [];
    const there = await this.#store.all<LibraryTaxRate>('taxRates');
    const fresh = made.filter((rate) => !there.some((each) => isSame(each, rate)));
    for (const { id } of made) this.#known.add(id);
    if (fresh.length > 0) await this.#store.put('taxRates', fresh);
    return fresh;
  }
}
