import { sphereNamed } from '../../domain/methodology/sphere.ts';
import type { AnswerProblem } from '../../domain/survey/answer.ts';
import { officialQuestionnaire } from '../../domain/survey/official-questionnaire.ts';
import {
  addAnswer,
  emptyInstitutionTally,
  type InstitutionTally,
  type TallyLayout,
  tallyLayout,
} from '../../domain/survey/tally.ts';
import { institutionTallyRows, type TallyRow, WHOLE_INSTITUTION } from '../../domain/survey/tally-rows.ts';
import { decodeTally } from '../../domain/survey/tally-text.ts';
import { type FormBinding, readResponse, type SentAnswer } from '../../google/forms.ts';
import { recallAll } from '../../google/state.ts';
import { answerProblemText } from '../../texts/answer-problems.ts';
import {
  appendTo,
  columnTexts,
  countRows,
  hasText,
  openTable,
  overwriteRun,
  type Records,
  readTable,
  replaceRows,
} from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { answersTable, tallyTable } from '../../workbook/tables/survey.ts';
import { readAnswerRow } from './answer-row.ts';
import { FORM_STATE, isFilled, type KnownForm } from './create-forms.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type AnswerRow = RowOf<typeof answersTable>;
type TallyRecord = RowOf<typeof tallyTable>;

/** Answers whose institution is not in the register are kept under this code and not counted. */
export const UNKNOWN = '?';

/** One institution's part of «Свод» while it is being counted. */
interface Block {
  layout: TallyLayout;
  own: InstitutionTally;
  /** Rows of «Ответы» that stand under this institution but are not counted. */
  excluded: number;
}

/**
 * Takes one answer in: a row of «Ответы» and the institution's part of «Свод». The answer's
 * id makes the row single however often the trigger fires; when the two sheets disagree (an
 * earlier run was cut off between them) the tally is counted anew from the rows.
 *
 * @returns false when the answer was there already
 */
export function takeAnswer(book: Spreadsheet, sent: SentAnswer): boolean {
  const register = readTable(book, institutionsTable).rows;
  const answers = openTable(book, answersTable);
  const isNew = !hasText(answers, 'response', sent.response);
  const row = answerRow(sent, register);
  if (isNew) appendTo(answers, [row]);
  const stored = countRows(answers);
  const tally = readTable(book, tallyTable);
  const counted = rowsCounted(tally.rows);
  if (isNew && counted === stored - 1) countOne(tally, row, register);
  else if (counted !== stored) recountTally(book);
  return isNew;
}

/** Adds one row to its institution's part of «Свод»; the other institutions' rows are not written. */
function countOne(
  tally: Records<typeof tallyTable>,
  row: AnswerRow,
  register: readonly RowOf<typeof institutionsTable>[],
): void {
  const code = row.institution;
  const own = readBlocks(tally.rows.filter(({ institution }) => institution === code));
  const first = tally.rows.findIndex(({ institution }) => institution === code);
  count(own, row, register);
  if (first >= 0 && overwriteRun(tally, first, tallyRecords(own))) return;
  // The institution's first answer, or rows that someone has moved apart: the whole sheet is written.
  const blocks = readBlocks(tally.rows);
  count(blocks, row, register);
  replaceRows(tally, tallyRecords(blocks));
}

/** What a recount found. */
export interface Recounted {
  counted: number;
  excluded: number;
  /** Parts of counted answers that are in no count and have to be mended, in Russian with the place. */
  leftOut: string[];
}

/** Counts «Свод» anew from all rows of «Ответы». */
export function recountTally(book: Spreadsheet): Recounted {
  const register = readTable(book, institutionsTable).rows;
  const answers = readTable(book, answersTable);
  const blocks = new Map<string, Block>();
  const leftOut: string[] = [];
  answers.rows.forEach((row, at) => {
    const place = `${answersTable.sheet}, строка ${answers.rowNumbers[at]}`;
    // What stands after a «Нет» that passes it over needs no mending.
    const problems = count(blocks, row, register).filter(({ code }) => code !== 'survey.skipped-answer');
    leftOut.push(...problems.map((problem) => answerProblemText(problem, place)));
  });
  replaceRows(readTable(book, tallyTable), tallyRecords(blocks));
  const excluded = sum([...blocks.values()].map((block) => block.excluded));
  return { counted: answers.rows.length - excluded, excluded, leftOut };
}

/**
 * Brings in answers that the trigger missed: Google promises no delivery under load.
 *
 * @param since only answers sent after this moment are looked at; all where it is absent
 * @returns how many were new
 */
