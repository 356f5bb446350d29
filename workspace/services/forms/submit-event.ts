import type { Execution } from '../../kernel/execution.ts';
import type { GoogleObject } from '../../kernel/google-object.ts';
import type { Kernel, TriggerEvent } from '../../kernel/kernel.ts';
import type { DestinationRow } from './destination.ts';

/** What an event keeps of a submission, for the form's own trigger and for the spreadsheet's. */
export type SubmitDetail =
  | { of: 'form'; responseId: string }
  | { of: 'spreadsheet'; formId: string; responseId: string; sheetId: string; row: number };

/**
 * Queues the events of an answer that a respondent has sent: one of the form, one of the
 * spreadsheet that receives it.
 *
 * @source https://developers.google.com/apps-script/guides/triggers/events#form-submit
 */
export function raiseFormSubmit(
  kernel: Kernel,
  formId: string,
  responseId: string,
  row: DestinationRow | undefined,
): void {
  raise(kernel, formId, { of: 'form', responseId });
  if (!row) return;
  raise(kernel, row.spreadsheetId, {
    of: 'spreadsheet',
    formId,
    responseId,
    sheetId: row.sheetId,
    row: row.row,
  });
}

function raise(kernel: Kernel, sourceId: string, detail: SubmitDetail): void {
  kernel.raise({ type: 'formSubmit', sourceId, service: 'FormApp', detail });
}

interface FormOpener extends GoogleObject {
  openById(id: string): GoogleAppsScript.Forms.Form;
}

interface SpreadsheetOpener extends GoogleObject {
  openById(id: string): GoogleAppsScript.Spreadsheet.Spreadsheet;
}

/** Google's event object; `authMode` and `triggerUid` are the caller's. */
export function submitEvent(execution: Execution, event: TriggerEvent): Record<string, unknown> {
  const detail = event.detail as SubmitDetail;
  return detail.of === 'form'
    ? formEvent(execution, event.sourceId, detail)
    : spreadsheetEvent(execution, event.sourceId, detail);
}

function formEvent(
  execution: Execution,
  formId: string,
  { responseId }: Extract<SubmitDetail, { of: 'form' }>,
): Record<string, unknown> {
  const source = execution.service<FormOpener>('FormApp').openById(formId);
  return { source, response: source.getResponse(responseId) };
}

function spreadsheetEvent(
  execution: Execution,
  spreadsheetId: string,
  { sheetId, row }: Extract<SubmitDetail, { of: 'spreadsheet' }>,
): Record<string, unknown> {
  const source = execution.service<SpreadsheetOpener>('SpreadsheetApp').openById(spreadsheetId);
  const sheet = source.getSheets().find((candidate) => candidate.getSheetId() === Number(sheetId));
  if (!sheet) return { source };
  const width = Math.max(1, sheet.getLastColumn());
  const range = sheet.getRange(row, 1, 1, width);
  const values = range.getDisplayValues()[0] ?? [];
  const headers = sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? [];
  return { source, range, values, namedValues: byHeader(headers, values) };
}

/** Questions with one title share a list, in the order of the columns. */
function byHeader(headers: readonly string[], values: readonly string[]): Record<string, string[]> {
  const named: Record<string, string[]> = {};
  for (const [index, header] of headers.entries()) {
    const value = values[index] ?? '';
    if (Object.hasOwn(named, header)) named[header]?.push(value);
    else named[header] = [value];
  }
  return named;
}
