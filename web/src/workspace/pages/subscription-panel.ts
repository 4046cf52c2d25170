/** How a subscription stands today: paid, left, next, reminder, end; and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { isRefusal, type Subscription } from '../../engine/replies.ts';
import { text } from '../../preview/paper-source.ts';
import type { DocumentPage } from './document-page.ts';
import { statusChip } from './index-page.ts';

type Fact = readonly [label: string, value: string];

function textOrNone(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function facts(page: DocumentPage, standing: Subscription): Fact[] {
  const { w, translator } = page.workspace;
  const counts = new Intl.NumberFormat(page.workspace.locale);
  const day = (member: string): string => page.workspace.day(textOrNone(standing[member]));
  const count = (member: string): string =>
    typeof standing[member] === 'number' ? counts.format(standing[member]) : '';
  const next = day('next');
  const amount = textOrNone(standing['amount']);
  const currency = text(page.head, 'currency');
  const frequency = translator.lookup(`frequency.${standing.frequency}`, standing.frequency);
  return [
    [
      w('property.nextPayment'),
      next === '' ? '–' : `${next} · ${page.workspace.money(amount, currency)}`,
    ],
    [w('sub.reminder'), day('reminder')],
    [w('sub.frequency'), frequency],
    [w('sub.start'), day('start')],
    [w('sub.paid'), count('paid')],
    [w('sub.left'), count('left') || w('sub.renews')],
    [w('sub.end'), day('end')],
  ];
}

/** The panel of a subscription's page. */
export function subscriptionPanel(page: DocumentPage): TemplateResult | typeof nothing {
  if (page.kind !== 'subscription') return nothing;
  const { w } = page.workspace;
  const reply = page.session.query({ get: 'subscriptions', on: page.workspace.today });
  const standings = isRefusal(reply) ? [] : reply.subscriptions;
  return html`<section class="panel plain standing">
    <h2>${w('sub.title')}</h2>
    ${standings.length === 0 ? html`<p class="soft">${w('sub.noLines')}</p>` : nothing}
    ${
      standings.length > 1
        ? html`<p class="soft">${w('sub.several', { count: standings.length })}</p>`
        : nothing
    }
    ${standings.slice(0, 12).map(
      (standing) =>
        html`<dl>
          <div>
            <dt>${w('property.status')}</dt>
            <dd>${statusChip(page.workspace, textOrNone(standing['status']))}</dd>
          </div>
          ${facts(page, standing)
            .filter(([, value]) => value !== '')
            .map(
              ([label, value]) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd><bdi>${value}</bdi></dd>
                </div>`,
            )}
        </dl>`,
    )}
  </section>`;
}
