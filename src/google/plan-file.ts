import type { ImportProblem } from '../domain/plan/import-problem.ts';
import type { SourceDocument } from '../domain/plan/source-document.ts';
import { ProblemError } from '../domain/problem.ts';
import { documentOfBody } from './doc-tables.ts';
import { checkSize, documentOfDocx } from './docx.ts';

const GOOGLE_DOC = 'application/vnd.google-apps.document';
const SHORTCUT = 'application/vnd.google-apps.shortcut';

/** By type of the file: what is refused before its bytes are asked for. */
const REFUSED: readonly [RegExp, Extract<ImportProblem, { code: 'import.other-kind' }>['kind']][] = [
  [/^application\/msword$/, 'doc'],
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'picture'],
  [/^application\/vnd\.google-apps\./, 'other'],
];

/**
 * The plan in a Google document or in a .docx on Drive.
 *
 * @throws ProblemError 'import.not-a-link', 'import.not-found' and what reading a .docx throws
 */
export function documentFromLink(link: string): SourceDocument {
  const id = /(?:\/d\/|[?&]id=)([\w-]{10,})/.exec(link)?.[1] ?? /^[\w-]{20,}$/.exec(link.trim())?.[0];
  if (!id) throw new ProblemError<ImportProblem>({ code: 'import.not-a-link', link: link.trim() });
  // A Google document needs no access to Drive; `rtpof` marks a .docx that is open in the same editor.
  if (/\/document\/d\//.test(link) && !/[?&]rtpof=true/.test(link)) {
    const opened = attempt(() => DocumentApp.openById(id));
    if (opened) return documentOfBody(bodyOf(opened, link));
  }
  return documentOfFile(fileOf(id), link);
}

/** The tab that the link names, else the first. */
function bodyOf(document: GoogleAppsScript.Document.Document, link: string): GoogleAppsScript.Document.Body {
  const tab = /[?&#]tab=(t\.[\w.-]+)/.exec(link)?.[1];
  const named = tab === undefined ? undefined : attempt(() => document.getTab(tab).asDocumentTab().getBody());
  return named ?? document.getBody();
}

function fileOf(id: string): GoogleAppsScript.Drive.File {
  try {
    return DriveApp.getFileById(id);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError<ImportProblem>({ code: 'import.not-found', reason });
  }
}

function documentOfFile(file: GoogleAppsScript.Drive.File, link: string): SourceDocument {
  const type = file.getMimeType();
  if (type === GOOGLE_DOC) return documentOfBody(bodyOf(DocumentApp.openById(file.getId()), link));
  if (type === SHORTCUT) return documentOfFile(fileOf(file.getTargetId() as string), link);
  const refused = REFUSED.find(([types]) => types.test(type));
  if (refused) {
    throw new ProblemError<ImportProblem>({ code: 'import.other-kind', name: file.getName(), kind: refused[1] });
  }
  checkSize(file.getSize());
  return documentOfDocx(file.getBlob());
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
