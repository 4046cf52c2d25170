/** The browser's database of the workspace: what is stored where, and promises around its requests. */

export type StoreName =
  'documents' | 'rows' | 'products' | 'taxRates' | 'contacts' | 'companies' | 'meta';

export const STORES: readonly StoreName[] = [
  'documents',
  'rows',
  'products',
  'taxRates',
  'contacts',
  'companies',
  'meta',
];

const VERSION = 1;

/** The answer of one request. */
export function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      reject(request.error ?? new DOMException('the database refused', 'UnknownError'));
  });
}

/** The end of a transaction: all of it is stored, or nothing. */
export function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void =>
      reject(transaction.error ?? new DOMException('the database refused', 'UnknownError'));
    transaction.oncomplete = () => resolve();
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}

/** Opens the database; made where it is not there. */
export function openDatabase(name = 'crossfoot-workspace'): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => {
      for (const store of STORES) {
        if (!request.result.objectStoreNames.contains(store)) {
          request.result.createObjectStore(store, { keyPath: 'id' });
        }
      }
    };
    request.onsuccess = () => {
      // A newer page in another tab may have to change the database.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () =>
      reject(request.error ?? new DOMException('the database refused', 'UnknownError'));
    request.onblocked = () =>
      reject(new DOMException('another tab holds an older version open', 'BlockedError'));
  });
}
