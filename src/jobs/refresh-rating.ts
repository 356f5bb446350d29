import { SPHERES, sphereNamed } from '../domain/methodology/sphere.ts';
import { layRatingSheet, RATING, type RatingBlock } from '../workbook/rating-sheet.ts';
import { readTable } from '../workbook/records.ts';
import { settingsFrom } from '../workbook/settings.ts';
import { institutionsTable, settingsTable } from '../workbook/tables.ts';
import type { Outcome } from './guarded.ts';
import { fillMethods, methodsInForce } from './methods.ts';
import { fillObservations } from './prepare-workbook.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Brings the layout of «Рейтинг» and the expert's checklist in step with the register. */
export function refreshRating(book: Spreadsheet): Outcome {
  const register = readTable(book, institutionsTable).rows;
  const settings = settingsFrom(readTable(book, settingsTable).rows);
  const blocks: RatingBlock[] = SPHERES.map(({ id, name }) => ({
    sphere: name,
    institutions: register.filter(({ sphere }) => sphereNamed(sphere)?.id === id).length,
  })).filter(({ institutions }) => institutions > 0);
  fillObservations(book);
  fillMethods(book);
  const year = settings.year ? ` за ${settings.year} год` : '';
  const { text, isApproved } = methodsInForce(book);
  const title = `Рейтинг учреждений${year}${isApproved ? '' : ' (предварительный: методика не утверждена)'}`;
  layRatingSheet(book, blocks, title, text);
  const total = blocks.reduce((sum, { institutions }) => sum + institutions, 0);
  return { on: RATING, outcome: `Лист «Рейтинг» готов: сфер ${blocks.length}, учреждений ${total}.` };
}
