import type { Answers, AnswerValue, DateRecord, ItemRecord, QuestionRecord } from './form-record.ts';
import { isQuestion } from './form-record.ts';

/**
 * Answers as fields of a web form: `entry.N=value`, the names that Google's prefilled links
 * use. A grid has one field per row; "other" is `__other_option__` with its text beside it.
 */
const OTHER = '__other_option__';

/** Reads a query or a posted form: every value that a name has. */
export type Fields = (name: string) => readonly string[];

export function fieldName(entryId: number): string {
  return `entry.${entryId}`;
}

export function otherTextName(entryId: number): string {
  return `entry.${entryId}.other_option_response`;
}

export const OTHER_VALUE = OTHER;

/** Parts of a duration are asked in fields of their own. */
export const DURATION_PARTS = ['hour', 'minute', 'second'] as const;

/** The fields that carry an answer: pairs of name and value. */
export function fieldsOf(item: QuestionRecord, answer: AnswerValue): [name: string, value: string][] {
  const name = fieldName(item.entryIds[0] as number);
  switch (item.type) {
    case 'GRID':
    case 'CHECKBOX_GRID':
      return (answer as (string | string[] | null)[]).flatMap((cell, row) =>
        cellValues(cell).map((value): [string, string] => [fieldName(item.entryIds[row] as number), value]),
      );
    case 'CHECKBOX':
      return (answer as string[]).flatMap((value) => choiceFields(item, name, value));
    case 'MULTIPLE_CHOICE':
      return choiceFields(item, name, answer as string);
    default:
      return [[name, answer as string]];
  }
}

function cellValues(cell: string | string[] | null): string[] {
  if (cell === null || cell === '') return [];
  return Array.isArray(cell) ? cell : [cell];
}

function choiceFields(
  item: Extract<QuestionRecord, { type: 'CHECKBOX' | 'MULTIPLE_CHOICE' | 'LIST' }>,
  name: string,
  value: string,
): [string, string][] {
  if (!item.otherOption || item.choices.some((choice) => choice.value === value)) return [[name, value]];
  return [
    [name, OTHER],
    [otherTextName(item.entryIds[0] as number), value],
  ];
}

/** The answer that fields carry; undefined where nothing was answered. Not yet checked. */
export function answerFrom(item: QuestionRecord, fields: Fields): AnswerValue | undefined {
  switch (item.type) {
    case 'GRID': {
      const rows = item.rows.map((_, row) => fields(fieldName(item.entryIds[row] as number))[0] || null);
      return rows.some((value) => value !== null) ? rows : undefined;
    }
    case 'CHECKBOX_GRID': {
      const rows = item.rows.map((_, row) => nonEmpty(fields(fieldName(item.entryIds[row] as number))));
      return rows.some((values) => values !== null) ? rows : undefined;
    }
    case 'CHECKBOX': {
      const values = chosenValues(item.entryIds[0] as number, item.otherOption, fields);
      return values.length > 0 ? values : undefined;
    }
    case 'MULTIPLE_CHOICE':
      return chosenValues(item.entryIds[0] as number, item.otherOption, fields)[0];
    case 'DURATION':
      return durationFrom(item.entryIds[0] as number, fields);
    case 'DATE':
      return withoutYear(item, text(item, fields));
    case 'DATETIME':
      // A browser's own field writes a `T` between date and time.
      return withoutYear(item, text(item, fields)?.replace(/^(\S+)T(\d\d:\d\d).*$/, '$1 $2'));
    case 'TIME':
      return text(item, fields)?.replace(/^(\d\d:\d\d):\d\d$/, '$1');
    case 'PARAGRAPH_TEXT':
      return text(item, fields)?.replace(/\r\n?/g, '\n');
    default:
      return text(item, fields);
  }
}

export function answersFrom(items: readonly ItemRecord[], fields: Fields): Answers {
  const answers: Record<number, AnswerValue> = {};
  for (const item of items) {
    if (!isQuestion(item)) continue;
    const answer = answerFrom(item, fields);
    if (answer !== undefined) answers[item.id] = answer;
  }
  return answers;
}

function text(item: QuestionRecord, fields: Fields): string | undefined {
  return fields(fieldName(item.entryIds[0] as number))[0] || undefined;
}

/** Without a year people write `9.5` or `09.05 10:30`; the answer keeps `05-09`, `05-09 10:30`. */
function withoutYear(item: DateRecord, typed: string | undefined): string | undefined {
  if (item.includesYear || typed === undefined) return typed;
  return typed.trim().replace(/^(\d{1,2})\.(\d{1,2})\.?(?=$|\s)/, (_, day: string, month: string) => {
    return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
}

function nonEmpty(values: readonly string[]): string[] | null {
  const chosen = values.filter((value) => value !== '');
  return chosen.length > 0 ? chosen : null;
}

/** An "other" that was marked but left without words is no answer. */
function chosenValues(entryId: number, hasOther: boolean, fields: Fields): string[] {
  const marked = fields(fieldName(entryId)).filter((value) => value !== '');
  if (!hasOther) return [...marked];
  const other = (fields(otherTextName(entryId))[0] ?? '').trim();
  // Words that were typed without marking "other" are meant, where no other answer was marked.
  const values = marked.length === 0 ? [OTHER] : marked;
  return values.flatMap((value) => (value === OTHER ? (other === '' ? [] : [other]) : [value]));
}

function durationFrom(entryId: number, fields: Fields): string | undefined {
  const whole = fields(fieldName(entryId))[0];
  if (whole) return whole;
  const parts = DURATION_PARTS.map((part) => (fields(`${fieldName(entryId)}_${part}`)[0] ?? '').trim());
  if (parts.every((part) => part === '')) return undefined;
  return parts.map((part) => part.padStart(2, '0')).join(':');
}
