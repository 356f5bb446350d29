import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kernel } from '../../kernel/kernel.ts';

/**
 * Bytes too many for the store's JSON: pictures of documents, attachments, contents of files.
 * Each is a file named by its content, so the same bytes are kept once, a copy costs nothing,
 * and a kill leaves at worst a file that nobody names.
 */
export interface ByteShelf {
  /** @returns the name to read it by */
  keep(bytes: Uint8Array, extension?: string): string;
  read(name: string): Uint8Array;
  path(name: string): string;
}

export function byteShelf(kernel: Pick<Kernel, 'directory'>): ByteShelf {
  const directory = join(kernel.directory, 'bytes');
  const path = (name: string): string => join(directory, name);
  return {
    keep(bytes, extension = 'bin') {
      const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${extension}`;
      if (!existsSync(path(name))) {
        mkdirSync(directory, { recursive: true });
        writeFileSync(`${path(name)}.new`, bytes);
        renameSync(`${path(name)}.new`, path(name));
      }
      return name;
    },
    read: (name) => readFileSync(path(name)),
    path,
  };
}
