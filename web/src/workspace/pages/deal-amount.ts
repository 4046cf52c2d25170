/** The deal's own amount: one of the figures of its lines, taken over or kept when they change. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JsonObject, Totals } from '../../../../schema/contract.ts';
import { record, text } from '../../preview/paper-source.ts';
import { compareDecimals } from '../decimals.ts';
import { choiceField } from '../form-fields.ts';
import type { DocumentPage } from './document-page.ts';

const BASES = ['tcv', 'acv', 'arr', 'mrr'] as const;

/** Each figure that can be the amount, with its value and how it is shown. */
function figures(page: DocumentPage): { basis: string; value: string; label: string }[] {
  const reply = page.session.query({ get: 'summary' }) as Totals;
  const currency = text(page.head, 'currency');
  return BASES.map((basis) => {
    const value = reply.metrics[basis] ?? '';
    return {
      basis,
      value,
      label: `${basis.toUpperCase()} · ${page.workspace.money(value, currency)}`,
    };
  });
}

function chosen(page: DocumentPage): { amount: JsonObject; basis: string } {
  const amount = record(page.head['dealAmount']);
  return { amount, basis: text(amount, 'basis') || 'tcv' };
}

/** The amount as it was taken over: a currency that was changed since is not its own. */
function ownMoney(page: DocumentPage, amount: JsonObject): string {
  const currency = text(amount, 'currency') || text(page.head, 'currency');
  return page.workspace.money(text(amount, 'value'), currency);
}

function take(page: DocumentPage, basis: string): void {
  const value = figures(page).find((each) => each.basis === basis)?.value ?? '';
  page.set('/dealAmount', value === '' ? null : { basis, value });
}

/** The amount and its basis among the fields of the document. */
export function dealAmountFields(page: DocumentPage, disabled: boolean): TemplateResult {
  const { w } = page.workspace;
  const { amount, basis } = chosen(page);
  const choices = figures(page).map((each) => [each.basis, each.label] as const);
  return html`${choiceField(w('details.dealBasis'), basis, choices, (value) => take(page, value), { disabled, name: 'dealBasis' })}
    <div class="field">
      <span>${w('details.dealAmount')}</span>
      <span class="deal-amount">
        <bdi>${ownMoney(page, amount)}</bdi>
        ${
          disabled
            ? nothing
            : html`<button class="link" type="button" @click=${() => take(page, basis)}>
                ${w('details.dealUpdate')}
              </button>`
        }
      </span>
    </div>`;
}

/** The figure the amount would follow, where it is neither that nor was kept in spite of it. */
function openFigure(page: DocumentPage): { basis: string; value: string } | null {
  const { amount, basis } = chosen(page);
  const figure = figures(page).find((each) => each.basis === basis);
  if (!figure || figure.value === '') return null;
  const lines = (page.session.query({ get: 'ids' }) as { ids: readonly string[] }).ids.length;
  if (lines === 0 && text(amount, 'value') === '') return null;
  const value = text(amount, 'currency') === '' ? text(amount, 'value') : '';
  const settled = [value, text(amount, 'kept')];
  const known = settled.some((value) => value !== '' && compareDecimals(value, figure.value) === 0);
  return known ? null : figure;
}

/** Asks, once the lines are stored, whether the amount follows them. */
export function dealAmountQuestion(page: DocumentPage): TemplateResult | typeof nothing {
  const figure = openFigure(page);
  if (!figure) return nothing;
  const { w } = page.workspace;
  const { amount } = chosen(page);
  const currency = text(page.head, 'currency');
  const now = text(amount, 'value');
  let basis = figure.basis;
  const money = (value: string): string => page.workspace.money(value, currency);
  return html`<section class="question" role="status" aria-label=${w('details.dealAmount')}>
    <p>
      ${
        now === ''
          ? w('deal.askFirst')
          : w('deal.ask', {
              basis: figure.basis.toUpperCase(),
              value: money(figure.value),
              now: ownMoney(page, amount),
            })
      }
    </p>
    <div class="row-actions">
      ${choiceField(
        w('details.dealBasis'),
        basis,
        figures(page).map((each) => [each.basis, each.label] as const),
        (value) => (basis = value),
        { name: 'askedBasis' },
      )}
      <button type="button" @click=${() => take(page, basis)}>${w('deal.update')}</button>
      <button
        type="button"
        @click=${() => page.set('/dealAmount', { ...amount, basis: figure.basis, kept: figure.value })}
      >
        ${now === '' ? w('deal.later') : w('deal.keep', { now: ownMoney(page, amount) })}
      </button>
    </div>
  </section>`;
}
