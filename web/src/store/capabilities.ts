/**
 * What the host lets this session do. The core enforces it; the editor asks the core, so that what
 * it offers is what would be carried out.
 */
import { isRefusal, type EnginePort, type JsonObject } from './engine-port.ts';

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
] as const;

export type CapabilityFlag = (typeof CAPABILITIES)[number];
/** What parts ask for; `edit` is anything at all, `undo` to go back and forth in the history. */
export type Capability = Exclude<CapabilityFlag, 'readOnly'> | 'edit' | 'undo';

/** What the session may not do, by name; what is not named is allowed. */
export type CapabilityFlags = Partial<Record<CapabilityFlag, boolean>>;

/** The capability that an edit of a state field of a line needs. */
const GOVERNED: Readonly<Record<string, Capability>> = {
  unitPrice: 'editPrices',
  cost: 'editPrices',
  pricing: 'editPrices',
  quantity: 'editQuantities',
  discount: 'editDiscounts',
  taxRateIds: 'editTaxes',
  billing: 'editBilling',
};

/** The capability a state field of a line needs. */
export function capabilityFor(field: string): Capability {
  return GOVERNED[field] ?? 'editDetails';
}

/** True where flags in force grant a capability; a flag the core does not name is granted. */
export function grants(flags: Readonly<Record<string, boolean>>, capability: Capability): boolean {
  // A step that locked the document may be one that can be undone: the core knows which.
  if (capability === 'undo') return flags['hostReadOnly'] !== true;
  if (flags['readOnly'] === true) return false;
  return capability === 'edit' || flags[capability] !== false;
}

/** The flags in force, as the core has them; a document past its draft is read-only. */
export function readCapabilities(engine: EnginePort): Readonly<Record<string, boolean>> {
  const reply = engine.query({ get: 'may' });
  const flags = isRefusal(reply) ? {} : ((reply as JsonObject)['may'] as JsonObject);
  const granted = Object.entries(flags).map(([name, value]) => [name, value === true]);
  const lifecycle = engine.query({ get: 'lifecycle' });
  const editable = isRefusal(lifecycle) || (lifecycle as JsonObject)['editable'] !== false;
  const own = Object.fromEntries(granted);
  const hostReadOnly = own['readOnly'] === true;
  return { ...own, hostReadOnly, readOnly: hostReadOnly || !editable };
}
