/** Reports over all documents. Every sum is the core's. */
import { html, type TemplateResult } from 'lit';
import { isRefusal } from '../../engine/refusal.ts';
import { download, toCsv } from '../list/export-rows.ts';
import { choiceField } from '../form-fields.ts';
import { negated } from '../../number/taken-off.ts';
import { formatDecimal } from '../../number/format.ts';
import type { DocumentRow } from '../store/records.ts';
import type { Page, Workspace } from '../workspace-context.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import { methodWord } from '../dialogs/payment.ts';
import { statusChip } from './index-page.ts';
import { gapsIn, type GivenNumbers } from '../store/given-numbers.ts';

interface Table {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | TemplateResult)[])[];
  readonly plain: readonly (readonly string[])[];
  readonly numeric: readonly number[];
  readonly note?: string;
}

type Period = 'month' | 'quarter' | 'year';

/** Under which name the chosen period is kept. */
const PERIOD = 'reports:period';

/** `2026-11-22` in a period: `2026-11`, `2026 Q4`, `2026`. */
export function periodOf(date: string, period: Period): string {
  const [year = '', month = '01'] = date.split('-');
  if (period === 'year') return year;
  return period === 'month' ? `${year}-${month}` : `${year} Q${Math.ceil(Number(month) / 3)}`;
}

/** An amount of a document as it counts in a sum over several: a credit memo gives back. */
function signed({ kind }: DocumentRow, amount: string): string {
  return kind === 'creditMemo' ? negated(amount) : amount;
}

/** What a document bills; '' where it is an offer, which bills nothing by itself. */
function billedBy(row: DocumentRow): string {
  if (row.kind !== 'invoice' && row.kind !== 'creditMemo') return '';
  return row.status === 'voided' ? '0' : signed(row, row.total);
}

