import { SPHERES, sphereNamed } from '../../domain/methodology/sphere.ts';
import { prepareSheet } from '../../workbook/prepare.ts';
import {
  layRatingSheet,
  nameRatingSheet,
  RATING,
  type RatingBlock,
  type RatingDistrict,
  type RatingNames,
  type RatingType,
} from '../../workbook/rating-sheet.ts';
import { ratingSources } from '../../workbook/rating-sources.ts';
import { readTable } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { formerResultsTable } from '../../workbook/tables/rating.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import type { Outcome } from '../guarded.ts';
import { fillObservations } from '../workbook/prepare-workbook.ts';
import { fillMethods, methodsInForce } from './methods.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Brings the layout of «Рейтинг» and the expert's checklist in step with the register. */
export function refreshRating(book: Spreadsheet): Outcome {
  const { rows: register } = readTable(book, institutionsTable);
  const blocks = ratingBlocks(register);
  // A book made before the sheet was: the formulas must have it.
  if (!book.getSheetByName(formerResultsTable.sheet)) prepareSheet(book, formerResultsTable, book.getNumSheets());
  fillObservations(book);
  fillMethods(book);
  layRatingSheet(book, blocks, districtsOf(register), typesOf(register), ratingNames(book), ratingSources(book));
  const total = blocks.reduce((sum, { institutions }) => sum + institutions, 0);
  return { on: RATING, outcome: `Лист «Рейтинг» готов: сфер ${blocks.length}, учреждений ${total}.` };
}

/** The spheres of the register, each with the number of its institutions. */
export function ratingBlocks(register: readonly RowOf<typeof institutionsTable>[]): RatingBlock[] {
  return SPHERES.map(({ id, name }) => ({
    sphere: name,
    institutions: register.filter(({ sphere }) => sphereNamed(sphere)?.id === id).length,
  })).filter(({ institutions }) => institutions > 0);
}

/** «Методика» or a setting was edited: the sheet must not go on naming an order that is no longer followed. */
export function renameRating(book: Spreadsheet): void {
  nameRatingSheet(book, ratingNames(book));
}

function ratingNames(book: Spreadsheet): RatingNames {
  const register = readTable(book, institutionsTable).rows;
  const { year } = readSettings(book);
  const { text, isApproved } = methodsInForce(book);
  const isSample = register.length > 0 && register.every(({ note }) => note.toLowerCase() === 'пример');
  const title = [
    `Рейтинг учреждений${year ? ` за ${year} год` : ''}`,
    isApproved ? '' : ' (предварительный: методика не утверждена)',
    isSample ? ' — пример' : '',
  ].join('');
  return { title, methods: text };
}

/** Districts in the order of the register, those that are written. */
function districtsOf(register: readonly RowOf<typeof institutionsTable>[]): RatingDistrict[] {
  const spheres = new Map<string, string[]>();
  for (const { district, sphere } of register) {
    const name = sphereNamed(sphere)?.name;
    if (district === '' || !name) continue;
    const own = spheres.get(district) ?? [];
    spheres.set(district, own.indexOf(name) < 0 ? [...own, name] : own);
  }
  return [...spheres].map(([district, own]) => ({ district, spheres: own }));
}

/** Types of each sphere in the order of the register; one institution alone has nobody to be compared with. */
function typesOf(register: readonly RowOf<typeof institutionsTable>[]): RatingType[] {
  const types: RatingType[] = [];
  for (const { sphere: written, type, takesPart } of register) {
    const sphere = sphereNamed(written)?.name;
    if (type === '' || !sphere || !takesPart) continue;
    const known = types.find((one) => one.sphere === sphere && one.type.toLowerCase() === type.toLowerCase());
    if (known) known.institutions += 1;
    else types.push({ sphere, type, institutions: 1 });
  }
  return types.filter(({ institutions }) => institutions > 1);
}
