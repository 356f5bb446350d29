import type {
  AnswerValue,
  ColumnRecord,
  FormRecord,
  ItemRecord,
  QuestionRecord,
  ResponseRecord,
} from './form-record.ts';
import { isQuestion } from './form-record.ts';
import { answersToday } from './grid-rows.ts';

/** Headers that Google writes by itself, by the language of the account. */
const OWN_HEADERS = {
  ru: { timestamp: 'Отметка времени', email: 'Адрес электронной почты' },
  en: { timestamp: 'Timestamp', email: 'Email Address' },
};

/**
 * The columns that a form's questions call for, in the order of the form: the time, the
 * address where it is collected, one for each question and one for each row of a grid.
 */
export function wantedColumns(form: FormRecord, items: readonly ItemRecord[], locale: string): ColumnRecord[] {
  const own = locale.startsWith('ru') ? OWN_HEADERS.ru : OWN_HEADERS.en;
  const columns: ColumnRecord[] = [{ source: 'timestamp', header: own.timestamp }];
  if (form.collectEmail) columns.push({ source: 'email', header: own.email });
  for (const item of items) {
    if (!isQuestion(item)) continue;
    for (const [row, entryId] of item.entryIds.entries()) {
      columns.push({ source: entryId, header: headerOf(item, row) });
    }
  }
  return columns;
}

function headerOf(item: QuestionRecord, row: number): string {
  return item.type === 'GRID' || item.type === 'CHECKBOX_GRID' ? `${item.title} [${item.rows[row]}]` : item.title;
}

/**
 * The sheet's columns after a change of the form: new questions get columns at the right,
 * headers follow titles, and the columns of deleted questions stay as they were.
 */
export function mergedColumns(existing: readonly ColumnRecord[], wanted: readonly ColumnRecord[]): ColumnRecord[] {
  const wantedBySource = new Map(wanted.map((column) => [column.source, column]));
  const kept = existing.map((column) => wantedBySource.get(column.source) ?? column);
  const known = new Set(existing.map(({ source }) => source));
  return [...kept, ...wanted.filter(({ source }) => !known.has(source))];
}

/** What a response puts into a column, still without the sheet's own types. */
export type CellContent =
  | { kind: 'empty' }
  | { kind: 'moment'; ms: number }
  /** As the respondent typed it: a number is read as one, nothing becomes a formula. */
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  /** `date`, `datetime`, `time` and `duration` as the answer writes them. */
  | { kind: 'date' | 'datetime' | 'time' | 'duration'; text: string };

export function cellsOf(
  columns: readonly ColumnRecord[],
  items: readonly ItemRecord[],
  response: ResponseRecord,
): CellContent[] {
  const answers = answersToday(items, response);
  const bySource = new Map<number, CellContent>();
  for (const item of items) {
    if (!isQuestion(item)) continue;
    for (const [row, entryId] of item.entryIds.entries()) {
      bySource.set(entryId, answerCell(item, row, answers[item.id]));
    }
  }
  return columns.map(({ source }) => {
    if (source === 'timestamp') return { kind: 'moment', ms: response.submittedMs };
    if (source === 'email') return textCell(response.email);
    return bySource.get(source) ?? { kind: 'empty' };
  });
}

function answerCell(item: QuestionRecord, row: number, answer: AnswerValue | undefined): CellContent {
  if (answer === undefined) return { kind: 'empty' };
  switch (item.type) {
    case 'GRID':
    case 'CHECKBOX_GRID':
      return textCell([(answer as (string | string[] | null)[])[row] ?? []].flat().join(', '));
    case 'CHECKBOX':
      return textCell((answer as string[]).join(', '));
    case 'SCALE':
    case 'RATING':
      return { kind: 'number', number: Number(answer) };
    case 'DATE':
      return item.includesYear ? { kind: 'date', text: answer as string } : textCell(answer as string);
    case 'DATETIME':
      return item.includesYear ? { kind: 'datetime', text: answer as string } : textCell(answer as string);
    case 'TIME':
      return { kind: 'time', text: answer as string };
    case 'DURATION':
      return { kind: 'duration', text: answer as string };
    default:
      return textCell(answer as string);
  }
}

function textCell(text: string): CellContent {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}
