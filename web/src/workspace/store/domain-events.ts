/**
 * What the calendar brings for all documents of the workspace: payments due, reminders, failed
 * payments, terms that end. The core works the events out; the host acts on them.
 */
import type { DueEvent } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { EngineClient } from '../../engine/client.ts';
import { addDays } from '../../date/dates.ts';
import type { DocumentRecord, DocumentRow } from './records.ts';
import { asWritten, callVerbatim } from './verbatim.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** An event of the core (`events`), with the document that it is about. */
export type DomainEvent = DueEvent & {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
};

/** Kinds of documents that the calendar says anything about. */
const WITH_EVENTS = new Set(['subscription', 'invoice', 'quote']);
/** The core answers for ten years at once. */
const MOST_DAYS = 3650;
const TOLD_UNTIL = 'eventsUntil';

/** The events of all documents between two days, both included, by date. */
export async function domainEvents(
  store: WorkspaceStore,
  client: EngineClient,
  from: string,
  to: string,
): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  for (const { id, kind, number } of await store.all<DocumentRow>('rows')) {
    const found = WITH_EVENTS.has(kind)
      ? await store.one<DocumentRecord>('documents', id)
      : undefined;
    if (!found) continue;
    const reply = callVerbatim(client, 'events', { state: asWritten(found.state), from, to });
    if (isRefusal(reply)) continue;
    for (const event of reply.events) events.push({ ...event, id, kind, number });
  }
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * Tells each event once, whatever tab it falls to: those of the days since the last time, today
 * included. A workspace that is opened for the first time begins with today.
 */
export function tellNewEvents(
  store: WorkspaceStore,
  client: EngineClient,
  today: string,
  tell: (event: DomainEvent) => void,
): Promise<void> {
  return navigator.locks.request('crossfoot-events', async () => {
    const last = await store.meta<string>(TOLD_UNTIL);
    if (last !== undefined && last >= today) return;
    const oldest = addDays(today, -MOST_DAYS) ?? today;
    const next = last === undefined ? today : (addDays(last, 1) ?? today);
    const events = await domainEvents(store, client, next < oldest ? oldest : next, today);
    await store.setMeta(TOLD_UNTIL, today);
    events.forEach(tell);
  }) as Promise<void>;
}
