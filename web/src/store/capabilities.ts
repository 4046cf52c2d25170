/**
 * What the host lets this session do. The core enforces it; the editor asks the core, so that what
 * it offers is what would be carried out.
 */
import type { Capabilities } from '../../../schema/contract.ts';
import type { DocumentSession } from '../engine/client.ts';
import { isRefusal } from '../engine/refusal.ts';

/** The flags of the core; each is true unless the host says false, but readOnly. */
export const CAPABILITIES = [
  'readOnly',
  'addLines',
  'addCustomLines',
  'removeLines',
  'moveLines',
  'editDetails',
  'editPrices',
  'editQuantities',
  'editDiscounts',
  'editTaxes',
  'editBilling',
  'editAdjustments',
  'editDocument',
] as const satisfies readonly CapabilityFlag[];

export type CapabilityFlag = keyof Capabilities;
/** What parts ask for; `edit` is anything at all, `undo` to go back and forth in the history. */
export type Capability = Exclude<CapabilityFlag, 'readOnly'> | 'edit' | 'undo';

/** What the session may not do, by name; what is not named is allowed. */
export type CapabilityFlags = Capabilities;

/** What a session may do, as the core has it. */
export interface Rights {
  readonly flags: Readonly<Record<string, boolean>>;
  /** The capability that an edit of a line's member needs, where it is not `editDetails`. */
  readonly line: Readonly<Record<string, Capability>>;
}

/** Before the core was asked: everything. */
export const ALL_RIGHTS: Rights = { flags: {}, line: {} };

/** The capability that an edit of a member of a line needs. */
export function capabilityFor(rights: Rights, member: string): Capability {
  return rights.line[member] ?? 'editDetails';
}

/** True where flags in force grant a capability; a flag the core does not name is granted. */
export function grants({ flags }: Rights, capability: Capability): boolean {
  // A step that locked the document may be one that can be undone: the core knows which.
  if (capability === 'undo') return flags['hostReadOnly'] !== true;
  if (flags['readOnly'] === true) return false;
  return capability === 'edit' || flags[capability] !== false;
}

/** What the session may do; a document past its draft is read-only. */
export function readRights(engine: DocumentSession): Rights {
  const reply = engine.query({ get: 'may' });
  const { may, lineRights } = isRefusal(reply) ? { may: {}, lineRights: {} } : reply;
  const lifecycle = engine.query({ get: 'lifecycle' });
  const editable = isRefusal(lifecycle) || lifecycle.editable;
  const own = { ...may };
  const hostReadOnly = own['readOnly'] === true;
  return {
    flags: { ...own, hostReadOnly, readOnly: hostReadOnly || !editable },
    line: lineRights as Rights['line'],
  };
}
