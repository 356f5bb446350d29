import type {
  AnswerValue,
  CheckboxRecord,
  ChoiceQuestionRecord,
  DateRecord,
  GridRecord,
  QuestionRecord,
} from './form-record.ts';
import { breaksTextRule } from './text-rules.ts';

/** Why an answer is not accepted. The page has words for each. */
export type AnswerProblem = { helpText?: string } & (
  | { code: 'required' }
  | { code: 'required-row'; row: string }
  | { code: 'not-a-choice'; got: string }
  | { code: 'not-a-date' | 'not-a-date-time' | 'not-a-time' | 'not-a-duration'; got: string }
  | { code: 'not-in-scale'; got: string; lower: number; upper: number }
  | { code: 'wrong-shape' }
  | { code: 'too-long'; characters: number; maximum: number }
  | { code: 'text-rule'; rule: import('./form-record.ts').TextRule }
  | { code: 'choose-at-least' | 'choose-at-most' | 'choose-exactly'; count: number }
  | { code: 'one-per-column'; column: string }
);

/** A cell of a spreadsheet holds no more, so no answer may. */
const MAX_CHARACTERS = 50_000;

/** Nothing was answered: no text but blanks, no box, no row of a grid. */
export function isBlank(answer: AnswerValue | undefined | null): boolean {
  if (answer === undefined || answer === null) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return answer.every((part) => part === null || part.length === 0);
}

/**
 * What is wrong with an answer, if anything. An unanswered question is wrong only where
 * an answer is required.
 */
export function checkAnswer(item: QuestionRecord, answer: AnswerValue | undefined): AnswerProblem | undefined {
  if (isBlank(answer)) return item.required ? { code: 'required' } : undefined;
  if (item.type === 'CHECKBOX') return checkCheckboxes(item, answer);
  if (item.type === 'GRID' || item.type === 'CHECKBOX_GRID') return checkGrid(item, answer);
  if (typeof answer !== 'string') return { code: 'wrong-shape' };
  if (answer.length > MAX_CHARACTERS) {
    return { code: 'too-long', characters: answer.length, maximum: MAX_CHARACTERS };
  }
  switch (item.type) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
      return item.rule && breaksTextRule(item.rule, answer)
        ? { code: 'text-rule', rule: item.rule, helpText: item.rule.helpText }
        : undefined;
    case 'MULTIPLE_CHOICE':
    case 'LIST':
      return isChoice(item, answer) ? undefined : { code: 'not-a-choice', got: answer };
    case 'SCALE':
      return checkWholeNumber(answer, item.lower, item.upper);
    case 'RATING':
      return checkWholeNumber(answer, 1, item.levels);
    case 'DATE':
      return isDate(item, answer) ? undefined : { code: 'not-a-date', got: answer };
    case 'DATETIME':
      return isDateTime(item, answer) ? undefined : { code: 'not-a-date-time', got: answer };
    case 'TIME':
      return isTime(answer) ? undefined : { code: 'not-a-time', got: answer };
    case 'DURATION':
      return isDuration(answer) ? undefined : { code: 'not-a-duration', got: answer };
  }
}

function isChoice(item: ChoiceQuestionRecord | CheckboxRecord, answer: string): boolean {
  return item.choices.some(({ value }) => value === answer) || (item.type !== 'LIST' && item.otherOption);
}

function checkCheckboxes(item: CheckboxRecord, answer: AnswerValue | undefined): AnswerProblem | undefined {
  if (!isTexts(answer)) return { code: 'wrong-shape' };
  const foreign = answer.filter((value) => !item.choices.some((choice) => choice.value === value));
  // The "other" field takes one text of the respondent's own.
  const notAllowed = item.otherOption ? foreign.slice(1) : foreign;
  if (notAllowed[0] !== undefined) return { code: 'not-a-choice', got: notAllowed[0] };
  const { rule } = item;
  if (!rule) return undefined;
  const count = new Set(answer).size;
  if (rule.kind === 'atLeast' && count < rule.count) return ruleProblem('choose-at-least', rule);
  if (rule.kind === 'atMost' && count > rule.count) return ruleProblem('choose-at-most', rule);
  if (rule.kind === 'exactly' && count !== rule.count) return ruleProblem('choose-exactly', rule);
  return undefined;
}

function ruleProblem(
  code: 'choose-at-least' | 'choose-at-most' | 'choose-exactly',
  rule: { count: number; helpText?: string },
): AnswerProblem {
  return { code, count: rule.count, helpText: rule.helpText };
}

function checkGrid(item: GridRecord, answer: AnswerValue | undefined): AnswerProblem | undefined {
  if (!Array.isArray(answer) || answer.length !== item.rows.length) return { code: 'wrong-shape' };
  const chosen: string[] = [];
  for (const [index, cell] of answer.entries()) {
    if (Array.isArray(cell) !== (item.type === 'CHECKBOX_GRID') && cell !== null) return { code: 'wrong-shape' };
    const values = cell === null || cell === '' ? [] : Array.isArray(cell) ? cell : [cell];
    const foreign = values.find((value) => !item.columns.includes(value));
    if (foreign !== undefined) return { code: 'not-a-choice', got: foreign };
    if (item.required && values.length === 0) return { code: 'required-row', row: item.rows[index] as string };
    chosen.push(...values);
  }
  const twice = chosen.find((column, index) => chosen.indexOf(column) !== index);
  if (item.rule && twice !== undefined) {
    return { code: 'one-per-column', column: twice, helpText: item.rule.helpText };
  }
  return undefined;
}

function checkWholeNumber(answer: string, lower: number, upper: number): AnswerProblem | undefined {
  const number = Number(answer);
  const inside = /^\d+$/.test(answer) && number >= lower && number <= upper;
  return inside ? undefined : { code: 'not-in-scale', got: answer, lower, upper };
}

function isTexts(answer: AnswerValue | undefined): answer is string[] {
  return Array.isArray(answer) && answer.every((value) => typeof value === 'string');
}

/** Any leap year: the date of a question without a year may be 29 February. */
const SOME_LEAP_YEAR = '2000';

function isDate(item: DateRecord, answer: string): boolean {
  if (item.includesYear) return isCalendarDate(answer);
  return /^\d\d-\d\d$/.test(answer) && isCalendarDate(`${SOME_LEAP_YEAR}-${answer}`);
}

function isDateTime(item: DateRecord, answer: string): boolean {
  const [date = '', time = '', ...rest] = answer.split(' ');
  return rest.length === 0 && isDate(item, date) && isTime(time);
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 30 February is read as 1 March, so the date must come back as it went in.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Google's own field takes up to 72 hours. */
function isDuration(text: string): boolean {
  const match = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(text);
  return match !== null && Number(match[1]) <= 72;
}
