import type { Messages } from './translator.ts';
export const messages: Partial<Messages> = {};
