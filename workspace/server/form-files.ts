import { Blob } from '../services/utilities/blob.ts';

/** A file field of a form that a page passed to the script. */
interface FormFile {
  field: string;
  name: string;
  type: string;
  base64: string;
}

/**
 * Puts the files of a form into the call's argument, where the script finds them as blobs under their
 * fields' names; a field left empty is a blob of no bytes without a name.
 * https://developers.google.com/apps-script/guides/html/communication#forms
 *
 * @returns false when what came is not files of a form
 */
export function putFormFiles(args: unknown[], files: unknown): boolean {
  if (files === undefined || (Array.isArray(files) && files.length === 0)) return true;
  const [form] = args;
  if (!Array.isArray(files) || !files.every(isFormFile) || typeof form !== 'object' || form === null) return false;
  const fields = form as Record<string, unknown>;
  for (const { field, name, type, base64 } of files) {
    const blob = new Blob(Buffer.from(base64, 'base64'), type || 'application/octet-stream', name);
    const before = fields[field];
    fields[field] = before === undefined ? blob : Array.isArray(before) ? [...before, blob] : [before, blob];
  }
  return true;
}

function isFormFile(file: unknown): file is FormFile {
  const { field, name, type, base64 } = (file ?? {}) as Partial<Record<keyof FormFile, unknown>>;
  return [field, name, type, base64].every((value) => typeof value === 'string') && field !== '__proto__';
}
