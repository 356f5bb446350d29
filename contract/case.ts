/** One thing that the add-in relies on from a service of Google: what is expected is data, so it can be shown beside what came. */
export interface Case {
  /** A sentence of behaviour; unique. */
  readonly name: string;
  /** As Google names it: 'SpreadsheetApp'. */
  readonly service: string;
  /** Google's page that says so, or the nearest one. */
  readonly source: string;
  /** Plain JSON. */
  readonly expected: unknown;
  /** Sends a letter to the person themselves: run only when they agreed. */
  readonly sendsLetter?: boolean;
  /** @returns plain JSON, compared with what is expected; what it throws is a finding too */
  readonly observe: (bench: Bench) => unknown;
}

/** What cases may use. Each is made when it is first asked for. */
export interface Bench {
  readonly book: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** An empty sheet of this case's own, deleted after it. */
  sheet(): GoogleAppsScript.Spreadsheet.Sheet;
  /** One published form for all cases: Google has no way to delete a form without access to the whole Drive. */
  form(): GoogleAppsScript.Forms.Form;
  /** Whether that form was published before anybody asked for it. */
  publishedWhenMade(): boolean;
  /** One document for all cases, for the same reason; left open. */
  document(): GoogleAppsScript.Document.Document;
}

const REFERENCE = 'https://developers.google.com/apps-script/reference';

/** @param path 'spreadsheet/range#setValues(Object)' */
export function reference(path: string): string {
  return `${REFERENCE}/${path}`;
}

/** @param path 'triggers#restrictions' */
export function guide(path: string): string {
  return `https://developers.google.com/apps-script/guides/${path}`;
}

/** @returns 'отказ' when the work throws, its result otherwise: wordings of errors are not promised, refusing is */
export function refusedOr<T>(work: () => T): T | 'отказ' {
  try {
    return work();
  } catch {
    return REFUSED;
  }
}

export const REFUSED = 'отказ';
