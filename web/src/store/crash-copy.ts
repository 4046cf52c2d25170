/**
 * Local storage reaches the disk seconds after it was written: a browser that is killed loses them.
 * What matters is copied to the database, which loses half a second at most, and is brought back
 * when a page starts.
 */
const DATABASE = 'crossfoot-copies';
const STORE = 'texts';
/** When an item of local storage was written, beside it. */
const TIME = 'crossfoot.at.';

interface Copy {
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

let database: Promise<IDBDatabase | null> | null = null;
let isBack: Promise<void> | null = null;

function openCopies(): Promise<IDBDatabase | null> {
  database ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return database;
}

/** Writes an item of local storage, and a copy of it. Throws where local storage takes it not. */
export function keepItem(key: string, text: string): void {
  localStorage.setItem(key, text);
  const at = Date.now();
  localStorage.setItem(TIME + key, String(at));
  void openCopies().then((opened) => {
    if (!opened) return;
    const transaction = opened.transaction(STORE, 'readwrite');
    transaction.objectStore(STORE).put({ key, text, at } satisfies Copy);
    transaction.commit();
  });
}

function allCopies(opened: IDBDatabase): Promise<Copy[]> {
  return new Promise((resolve) => {
    const request = opened.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<Copy[]>;
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve([]);
  });
}

async function bringBack(): Promise<void> {
  const opened = await openCopies();
  for (const { key, text, at } of opened ? await allCopies(opened) : []) {
    try {
      if (at <= Number(localStorage.getItem(TIME + key) ?? '0')) continue;
      localStorage.setItem(key, text);
      localStorage.setItem(TIME + key, String(at));
    } catch {
      return;
    }
  }
}

/** Fulfilled once local storage holds again what it lost; looked for once a page. */
export function itemsAreBack(): Promise<void> {
  isBack ??= bringBack();
  return isBack;
}
