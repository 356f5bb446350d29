import { METHOD_COLUMNS } from '../../domain/methodology/method-rows.ts';
import { confirm } from '../../ui/say.ts';
import { ratingSources } from '../../workbook/rating-sources.ts';
import { readTable } from '../../workbook/records.ts';
import { methodTable } from '../../workbook/tables/rating.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { layTrialMethod, layTrialRating, TRIAL_METHOD, TRIAL_RATING } from '../../workbook/trial-sheet.ts';
import type { Outcome } from '../guarded.ts';
import { fillMethods, readMethods } from './methods.ts';
import { ratingBlocks } from './refresh-rating.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A trial has no order behind it. */
const APPROVED = 'утверждена';

/** Rating on other weights, apart from the official one; nothing official is changed. */
export function tryWeights(book: Spreadsheet): Outcome {
  const blocks = ratingBlocks(readTable(book, institutionsTable).rows);
  if (blocks.length === 0) {
    const outcome = 'Пробовать не на чем: заполните лист «Учреждения».';
    return { on: institutionsTable.sheet, outcome, mustBeRead: true };
  }
  fillMethods(book);
  const isThere = book.getSheetByName(TRIAL_METHOD) !== null;
  const question = `Лист «${TRIAL_METHOD}» уже есть. Начать заново с копии действующей методики? «Нет» — оставить веса пробы.`;
  const isFresh = !isThere || confirm('Проба на других весах', question);
  if (isFresh) {
    const rows = readMethods(book).rows.filter(({ code }) => code !== APPROVED);
    const columns = METHOD_COLUMNS.map((key) => methodTable.columns[key]);
    layTrialMethod(
      book,
      columns.map(({ title }) => title),
      rows.map((row) => METHOD_COLUMNS.map((key) => row[key])),
      columns.map(({ width }) => width),
    );
  }
  layTrialRating(book, blocks, ratingSources(book));
  return {
    on: TRIAL_RATING,
    outcome: `Проба готова: меняйте веса на листе «${TRIAL_METHOD}», числа — на листе «${TRIAL_RATING}». Официальный рейтинг не изменился.`,
  };
}
