// What a database must offer to the store: two implementations, one contract.

/**
 * @typedef {(text: string, values?: unknown[]) => Promise<any[]>} Query answers the rows.
 *
 * @typedef {object} Database
 * @property {Query} query one statement on its own.
 * @property {<T>(work: (query: Query) => Promise<T>) => Promise<T>} transaction all or nothing:
 *   when `work` rejects nothing is kept; when it resolves, what was written survives the end of
 *   the process.
 * @property {() => Promise<void>} close
 */

export {};
