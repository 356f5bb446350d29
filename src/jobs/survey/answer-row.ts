import { type ReadAnswer, readAnswer } from '../../domain/survey/answer.ts';
import type { Questionnaire } from '../../domain/survey/questionnaire.ts';
import type { RowOf } from '../../workbook/table.ts';
import type { answersTable } from '../../workbook/tables/survey.ts';

/** A row of «Ответы» as the tally counts it: consistent with the branches, and what of it is left out. */
export function readAnswerRow(row: RowOf<typeof answersTable>, questionnaire: Questionnaire): ReadAnswer {
  const raw: Record<string, string> = {};
  for (const { id } of questionnaire.questions) raw[id] = row[id as `q${number}`] ?? '';
  return readAnswer(questionnaire, row.institution, raw);
}
