import { order344 } from '../../domain/methodology/order-344.ts';
import { type Assessed, assessAll } from '../../functions/assessed-cells.ts';
import { levelOf } from '../../functions/cells.ts';
import { readTable } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { observationsTable, tallyTable } from '../../workbook/tables/survey.ts';
import { methodCells, methodSettings } from './methods.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** «Настройки» as the formulas of «Рейтинг» take them. */
export interface RatingSettings extends ReturnType<typeof methodSettings> {
  /** Confidence, 0–1. */
  readonly level: number;
  /** undefined where no year is written. */
  readonly year: number | undefined;
}

export function ratingSettings(book: Spreadsheet): RatingSettings {
  const { confidence, year } = readSettings(book);
  return { ...methodSettings(book), level: levelOf(confidence), year: /^\d{4}$/.test(year) ? Number(year) : undefined };
}

/**
 * The institutions as the formulas of «Рейтинг» assess them now, by the same function.
 *
 * @param only code of the one that is wanted; it need not take part
 */
export function assessedNow(book: Spreadsheet, settings: RatingSettings, only?: string): Assessed[] {
  const register = readTable(book, institutionsTable).rows.filter((row) =>
    only === undefined ? row.takesPart : row.code === only,
  );
  const isWanted = ({ institution }: { institution: string }): boolean => only === undefined || institution === only;
  const column = (key: 'code' | 'name' | 'sphere' | 'recipients') => register.map((row) => [row[key] ?? '']);
  return assessAll(
    readTable(book, tallyTable)
      .rows.filter(isWanted)
      .map(({ institution, question, yes, no, answered, products }) => [
        ...[institution, question, yes ?? '', no ?? '', answered ?? '', products],
      ]),
    readTable(book, observationsTable)
      .rows.filter(isWanted)
      .map(({ institution, item, title, found }) => [institution, item, title, found]),
    {
      ...{ codes: column('code'), names: column('name'), spheres: column('sphere') },
      ...{ recipients: column('recipients'), takesPart: undefined },
    },
    settings,
    methodCells(book),
    order344,
  );
}
