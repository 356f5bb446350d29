import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Store } from './store.ts';

export const MIME = {
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  document: 'application/vnd.google-apps.document',
  folder: 'application/vnd.google-apps.folder',
} as const;

/** What Drive knows of a file, whatever service made it. */
export interface FileRecord {
  id: string;
  name: string;
  mimeType: string;
  /** Folder ids; the root folder is 'root'. */
  parents: string[];
  createdMs: number;
  updatedMs: number;
  trashed: boolean;
  description: string;
}

export interface FileRegistry {
  create(file: { name: string; mimeType: string; parents?: string[] }): FileRecord;
  get(id: string): FileRecord | undefined;
  all(): FileRecord[];
  change(id: string, change: Partial<Omit<FileRecord, 'id'>>): FileRecord;
  remove(id: string): void;
}

const PREFIX = 'file:';

export function openFiles(store: Store, clock: Clock): FileRegistry {
  const get = (id: string): FileRecord | undefined => store.get<FileRecord>(PREFIX + id);
  return {
    create({ name, mimeType, parents = ['root'] }) {
      const at = clock.now();
      const file = {
        id: newFileId(),
        name,
        mimeType,
        parents,
        createdMs: at,
        updatedMs: at,
        trashed: false,
        description: '',
      };
      store.put(PREFIX + file.id, file);
      return file;
    },
    get,
    all() {
      return store.keys(PREFIX).map((key) => store.get<FileRecord>(key) as FileRecord);
    },
    change(id, change) {
      const before = get(id);
      if (!before) throw new Error(`no file ${id} in the workspace`);
      const file = { ...before, updatedMs: clock.now(), ...change };
      store.put(PREFIX + id, file);
      return file;
    },
    remove(id) {
      store.delete(PREFIX + id);
    },
  };
}

/** Looks like Google's: 44 characters, letters, digits, `-` and `_`. */
export function newFileId(): string {
  return `1${randomBytes(33).toString('base64url').slice(0, 43)}`;
}
