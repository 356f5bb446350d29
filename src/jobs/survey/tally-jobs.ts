import { oneAtATime } from '../../google/state.ts';
import { sayProgress } from '../../ui/say.ts';
import { answersTable, tallyTable } from '../../workbook/tables/survey.ts';
import type { Outcome } from '../guarded.ts';
import { reconcileAnswers, recountTally } from './count-answers.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export function recountTallyJob(book: Spreadsheet): Outcome {
  const { counted, excluded } = oneAtATime(() => recountTally(book));
  return { on: tallyTable.sheet, outcome: `Свод пересчитан: учтено анкет ${counted}, исключено ${excluded}.` };
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
