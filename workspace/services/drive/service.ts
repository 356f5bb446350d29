import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { MIME } from '../../kernel/files.ts';
import { GoogleObject } from '../../kernel/google-object.ts';
import { type ItemMaker, noSuchItem } from './drive-item.ts';
import { ACCESSES, PERMISSIONS } from './enums.ts';
import { File } from './file.ts';
import { contentSizeBytes } from './file-content.ts';
import { Folder, ROOT } from './folder.ts';
import { createFileIn, createFolderIn, idsFound, idsWhere } from './folder-content.ts';
import { FileIterator, FolderIterator, idsOfToken } from './iterators.ts';

type DriveFile = GoogleAppsScript.Drive.File;
type DriveFolder = GoogleAppsScript.Drive.Folder;

/** Google gives a consumer account 15 GB. */
const STORAGE_LIMIT_BYTES = 15 * 1024 ** 3;

export const driveService: ServiceDefinition = { name: 'DriveApp', create: (execution) => new DriveApp(execution) };

export interface DriveApp extends Omit<GoogleAppsScript.Drive.DriveApp, 'Access' | 'Permission'> {}
export class DriveApp extends GoogleObject {
  readonly Access = ACCESSES;
  readonly Permission = PERMISSIONS;
  readonly #execution: Execution;
  readonly #make: ItemMaker;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
    this.#make = {
      file: (id) => new File(execution, id, this.#make) as unknown as DriveFile,
      folder: (id) => new Folder(execution, id, this.#make) as unknown as DriveFolder,
    };
  }

  getFileById(id: string): DriveFile {
    const { files } = this.#authorized('getFileById');
    if (typeof id !== 'string' || !files.get(id)) throw noSuchItem();
    return this.#make.file(id);
  }

  getFolderById(id: string): DriveFolder {
    const { files } = this.#authorized('getFolderById');
    if (id !== ROOT && files.get(id)?.mimeType !== MIME.folder) throw noSuchItem();
    return this.#make.folder(id);
  }

  getRootFolder(): DriveFolder {
    this.#authorized('getRootFolder');
    return this.#make.folder(ROOT);
  }

  createFile(...args: unknown[]): DriveFile {
    this.#authorized('createFile');
    return this.#make.file(createFileIn(this.#execution, ROOT, 'DriveApp.createFile', args));
  }

  createFolder(name: string): DriveFolder {
    this.#authorized('createFolder');
    return this.#make.folder(createFolderIn(this.#execution, ROOT, name));
  }

  getFiles(): FileIterator<DriveFile> {
    this.#authorized('getFiles');
    return this.#files(idsWhere(this.#execution, undefined, 'file'));
  }

  getFilesByName(name: string): FileIterator<DriveFile> {
    this.#authorized('getFilesByName');
    return this.#files(idsWhere(this.#execution, undefined, 'file', (file) => file.name === name));
  }

  getFilesByType(mimeType: string): FileIterator<DriveFile> {
    this.#authorized('getFilesByType');
    return this.#files(idsWhere(this.#execution, undefined, 'file', (file) => file.mimeType === mimeType));
  }

  getTrashedFiles(): FileIterator<DriveFile> {
    this.#authorized('getTrashedFiles');
    return this.#files(idsWhere(this.#execution, undefined, 'file', (file) => file.trashed));
  }

  searchFiles(params: string): FileIterator<DriveFile> {
    this.#authorized('searchFiles');
    return this.#files(idsFound(this.#execution, undefined, 'file', params));
  }

  continueFileIterator(continuationToken: string): FileIterator<DriveFile> {
    this.#authorized('continueFileIterator');
    return this.#files(idsOfToken('FileIterator', continuationToken));
  }

  getFolders(): FolderIterator<DriveFolder> {
    this.#authorized('getFolders');
    return this.#folders(idsWhere(this.#execution, undefined, 'folder'));
  }

  getFoldersByName(name: string): FolderIterator<DriveFolder> {
    this.#authorized('getFoldersByName');
    return this.#folders(idsWhere(this.#execution, undefined, 'folder', (folder) => folder.name === name));
  }

  getTrashedFolders(): FolderIterator<DriveFolder> {
    this.#authorized('getTrashedFolders');
    return this.#folders(idsWhere(this.#execution, undefined, 'folder', (folder) => folder.trashed));
  }

  searchFolders(params: string): FolderIterator<DriveFolder> {
    this.#authorized('searchFolders');
    return this.#folders(idsFound(this.#execution, undefined, 'folder', params));
  }

  continueFolderIterator(continuationToken: string): FolderIterator<DriveFolder> {
    this.#authorized('continueFolderIterator');
    return this.#folders(idsOfToken('FolderIterator', continuationToken));
  }

  addFile(child: DriveFile): DriveFolder {
    return this.getRootFolder().addFile(child);
  }

  removeFile(child: DriveFile): DriveFolder {
    return this.getRootFolder().removeFile(child);
  }

  addFolder(child: DriveFolder): DriveFolder {
    return this.getRootFolder().addFolder(child);
  }

  removeFolder(child: DriveFolder): DriveFolder {
    return this.getRootFolder().removeFolder(child);
  }

  getStorageLimit(): number {
    this.#authorized('getStorageLimit');
    return STORAGE_LIMIT_BYTES;
  }

  getStorageUsed(): number {
    const kernel = this.#authorized('getStorageUsed');
    return kernel.files.all().reduce((sum, file) => sum + contentSizeBytes(kernel, file.id), 0);
  }

  #authorized(method: string): Execution['kernel'] {
    this.#execution.requireAuthorization(`DriveApp.${method}`);
    return this.#execution.kernel;
  }

  #files(ids: readonly string[]): FileIterator<DriveFile> {
    return new FileIterator(ids, (id) => this.#make.file(id));
  }

  #folders(ids: readonly string[]): FolderIterator<DriveFolder> {
    return new FolderIterator(ids, (id) => this.#make.folder(id));
  }
}
