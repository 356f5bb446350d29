import { type FileRecord, MIME } from '../../kernel/files.ts';
import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { DriveItem, folderIdOf } from './drive-item.ts';
import { createFileIn, createFolderIn, idsFound, idsWhere } from './folder-content.ts';
import { FileIterator, FolderIterator } from './iterators.ts';

type DriveFile = GoogleAppsScript.Drive.File;
type DriveFolder = GoogleAppsScript.Drive.Folder;

export const ROOT = 'root';

export interface Folder extends Omit<GoogleAppsScript.Drive.Folder, keyof DriveItem> {}
export class Folder extends DriveItem {
  /** Google gives none for folders. */
  getSize(): number {
    return 0;
  }

  createFile(...args: unknown[]): DriveFile {
    return this._make.file(createFileIn(this._execution, this._id, 'DriveApp.Folder.createFile', args));
  }

  createFolder(name: string): DriveFolder {
    return this._make.folder(createFolderIn(this._execution, this._id, name));
  }

  getFiles(): FileIterator<DriveFile> {
    return this.#files(idsWhere(this._execution, this._id, 'file'));
  }

  getFilesByName(name: string): FileIterator<DriveFile> {
    return this.#files(idsWhere(this._execution, this._id, 'file', (file) => file.name === name));
  }

  getFilesByType(mimeType: string): FileIterator<DriveFile> {
    return this.#files(idsWhere(this._execution, this._id, 'file', (file) => file.mimeType === mimeType));
  }

  searchFiles(params: string): FileIterator<DriveFile> {
    return this.#files(idsFound(this._execution, this._id, 'file', params));
  }

  getFolders(): FolderIterator<DriveFolder> {
    return this.#folders(idsWhere(this._execution, this._id, 'folder'));
  }

  getFoldersByName(name: string): FolderIterator<DriveFolder> {
    return this.#folders(idsWhere(this._execution, this._id, 'folder', (folder) => folder.name === name));
  }

  searchFolders(params: string): FolderIterator<DriveFolder> {
    return this.#folders(idsFound(this._execution, this._id, 'folder', params));
  }

  /** The file then lies in this folder too; `removeFile` takes it out of the other one. */
  addFile(child: DriveFile): this {
    return this.#add('addFile', child);
  }

  removeFile(child: DriveFile): this {
    return this.#remove('removeFile', child);
  }

  addFolder(child: DriveFolder): this {
    return this.#add('addFolder', child);
  }

  removeFolder(child: DriveFolder): this {
    return this.#remove('removeFolder', child);
  }

  getParents(): FolderIterator<DriveFolder> {
    return this.#folders(this._record.parents);
  }

  /** @throws GoogleError when the folder would come to lie in itself */
  moveTo(destination: DriveFolder): this {
    const target = folderIdOf('DriveApp.Folder.moveTo', destination);
    for (let id: string | undefined = target; id !== undefined; id = this._kernel.files.get(id)?.parents[0]) {
      if (id === this._id) throw new GoogleError('A folder cannot be moved into itself.');
    }
    return this._change({ parents: [target] });
  }

  override get _record(): FileRecord {
    if (this._id !== ROOT) return super._record;
    return {
      id: ROOT,
      name: 'My Drive',
      mimeType: MIME.folder,
      parents: [],
      createdMs: 0,
      updatedMs: 0,
      trashed: false,
      description: '',
    };
  }

  override _change(change: Partial<Omit<FileRecord, 'id'>>): this {
    if (this._id === ROOT) throw new GoogleError('Access denied: DriveApp. The root folder cannot be changed.');
    return super._change(change);
  }

  #add(method: string, child: unknown): this {
    const { id, parents } = this.#child(method, child);
    if (!parents.includes(this._id)) this._kernel.files.change(id, { parents: [...parents, this._id] });
    return this;
  }

  #remove(method: string, child: unknown): this {
    const { id, parents } = this.#child(method, child);
    this._kernel.files.change(id, { parents: parents.filter((parent) => parent !== this._id) });
    return this;
  }

  #child(method: string, child: unknown): FileRecord {
    if (child instanceof DriveItem) return child._record;
    throw signatureError(`DriveApp.Folder.${method}`, [child]);
  }

  #files(ids: readonly string[]): FileIterator<DriveFile> {
    return new FileIterator(ids, (id) => this._make.file(id));
  }

  #folders(ids: readonly string[]): FolderIterator<DriveFolder> {
    return new FolderIterator(ids, (id) => this._make.folder(id));
  }
}
