// The little of IndexedDB that is needed here, as promises.

/** Opens a database, making the object stores that are missing. */
export function openDatabase(name: string, stores: string[]): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    for (const store of stores) opening.result.createObjectStore(store);
  };
  return request(opening);
}

/** The result of a request. */
export function request<T>(source: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    source.onsuccess = () => resolve(source.result);
    source.onerror = () => reject(source.error);
  });
}