export function reconcileAnswers(book: Spreadsheet, since?: Date): number {
  const sent = sentAnswers(since);
  // Most mornings nothing was sent since the last one, and then the sheets are not read.
  if (since && sent.length === 0) return 0;
  const register = readTable(book, institutionsTable).rows;
  const answers = openTable(book, answersTable);
  const known = new Set(columnTexts(answers, 'response'));
  const fresh = sent
    .filter(({ response }) => !known.has(response.getId()))
    .map(({ response, binding }) => answerRow(readResponse(response, binding), register));
  appendTo(answers, fresh);
  if (rowsCounted(readTable(book, tallyTable).rows) !== countRows(answers)) recountTally(book);
  return fresh.length;
}

function sentAnswers(since?: Date): { response: GoogleAppsScript.Forms.FormResponse; binding: FormBinding }[] {
  const sent: { response: GoogleAppsScript.Forms.FormResponse; binding: FormBinding }[] = [];
  const forms = recallAll<KnownForm>(FORM_STATE);
  for (const sphere of Object.keys(forms)) {
    const binding = forms[sphere]!;
    if (!isFilled(binding)) continue;
    const form = FormApp.openById(binding.formId);
    for (const response of since ? form.getResponses(since) : form.getResponses()) sent.push({ response, binding });
  }
  return sent;
}

function answerRow(sent: SentAnswer, register: readonly RowOf<typeof institutionsTable>[]): AnswerRow {
  const institution = register.find(({ name }) => name === sent.institution);
  const row = {
    response: sent.response,
    institution: institution ? institution.code : UNKNOWN,
    at: sent.at,
    source: 'форма',
    excluded: !institution,
    why: institution ? '' : `Нет в реестре учреждения «${sent.institution}»`,
  } as AnswerRow;
  for (let at = 1; at <= 18; at += 1) row[`q${at}`] = sent.values[`q${at}`] ?? '';
  return row;
}

/** @returns what of the answer is in no count */
function count(
  blocks: Map<string, Block>,
  row: AnswerRow,
  register: readonly RowOf<typeof institutionsTable>[],
): readonly AnswerProblem[] {
  const institution = register.find(({ code }) => code === row.institution);
  const sphere = institution && sphereNamed(institution.sphere);
  const code = sphere ? row.institution : UNKNOWN;
  let block = blocks.get(code);
  if (!block) {
    const layout = sphere ? tallyLayout(officialQuestionnaire(sphere.id)) : EMPTY_LAYOUT;
    block = { layout, own: emptyInstitutionTally(code, layout), excluded: 0 };
    blocks.set(code, block);
  }
  if (row.excluded || !sphere) {
    block.excluded += 1;
    return [];
  }
  const { answer, problems } = readAnswerRow(row, officialQuestionnaire(sphere.id));
  addAnswer({ layout: block.layout, institutions: new Map([[code, block.own]]) }, answer);
  return problems;
}

const EMPTY_LAYOUT: TallyLayout = { counted: [], scored: [], chosen: [], worded: [] };

/** How many rows of «Ответы» are in «Свод», the excluded ones too. */
function rowsCounted(rows: readonly TallyRecord[]): number {
  return sum(
    rows.filter((row) => row.question === WHOLE_INSTITUTION).map((row) => (row.answered ?? 0) + (row.no ?? 0)),
  );
}

function readBlocks(rows: readonly TallyRecord[]): Map<string, Block> {
  const blocks = new Map<string, Block>();
  for (const row of rows) {
    if (row.question !== WHOLE_INSTITUTION) continue;
    blocks.set(row.institution, { ...decodeTally(row.institution, row.products), excluded: row.no ?? 0 });
  }
  return blocks;
}

function tallyRecords(blocks: Map<string, Block>): TallyRecord[] {
  const records: TallyRecord[] = [];
  blocks.forEach(({ layout, own, excluded }) => {
    const tally = { layout, institutions: new Map([[own.institution, own]]) };
    for (const cells of institutionTallyRows(tally, own)) records.push(tallyRecord(cells, excluded));
  });
  return records;
}

function tallyRecord(cells: TallyRow, excluded: number): TallyRecord {
  const [institution, question, yes, no, answered, products] = cells;
  const whole = question === WHOLE_INSTITUTION;
  return {
    institution,
    question,
    yes: yes === '' ? null : yes,
    no: whole ? excluded : no === '' ? null : no,
    answered,
    products,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
