import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { Blob } from '../utilities/blob.ts';
import { downloadUrl } from './addresses.ts';
import { DriveItem, folderIdOf } from './drive-item.ts';
import { contentSizeBytes, hasContent, readContent, writeContent } from './file-content.ts';
import { convertedBytes, copyFile } from './google-kinds.ts';
import { FolderIterator } from './iterators.ts';

type DriveFolder = GoogleAppsScript.Drive.Folder;
type DriveUser = string | GoogleAppsScript.Base.User;

export interface File extends Omit<GoogleAppsScript.Drive.File, keyof DriveItem> {}
export class File extends DriveItem {
  getMimeType(): string {
    return this._record.mimeType;
  }

  /** 0 for Google's own kinds. */
  getSize(): number {
    return contentSizeBytes(this._kernel, this._id);
  }

  getDownloadUrl(): string {
    return downloadUrl(this._kernel.baseUrl, this._id);
  }

  /** The file's bytes; Google's own kinds give themselves as PDF. */
  getBlob(): Blob {
    if (!hasContent(this._kernel, this._id)) return this.getAs('application/pdf');
    return new Blob(readContent(this._kernel, this._id), this.getMimeType(), this.getName());
  }

  getAs(contentType: string): Blob {
    if (hasContent(this._kernel, this._id)) return this.getBlob().getAs(contentType);
    return new Blob(convertedBytes(this._kernel, this._record, contentType), contentType, `${this.getName()}.pdf`);
  }

  setContent(content: string): this {
    if (typeof content !== 'string') throw signatureError('DriveApp.File.setContent', [content]);
    if (!hasContent(this._kernel, this._id))
      throw new GoogleError('Invalid argument: this kind of file has no content to set.');
    writeContent(this._kernel, this._id, new TextEncoder().encode(content));
    return this;
  }

  getParents(): FolderIterator<DriveFolder> {
    return new FolderIterator(this._record.parents, (id) => this._make.folder(id));
  }

  moveTo(destination: DriveFolder): this {
    return this._change({ parents: [folderIdOf('DriveApp.File.moveTo', destination)] });
  }

  /** `makeCopy()`, `(name)`, `(destination)`, `(name, destination)`; the copy lies beside the original unless told. */
  makeCopy(...args: unknown[]): GoogleAppsScript.Drive.File {
    const name = typeof args[0] === 'string' ? args[0] : `Copy of ${this.getName()}`;
    const destination = args[typeof args[0] === 'string' ? 1 : 0];
    if (args.length > 2) throw signatureError('DriveApp.File.makeCopy', args);
    const parents =
      destination === undefined ? this._record.parents : [folderIdOf('DriveApp.File.makeCopy', destination)];
    // What the script has just written must be in the copy.
    this._execution.flush();
    const copy = copyFile(this._kernel, this._record, name, parents);
    this._kernel.announce('files');
    return this._make.file(copy.id);
  }

  addCommenter(user: DriveUser): this {
    return this._share('commenters', [user]);
  }

  addCommenters(emailAddresses: string[]): this {
    return this._share('commenters', emailAddresses);
  }

  removeCommenter(user: DriveUser): this {
    return this._unshare(['commenters'], user);
  }
}