export class ReportsPage implements Page {
  readonly #workspace: Workspace;
  #rows: readonly DocumentRow[] = [];
  #given: GivenNumbers = {};
  #period: Period = 'month';
  #ready = false;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#workspace.watch(this, this.#load());
  }

  news(): void {
    this.#workspace.watch(this, this.#load());
  }

  render(): TemplateResult {
    const { w } = this.#workspace;
    if (!this.#ready) return html``;
    const periods = (['month', 'quarter', 'year'] as const).map(
      (each) => [each, w(`report.${each}`)] as const,
    );
    return html`<div class="page-head">
        <h1>${w('nav.reports')}</h1>
        <div class="period">
          ${choiceField(w('report.period'), this.#period, periods, (value) => {
            this.#period = value as Period;
            void this.#workspace.store.setMeta(PERIOD, value);
            this.#workspace.requestUpdate();
          })}
        </div>
      </div>
      ${[this.#taxes(), this.#recurring(), this.#fees(), this.#journal()].map((table) =>
        this.#table(table),
      )}`;
  }

  async #load(): Promise<void> {
    const { store } = this.#workspace;
    this.#period = (await store.meta<Period>(PERIOD)) ?? this.#period;
    this.#given = await store.givenNumbers();
    this.#rows = await store.refreshForToday(await store.all<DocumentRow>('rows'));
    this.#ready = true;
    this.#workspace.requestUpdate();
  }

  /** Sums of lists of amounts in one currency, by the core. */
  #sums(currency: string, lists: readonly (readonly string[])[]): readonly string[] {
    const reply = this.#workspace.client.call('sum', { currency, lists });
    return isRefusal(reply) ? lists.map(() => '') : reply.sums;
  }

  /** Groups entries by a text key, in order of the keys. */
  #group<Entry>(entries: readonly Entry[], key: (entry: Entry) => string): [string, Entry[]][] {
    const groups = new Map<string, Entry[]>();
    for (const entry of entries) {
      const name = key(entry);
      const group = groups.get(name);
      if (group) group.push(entry);
      else groups.set(name, [entry]);
    }
    return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  #taxes(): Table {
    const { w } = this.#workspace;
    const counted = this.#rows.filter(
      (row) => row.number !== '' && row.status !== 'draft' && row.status !== 'voided',
    );
    const entries = counted.flatMap((row) =>
      row.taxes.map((tax) => ({
        period: periodOf(row.date, this.#period),
        name: tax.name,
        percent: tax.percent,
        currency: row.currency,
        base: tax.base === null ? null : signed(row, tax.base),
        amount: signed(row, tax.amount),
      })),
    );
    const key = ({ period, name, percent, currency }: (typeof entries)[number]): string =>
      [period, name, percent, currency].join('\u0000');
    const plain: string[][] = [];
    const rows = this.#group(entries, key).map(([, group]) => {
      const first = group[0];
      const currency = first?.currency ?? 'USD';
      const bases = group.flatMap((each) => (each.base === null ? [] : [each.base]));
      const [sum = '', tax = ''] = this.#sums(currency, [bases, group.map((each) => each.amount)]);
      // A tax per unit or on the whole document names no base: nought would be another fact.
      const base = bases.length < group.length ? '' : sum;
      plain.push([
        first?.period ?? '',
        first?.name ?? '',
        first?.percent ?? '',
        currency,
        base,
        tax,
      ]);
      return [
        first?.period ?? '',
        first?.name ?? '',
        formatDecimal(first?.percent ?? '', this.#workspace.locale),
        currency,
        base === '' ? '–' : this.#workspace.money(base, currency),
        this.#workspace.money(tax, currency),
      ];
    });
    return {
      title: w('report.taxes'),
      headers: [
        w('report.period'),
        w('library.name'),
        '%',
        w('details.currency'),
        w('report.base'),
        w('report.tax'),
      ],
      rows,
      plain,
      numeric: [2, 4, 5],
      note: `${w('report.taxesNote')} ${this.#workspace.translator.t('total.noTaxAdvice')}`,
    };
  }

  #recurring(): Table {
    const { w } = this.#workspace;
    const running = this.#rows.filter(
      (row) => row.kind === 'subscription' && ['active', 'unpaid'].includes(row.shown),
    );
    const plain: string[][] = [];
    const rows = this.#group(running, ({ currency }) => currency).map(([currency, group]) => {
      const [mrr = '', arr = ''] = this.#sums(currency, [
        group.map((row) => row.mrr || '0'),
        group.map((row) => row.arr || '0'),
      ]);
      plain.push([currency, String(group.length), mrr, arr]);
      return [
        currency,
        String(group.length),
        this.#workspace.money(mrr, currency),
        this.#workspace.money(arr, currency),
      ];
    });
    return {
      title: w('report.recurring'),
      headers: [w('details.currency'), w('nav.subscription'), 'MRR', 'ARR'],
      rows,
      plain,
      numeric: [1, 2, 3],
    };
  }

  #fees(): Table {
    const { w } = this.#workspace;
    const entries = this.#rows.flatMap((row) =>
      row.fees.map((fee) => ({
        period: periodOf(fee.date, this.#period),
        method: fee.method,
        currency: row.currency,
        amount: fee.amount,
      })),
    );
    const key = ({ period, method, currency }: (typeof entries)[number]): string =>
      [period, method, currency].join('\u0000');
    const plain: string[][] = [];
    const rows = this.#group(entries, key).map(([, group]) => {
      const first = group[0];
      const currency = first?.currency ?? 'USD';
      const [sum = ''] = this.#sums(currency, [group.map(({ amount }) => amount)]);
      const method = methodWord(this.#workspace, first?.method ?? '');
      plain.push([first?.period ?? '', method, currency, sum]);
      return [first?.period ?? '', method, currency, this.#workspace.money(sum, currency)];
    });
    return {
      title: w('report.fees'),
      headers: [w('report.period'), w('payment.method'), w('details.currency'), w('payment.fee')],
      rows,
      plain,
      numeric: [3],
    };
  }

  #journal(): Table {
    const { w } = this.#workspace;
    const collator = new Intl.Collator('en', { numeric: true });
    const numbered = this.#rows
      .filter((row) => row.number !== '')
      .toSorted((a, b) => collator.compare(a.number, b.number));
    const gaps = gapsIn(
      numbered.map(({ number }) => number),
      this.#given,
    );
    const kind = (row: DocumentRow): string =>
      this.#workspace.translator.lookup(`kind.${row.kind}`, row.kind);
    const rows = numbered.map((row) => [
      html`<a href="#/document/${encodeURIComponent(row.id)}"><bdi>${row.number}</bdi></a>`,
      kind(row),
      this.#workspace.day(row.date),
      row.customer,
      statusChip(this.#workspace, row.shown),
      row.currency,
      this.#workspace.money(billedBy(row), row.currency),
    ]);
    return {
      title: w('report.journal'),
      headers: [
        w('summary.number'),
        w('summary.kind'),
        w('property.date'),
        w('property.customer'),
        w('property.status'),
        w('property.currency'),
        w('report.billed'),
      ],
      rows,
      plain: numbered.map((row) => [
        row.number,
        kind(row),
        row.date,
        row.customer,
        w(`status.${row.shown}` as WorkspaceMessageKey),
        row.currency,
        billedBy(row),
      ]),
      numeric: [6],
      note: `${
        gaps.length === 0
          ? w('report.noGaps')
          : w('report.gaps', { numbers: gaps.slice(0, 20).join(', ') })
      } ${w('report.billedNote')}`,
    };
  }

  #table(table: Table): TemplateResult {
    const { w } = this.#workspace;
    const number = (index: number): string => (table.numeric.includes(index) ? 'number' : '');
    return html`<section class="report">
      <header>
        <h2>${table.title}</h2>
        <button
          type="button"
          ?disabled=${table.plain.length === 0}
          @click=${() =>
            download(
              `${table.title}.csv`,
              toCsv(table.headers, table.plain, {
                locale: this.#workspace.locale,
                numeric: table.numeric,
              }),
              'text/csv',
            )}
        >
          ${w('list.exportCsv')}
        </button>
      </header>
      ${
        table.rows.length === 0
          ? html`<p class="soft">${w('report.empty')}</p>`
          : html`<div class="table-wrap">
              <table class="records">
                <thead>
                  <tr>
                    ${table.headers.map((header, index) => html`<th scope="col" class=${number(index)}>${header}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${table.rows.map(
                    (cells) =>
                      html`<tr>
                        ${cells.map((cell, index) => html`<td class=${number(index)}><bdi>${cell}</bdi></td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
      ${table.note === undefined ? '' : html`<p class="soft">${table.note}</p>`}
    </section>`;
  }
}
