/** The engine of the package, with all that it takes and answers. */
export type * from '../../../schema/contract.ts';
export * from './client.ts';
export { isRefusal } from './refusal.ts';
