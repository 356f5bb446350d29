/**
 * Small things the add-in must remember between runs: ids of forms and their items, cursors.
 * They belong to the spreadsheet, so they lie in its document properties, as JSON.
 */
export function remember(key: string, value: unknown): void {
  PropertiesService.getDocumentProperties().setProperty(key, JSON.stringify(value));
}

export function recall<T>(key: string): T | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(key);
  return text === null ? undefined : (JSON.parse(text) as T);
}

/** All remembered values whose key begins with the prefix, by key without it. */
export function recallAll<T>(prefix: string): Record<string, T> {
  const all = PropertiesService.getDocumentProperties().getProperties();
  const found: Record<string, T> = {};
  for (const key of Object.keys(all)) {
    if (key.indexOf(prefix) === 0) found[key.slice(prefix.length)] = JSON.parse(all[key]!) as T;
  }
  return found;
}

/**
 * What may run twice at once runs one after the other. The script's lock and not the document's, which a web
 * app does not have: the script is bound to one spreadsheet, so both keep out the same.
 *
 * @throws when the lock is not free in 30 s
 */
export function oneAtATime<T>(work: () => T): T {
  const lock = LockService.getScriptLock();
  lock.waitLock(30_000);
  try {
    return work();
  } finally {
    // What was written must be seen by the next holder of the lock.
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

/** For long work of which one run is enough. @returns undefined when another run is at it */
export function unlessBusy<T>(work: () => T): T | undefined {
  // Not the lock that short work waits for: this may take minutes. A web app, which has no such lock, does no such work.
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(1000)) return undefined;
  try {
    return work();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}
