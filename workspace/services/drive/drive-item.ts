import type { Execution } from '../../kernel/execution.ts';
import { type FileRecord, MIME } from '../../kernel/files.ts';
import { type GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { addressList, bareAddress } from '../mail/addresses.ts';
import { fileUrl } from './addresses.ts';
import { User } from './drive-user.ts';
import { ACCESSES, PERMISSIONS } from './enums.ts';
import { changeSharing, type Role, share, sharingOf, unshare } from './sharing.ts';

/** Makes the objects a script sees; files lead to folders and folders to files. */
export interface ItemMaker {
  file(id: string): GoogleAppsScript.Drive.File;
  folder(id: string): GoogleAppsScript.Drive.Folder;
}

/** What files and folders have in common. */
export abstract class DriveItem extends GoogleObject {
  readonly _execution: Execution;
  readonly _id: string;
  readonly _make: ItemMaker;

  constructor(execution: Execution, id: string, make: ItemMaker) {
    super();
    this._execution = execution;
    this._id = id;
    this._make = make;
  }

  getId(): string {
    return this._id;
  }

  getName(): string {
    return this._record.name;
  }

  setName(name: string): this {
    if (typeof name !== 'string') throw signatureError(`DriveApp.${this._className}.setName`, [name]);
    return this._change({ name });
  }

  getDescription(): string | null {
    return this._record.description || null;
  }

  setDescription(description: string): this {
    return this._change({ description: String(description) });
  }

  getUrl(): string {
    return fileUrl(this._kernel.baseUrl, this._record);
  }

  getDateCreated(): GoogleAppsScript.Base.Date {
    return new Date(this._record.createdMs) as unknown as GoogleAppsScript.Base.Date;
  }

  getLastUpdated(): GoogleAppsScript.Base.Date {
    return new Date(this._record.updatedMs) as unknown as GoogleAppsScript.Base.Date;
  }

  isTrashed(): boolean {
    return this._record.trashed;
  }

  setTrashed(trashed: boolean): this {
    return this._change({ trashed: trashed === true });
  }

  isStarred(): boolean {
    return sharingOf(this._kernel, this._id).starred;
  }

  setStarred(starred: boolean): this {
    changeSharing(this._kernel, this._id, { starred: starred === true });
    return this;
  }

  getOwner(): User {
    return new User(this._kernel.user.email);
  }

  getSharingAccess(): GoogleAppsScript.Drive.Access {
    return enumOf(ACCESSES._values, sharingOf(this._kernel, this._id).access);
  }

  getSharingPermission(): GoogleAppsScript.Drive.Permission {
    return enumOf(PERMISSIONS._values, sharingOf(this._kernel, this._id).permission);
  }

  setSharing(accessType: GoogleAppsScript.Drive.Access, permissionType: GoogleAppsScript.Drive.Permission): this {
    const [access, permission] = [nameOf(ACCESSES._values, accessType), nameOf(PERMISSIONS._values, permissionType)];
    changeSharing(this._kernel, this._id, { access, permission });
    return this;
  }

  getAccess(user: string | GoogleAppsScript.Base.User): GoogleAppsScript.Drive.Permission {
    const email = emailOf(user);
    const { editors, commenters, viewers } = sharingOf(this._kernel, this._id);
    const held = [
      ['OWNER', email === this._kernel.user.email],
      ['EDIT', editors.includes(email)],
      ['COMMENT', commenters.includes(email)],
      ['VIEW', viewers.includes(email)],
    ] as const;
    return enumOf(PERMISSIONS._values, held.find(([, has]) => has)?.[0] ?? 'NONE');
  }

  isShareableByEditors(): boolean {
    return sharingOf(this._kernel, this._id).shareableByEditors;
  }

  setShareableByEditors(shareable: boolean): this {
    changeSharing(this._kernel, this._id, { shareableByEditors: shareable === true });
    return this;
  }

  getEditors(): User[] {
    return this.#users('editors');
  }

  addEditor(user: string | GoogleAppsScript.Base.User): this {
    return this._share('editors', [user]);
  }

  addEditors(emailAddresses: string[]): this {
    return this._share('editors', emailAddresses);
  }

  removeEditor(user: string | GoogleAppsScript.Base.User): this {
    return this._unshare(['editors'], user);
  }

  getViewers(): User[] {
    return [...this.#users('viewers'), ...this.#users('commenters')];
  }

  addViewer(user: string | GoogleAppsScript.Base.User): this {
    return this._share('viewers', [user]);
  }

  addViewers(emailAddresses: string[]): this {
    return this._share('viewers', emailAddresses);
  }

  removeViewer(user: string | GoogleAppsScript.Base.User): this {
    return this._unshare(['viewers', 'commenters'], user);
  }

  revokePermissions(user: string | GoogleAppsScript.Base.User): this {
    return this._unshare(['editors', 'viewers', 'commenters'], user);
  }

  get _kernel(): Kernel {
    return this._execution.kernel;
  }

  get _record(): FileRecord {
    const record = this._kernel.files.get(this._id);
    if (!record) throw noSuchItem();
    return record;
  }

  _change(change: Partial<Omit<FileRecord, 'id'>>): this {
    this._kernel.files.change(this._id, change);
    this._kernel.announce('files');
    return this;
  }

  _share(role: Role, users: readonly unknown[]): this {
    share(this._kernel, this._id, role, users.map(emailOf));
    return this;
  }

  _unshare(roles: readonly Role[], user: unknown): this {
    unshare(this._kernel, this._id, roles, emailOf(user));
    return this;
  }

  #users(role: Role): User[] {
    return sharingOf(this._kernel, this._id)[role].map((email) => new User(email));
  }
}

/** The id of the folder a script gave. @throws GoogleError for anything else */
export function folderIdOf(method: string, folder: unknown): string {
  if (folder instanceof DriveItem && folder._record.mimeType === MIME.folder) return folder._id;
  throw signatureError(method, [folder]);
}

/** @source what DriveApp says of an unknown id */
export function noSuchItem(): GoogleError {
  return new GoogleError(
    'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
  );
}

function emailOf(user: unknown): string {
  const text = typeof user === 'string' ? user : (user as { getEmail?: () => string } | null)?.getEmail?.();
  const [address, ...more] = addressList(text ?? '');
  if (!address || more.length > 0) throw new GoogleError(`Invalid argument: ${text ?? String(user)}`);
  return bareAddress(address);
}

function enumOf<T>(values: Readonly<Record<string, GoogleEnumValue>>, name: string): T {
  return values[name] as T;
}

function nameOf(values: Readonly<Record<string, GoogleEnumValue>>, given: unknown): string {
  const found = Object.keys(values).find((name) => values[name] === given);
  if (!found) throw new GoogleError(`Invalid argument: ${String(given)}`);
  return found;
}
