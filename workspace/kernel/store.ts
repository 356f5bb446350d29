import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * All state of a workspace: named JSON values and named append-only lists, kept in memory,
 * written as a snapshot and a journal.
 *
 * Each change is one line of the journal, so a kill at any moment leaves a prefix of whole
 * changes; `transaction` makes several changes one line. A torn last line is dropped, with a
 * message. Opening takes the snapshot, replays the journal and, when that has grown, writes
 * a new snapshot to a temporary file and renames it.
 */
export interface Store {
  get<T>(key: string): T | undefined;
  /** The value must be plain JSON and must not be changed in place afterwards. */
  put(key: string, value: unknown): void;
  delete(key: string): void;
  /** Adds to the end of a list; a list is read whole with `list`. */
  append(key: string, item: unknown): void;
  list<T>(key: string): readonly T[];
  /** Keys that begin so. Cheap where few keys share what is before the first colon: 'trigger:…'. */
  keys(prefix: string): string[];
  /** Changes made inside are one line of the journal: all or none. May be nested. */
  transaction<T>(work: () => T): T;
  /** Writes a snapshot and starts an empty journal. */
  compact(): void;
  close(): void;
}

type Change = { put: string; value: unknown } | { delete: string } | { append: string; item: unknown };

interface Snapshot {
  format: 1;
  /** Journals older than this number are already in the snapshot. */
  journal: number;
  values: Record<string, unknown>;
  lists: Record<string, unknown[]>;
}

/** Journal lines after which opening writes a new snapshot. */
const LINES_BEFORE_COMPACTION = 20_000;
/** And after which it is written in the middle of work, where it takes a moment. */
const LINES_BEFORE_COMPACTION_OPEN = 200_000;

/** @param warn told about a dropped torn line */
export function openStore(directory: string, warn: (message: string) => void = () => {}): Store {
  mkdirSync(directory, { recursive: true });
  return new FileStore(directory, warn);
}

class FileStore implements Store {
  readonly #values = new Map<string, unknown>();
  readonly #lists = new Map<string, unknown[]>();
  /** Keys by what is before their first colon, in the order of their making. */
  readonly #families = new Map<string, Set<string>>();
  readonly #directory: string;
  #journalNumber = 0;
  #journal = -1;
  #lines = 0;
  #pending: Change[] | undefined;

  constructor(directory: string, warn: (message: string) => void) {
    this.#directory = directory;
    this.#readSnapshot();
    this.#replay(warn);
    if (this.#lines > LINES_BEFORE_COMPACTION) this.compact();
    else this.#journal = openSync(this.#journalFile(this.#journalNumber), 'a');
  }

  get<T>(key: string): T | undefined {
    return this.#values.get(key) as T | undefined;
  }

  put(key: string, value: unknown): void {
    this.#record({ put: key, value });
  }

  delete(key: string): void {
    this.#record({ delete: key });
  }

  append(key: string, item: unknown): void {
    this.#record({ append: key, item });
  }

  list<T>(key: string): readonly T[] {
    return (this.#lists.get(key) ?? []) as T[];
  }

  keys(prefix: string): string[] {
    const family = prefix.includes(':') ? [this.#families.get(familyOf(prefix)) ?? []] : this.#families.values();
    const found: string[] = [];
    for (const keys of family) for (const key of keys) if (key.startsWith(prefix)) found.push(key);
    return found;
  }

  transaction<T>(work: () => T): T {
    if (this.#pending) return work();
    this.#pending = [];
    try {
      return work();
    } finally {
      // What was changed in memory is written even when the work threw: memory and journal must agree.
      const changes = this.#pending;
      this.#pending = undefined;
      if (changes.length > 0) this.#write(changes);
    }
  }

  compact(): void {
    const next = this.#journalNumber + 1;
    const snapshot: Snapshot = {
      format: 1,
      journal: next,
      values: Object.fromEntries(this.#values),
      lists: Object.fromEntries(this.#lists),
    };
    const temporary = join(this.#directory, 'snapshot.json.new');
    const file = openSync(temporary, 'w');
    writeSync(file, JSON.stringify(snapshot));
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, join(this.#directory, 'snapshot.json'));
    if (this.#journal >= 0) closeSync(this.#journal);
    // From here on nothing reads it; a kill before this line leaves it lying, which harms nothing.
    rmSync(this.#journalFile(this.#journalNumber), { force: true });
    this.#journalNumber = next;
    this.#lines = 0;
    this.#journal = openSync(this.#journalFile(next), 'w');
  }

  close(): void {
    if (this.#journal < 0) return;
    fsyncSync(this.#journal);
    closeSync(this.#journal);
    this.#journal = -1;
  }

  #journalFile(number: number): string {
    return join(this.#directory, `journal-${number}.ndjson`);
  }

  #readSnapshot(): void {
    const path = join(this.#directory, 'snapshot.json');
    if (!existsSync(path)) return;
    const snapshot = JSON.parse(readFileSync(path, 'utf8')) as Snapshot;
    this.#journalNumber = snapshot.journal;
    for (const [key, value] of Object.entries(snapshot.values)) this.#apply({ put: key, value });
    for (const [key, items] of Object.entries(snapshot.lists)) {
      this.#register(key);
      this.#lists.set(key, items);
    }
  }

  #replay(warn: (message: string) => void): void {
    const path = this.#journalFile(this.#journalNumber);
    if (!existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    for (const line of whole.split('\n')) {
      if (line === '') continue;
      this.#lines += 1;
      for (const change of JSON.parse(line) as Change[]) this.#apply(change);
    }
    if (whole.length < text.length) {
      warn(`the last line of ${path} was cut off in the middle and has been dropped`);
      this.compact();
    }
  }

  #record(change: Change): void {
    this.#apply(change);
    if (this.#pending) this.#pending.push(change);
    else this.#write([change]);
  }

  #write(changes: Change[]): void {
    if (this.#journal < 0) throw new Error('the workspace store is closed');
    writeSync(this.#journal, `${JSON.stringify(changes)}\n`);
    this.#lines += 1;
    if (this.#lines > LINES_BEFORE_COMPACTION_OPEN) this.compact();
  }

  #apply(change: Change): void {
    if ('put' in change) {
      this.#register(change.put);
      this.#values.set(change.put, change.value);
    } else if ('delete' in change) {
      this.#families.get(familyOf(change.delete))?.delete(change.delete);
      this.#values.delete(change.delete);
      this.#lists.delete(change.delete);
    } else {
      const items = this.#lists.get(change.append);
      if (items) items.push(change.item);
      else {
        this.#register(change.append);
        this.#lists.set(change.append, [change.item]);
      }
    }
  }

  #register(key: string): void {
    const name = familyOf(key);
    const family = this.#families.get(name);
    if (family) family.add(key);
    else this.#families.set(name, new Set([key]));
  }
}

function familyOf(key: string): string {
  const colon = key.indexOf(':');
  return colon < 0 ? key : key.slice(0, colon);
}
