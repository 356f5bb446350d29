/** Raw answers in cells, for `NOKO_TALLY`. */

import { readAnswer } from '../domain/survey/answer.ts';
import { BRANCHES } from '../domain/survey/branches.ts';
import type { Question, Questionnaire } from '../domain/survey/questionnaire.ts';
import { addAnswer, emptyTally, tallyLayout } from '../domain/survey/tally.ts';
import { type Cell, type CellRange, isBlank, listOf, refuse, rowsOf, textOf } from './cells.ts';

const QUESTIONS = 18;

/**
 * Yes-no questions q1 … q18 of the official numbering with their branches, for counting only;
 * none of them needs its text here.
 */
function officialQuestions(): Question[] {
  return Array.from({ length: QUESTIONS }, (_, k): Question => {
    const id = `q${k + 1}`;
    return { id, text: '', kind: 'yes-no', choices: ['Да', 'Нет'], required: false, onNoGoTo: BRANCHES[id] };
  });
}

/**
 * The question a column title means: «q7», «Вопрос 7» and 7 are the official one; any other
 * title is a yes-no question of its own, without branches.
 */
function questionOf(title: string, official: readonly Question[], column: number): Question {
  const number = /^(?:q|вопрос\s*)?(\d{1,2})$/i.exec(title)?.[1];
  const known = official.find(({ id }) => id === `q${number}`);
  return known ?? { ...official[0]!, id: `#${column}`, onNoGoTo: undefined };
}

/** «Да (услуга предоставлена своевременно…)» is a yes. */
const withoutRemark = (text: string): string => text.replace(/^(да|нет)\s*\(.*$/i, '$1');

export function tallyOfCells(answers: CellRange, questions: CellRange): (string | number)[][] {
  const titles = listOf(questions).map(textOf);
  const all = officialQuestions();
  const asked = titles.map((title, k) => questionOf(title, all, k + 1));
  asked.forEach(({ id }, k) => {
    if (titles[k] === '')
      refuse({ code: 'rating.empty', expected: 'указать вопрос' }, { argument: 'вопросы', column: k + 1 });
    if (asked.findIndex((one) => one.id === id) < k) {
      refuse({ code: 'rating.doubled', what: `вопрос «${titles[k]}»` }, { argument: 'вопросы', column: k + 1 });
    }
  });
  const rows = rowsOf(answers);
  if (rows.length === 0 || asked.length === 0) refuse({ code: 'rating.no-data' }, { argument: 'ответы и вопросы' });
  const given = rows[0]!.length;
  const filled =
    1 + Math.max(...rows.map((row) => row.reduce<number>((last, cell, k) => (isBlank(cell) ? last : k), -1)));
  const wide =
    Array.isArray(questions) && Array.isArray(questions[0]) ? Math.max(questions[0].length, titles.length) : 1;
  // Empty columns beyond the questions are no answers; the one more than the questions is the institution.
  const hasInstitution = given === wide + 1 || (given > wide && filled === titles.length + 1);
  const width = titles.length + Number(hasInstitution);
  if (given < width || filled > width) {
    refuse({ code: 'rating.different-sizes', input: 'ответы: столбцов', got: filled, expected: width }, {});
  }
  // Branches need every question between, in order; those without a column are simply never answered.
  const others = asked.filter(({ id }) => id[0] === '#');
  const questionnaire: Questionnaire = { id: '', title: '', preamble: '', questions: [...all, ...others] };
  const tally = emptyTally({ ...tallyLayout(questionnaire), scored: [], chosen: [], worded: [] });
  rows.forEach((row, k) => {
    if (row.every(isBlank)) return;
    const cells = hasInstitution ? row.slice(1) : row;
    const raw: Record<string, string | number | boolean> = {};
    asked.forEach(({ id }, column) => {
      const cell: Cell = cells[column];
      if (!isBlank(cell)) raw[id] = typeof cell === 'boolean' ? cell : withoutRemark(textOf(cell));
    });
    const { answer, problems } = readAnswer(questionnaire, hasInstitution ? textOf(row[0]) : '', raw);
    for (const problem of problems) {
      if (problem.code !== 'survey.unknown-choice') continue;
      const column = asked.findIndex(({ id }) => id === problem.question) + (hasInstitution ? 2 : 1);
      refuse({ code: 'rating.not-yes-or-no', got: problem.got }, { row: k + 1, column });
    }
    addAnswer(tally, answer);
  });
  const header = ['Вопрос', 'Да', 'Нет', 'Ответили'];
  const table: (string | number)[][] = [hasInstitution ? ['Учреждение', ...header] : header];
  tally.institutions.forEach((own, institution) => {
    asked.forEach(({ id }, k) => {
      const place = tally.layout.counted.indexOf(id);
      if (place < 0) return;
      const [yes, answered] = [own.sums[place]!, own.answered[place]!];
      const line = [titles[k]!, yes, answered - yes, answered];
      table.push(hasInstitution ? [institution, ...line] : line);
    });
  });
  return table;
}
