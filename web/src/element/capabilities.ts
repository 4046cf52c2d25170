/**
 * What the host lets this session do. The core enforces it; the editor asks the core, so that what
 * it offers is what would be carried out.
 */
import { isRefusal, type EnginePort, type JsonObject } from '../store/engine-port.ts';

export const CAPABILITIES = [
  'edit',
  'editPrices',
  'editQuantities',
  'editDiscounts',
  'editTaxes',
  'editBilling',
  'editAdjustments',
  'editPolicy',
  'addLines',
  'addCustomLines',
  'removeLines',
  'moveLines',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

/** The columns a capability governs, by state field. */
const GOVERNED: Readonly<Record<string, Capability>> = {
  unitPrice: 'editPrices',
  cost: 'editPrices',
  pricing: 'editPrices',
  quantity: 'editQuantities',
  discount: 'editDiscounts',
  taxRateIds: 'editTaxes',
  billing: 'editBilling',
};

/** The capability a state field of a line needs, besides `edit`. */
export function capabilityFor(field: string): Capability | null {
  return GOVERNED[field] ?? null;
}

/** The flags in force; a flag the core does not name is granted. */
export function readCapabilities(engine: EnginePort): Readonly<Record<string, boolean>> {
  const reply = engine.query({ get: 'may' });
  if (isRefusal(reply) || typeof reply !== 'object' || reply === null) return {};
  const flags = ((reply as JsonObject)['may'] ?? reply) as JsonObject;
  return Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, value !== false]));
}
