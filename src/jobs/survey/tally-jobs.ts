import { oneAtATime } from '../../google/state.ts';
import { sayProgress } from '../../ui/say.ts';
import { answersTable, tallyTable } from '../../workbook/tables/survey.ts';
import type { Outcome } from '../guarded.ts';
import { reconcileAnswers, recountTally } from './count-answers.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Answers that were not read and are named; the rest are counted. */
const SHOWN = 5;

export function recountTallyJob(book: Spreadsheet): Outcome {
  const { counted, excluded, leftOut } = oneAtATime(() => recountTally(book));
  const said = `Свод пересчитан: учтено анкет ${counted}, исключено ${excluded}.`;
  if (leftOut.length === 0) return { on: tallyTable.sheet, outcome: said };
  return {
    on: tallyTable.sheet,
    outcome: [said, `▲ Не учтено отдельных ответов: ${leftOut.length}.`, ...leftOut.slice(0, SHOWN)].join('\n'),
    mustBeRead: true,
  };
}

export function reconcileAnswersJob(book: Spreadsheet): Outcome {
  sayProgress('Сверяю ответы с формами…');
  const found = oneAtATime(() => reconcileAnswers(book));
  return {
    on: answersTable.sheet,
    outcome:
      found === 0
        ? 'Все ответы форм уже на листе «Ответы».'
        : `Добавлены ответы, которые не пришли сами: ${found}. Свод пересчитан.`,
  };
}
