import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';

/** Goes through items that were there when it was made. */
abstract class DriveIterator<Item> extends GoogleObject {
  readonly #ids: readonly string[];
  readonly #make: (id: string) => Item;
  #next = 0;

  constructor(ids: readonly string[], make: (id: string) => Item) {
    super();
    this.#ids = ids;
    this.#make = make;
  }

  hasNext(): boolean {
    return this.#next < this.#ids.length;
  }

  next(): Item {
    const id = this.#ids[this.#next];
    if (id === undefined) throw new GoogleError('Cannot retrieve the next object: iterator has reached the end.');
    this.#next += 1;
    return this.#make(id);
  }

  /** What is still to come, so that another execution can go on. */
  getContinuationToken(): string {
    return Buffer.from(JSON.stringify([this._className, ...this.#ids.slice(this.#next)])).toString('base64url');
  }
}

export class FileIterator<Item> extends DriveIterator<Item> {}
export class FolderIterator<Item> extends DriveIterator<Item> {}

/** @throws GoogleError for a token of another kind or none at all */
export function idsOfToken(kind: string, token: unknown): string[] {
  try {
    const [made, ...ids] = JSON.parse(Buffer.from(String(token), 'base64url').toString()) as string[];
    if (made === kind && ids.every((id) => typeof id === 'string')) return ids;
  } catch {
    // Said below.
  }
  throw new GoogleError('Invalid argument: continuationToken');
}
