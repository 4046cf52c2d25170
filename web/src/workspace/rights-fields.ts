/** What may be edited: for all documents, for a kind, for one document; the closer word counts. */
import type { TemplateResult } from 'lit';
import { CAPABILITIES } from '../store/capabilities.ts';
import { tickField } from './form-fields.ts';
import type { Settings } from './store/records.ts';
import type { Workspace } from './workspace-context.ts';

/** Capability flags by name; a missing one says nothing. */
export type Rights = Readonly<Record<string, boolean>>;

/** What holds for a document: its own word, else that of its kind, else the general one. */
export function rightsFor(settings: Settings, kind: string, own: Rights = {}): Rights {
  return { ...settings.capabilities, ...settings.kindCapabilities[kind], ...own };
}

/** A tick for each capability. `change` gets the flag that was ticked or unticked. */
export function rightsFields(
  flag: Workspace['flag'],
  rights: Rights,
  change: (flag: string, on: boolean) => void,
): TemplateResult[] {
  return CAPABILITIES.filter((name) => name !== 'readOnly').map((name) =>
    tickField(flag(name), rights[name] !== false, (on) => change(name, on), { name }),
  );
}
