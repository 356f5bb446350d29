import { type FileRecord, MIME } from '../../kernel/files.ts';

/** Addresses of files, with Google's paths under the workspace's own origin. */
export function fileUrl(baseUrl: string, file: Pick<FileRecord, 'id' | 'mimeType'>): string {
  switch (file.mimeType) {
    case MIME.spreadsheet:
      return `${baseUrl}/spreadsheets/d/${file.id}/edit`;
    case MIME.document:
      return `${baseUrl}/document/d/${file.id}/edit`;
    case MIME.form:
      return `${baseUrl}/forms/d/${file.id}/edit`;
    case MIME.folder:
      return `${baseUrl}/drive/folders/${file.id}`;
    default:
      return `${baseUrl}/file/d/${file.id}/view`;
  }
}

export function downloadUrl(baseUrl: string, id: string): string {
  return `${baseUrl}/uc?id=${id}&export=download`;
}
