import { standingOf } from '../../domain/methodology/method-standing.ts';
import { order344 } from '../../domain/methodology/order-344.ts';
import { EMPTY_POLICIES, ROUNDINGS, wordFor } from '../../domain/methodology/setting-words.ts';
import { SPHERES } from '../../domain/methodology/sphere.ts';
import { russianDay } from '../../domain/plan/dates.ts';
import { countsText, keepable, pointsText } from '../../domain/rating/former-counts.ts';
import { rulesMark } from '../../domain/rating/year-change.ts';
import type { Assessed } from '../../functions/assessed-cells.ts';
import { standingText } from '../../texts/method-standing.ts';
import { confirm } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import { SETTINGS } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { formerResultsTable } from '../../workbook/tables/rating.ts';
import { settingsTable } from '../../workbook/tables/start.ts';
import type { Outcome } from '../guarded.ts';
import { assessedNow, type RatingSettings, ratingSettings } from './assessed-now.ts';
import { methodsInForce } from './methods.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Row = RowOf<typeof formerResultsTable>;

const TITLE = 'Закрепить итоги года';

/**
 * Writes the year's figures down as they are now, for the years after it to be compared with.
 * Done again, it replaces the rows of the same year and no others.
 */
export function closeYear(book: Spreadsheet): Outcome | undefined {
  SpreadsheetApp.flush();
  const settings = ratingSettings(book);
  const { sheet } = formerResultsTable;
  if (settings.year === undefined) {
    const outcome = `Не закреплено: на листе «${settingsTable.sheet}» не указан «${SETTINGS.year.name}». Впишите год оценки, например 2026, и повторите.`;
    return { on: sheet, outcome, mustBeRead: true };
  }
  const { year } = settings;
  const assessed = assessedNow(book, settings);
  const scored = assessed.filter(({ assessment }) => assessment.score.total !== null);
  if (scored.length === 0) {
    const outcome = `Не закреплено: за ${year} год нет ни одного итога. Причины — в столбце «Примечание» листа «Рейтинг».`;
    return { on: sheet, outcome, mustBeRead: true };
  }
  const records = readTable(book, formerResultsTable);
  const isOwn = (row: Row): boolean => row.year === year;
  const answers = scored.reduce((sum, one) => sum + one.answers, 0);
  const today = localDay(new Date());
  const { isApproved } = methodsInForce(book);
  const before = records.rows.filter(isOwn);
  const [earlier] = before;
  const question = [
    `Итоги за ${year} год: учреждений ${scored.length}, анкет ${answers}.`,
    scored.length < assessed.length ? `▲ Без итога и поэтому без строки: ${assessed.length - scored.length}.` : '',
    isApproved ? '' : '▲ Методика не утверждена: это будет записано рядом с числами.',
    earlier
      ? `▲ На листе «${sheet}» уже есть строки за ${year} год: ${before.length}${earlier.frozenOn ? `, закреплены ${russianDay(earlier.frozenOn)}` : ', вписаны вручную'}. Они будут заменены. Другие годы не изменятся.`
      : `Строки добавятся на лист «${sheet}»; другие годы не изменятся.`,
    'Рейтинг следующей оценки будет сравниваться с этими числами. Закрепить?',
  ];
  if (!confirm(TITLE, question.filter((line) => line !== '').join('\n'))) return undefined;

  const fresh = scored.map((one) => formerRow(one, settings, year, today));
  const others = records.rows.filter((row) => !isOwn(row));
  // The notes that a person wrote stay with their institutions.
  for (const row of fresh) row.note = before.find(({ code }) => code === row.code)?.note ?? '';
  replaceRows(records, [...others, ...fresh]);
  const replaced = before.length > 0 ? `, заменено прежних строк: ${before.length}` : '';
  return {
    on: sheet,
    outcome: `Итоги за ${year} год закреплены ${russianDay(today)}: учреждений ${fresh.length}, анкет ${answers}${replaced}.`,
  };
}

function formerRow(
  { code, name, sphere, method, evidence, assessment, error, answers, recipients }: Assessed,
  { rounding, empty }: RatingSettings,
  year: number,
  frozenOn: string,
): Row {
  const { criteria, total } = assessment.score;
  const { counts, points } = keepable(method, evidence, assessment);
  // What formulas compute by, where the sheet has no method, goes without titles.
  const title = method.title || order344(sphere).title;
  const standing = standingText(standingOf(method, { rounding, empty }));
  return {
    ...{ year, code, name, sphere: SPHERES.find(({ id }) => id === sphere)!.name },
    ...{ k1: criteria.К1 ?? null, k2: criteria.К2 ?? null, k3: criteria.К3 ?? null },
    ...{ k4: criteria.К4 ?? null, k5: criteria.К5 ?? null },
    ...{
      total,
      error: error?.error ?? null,
      shift: error ? error.shift : null,
      answers,
      recipients: recipients ?? null,
    },
    method: `${title}; ${standing}; округление «${wordFor(ROUNDINGS, rounding)}»; без ответов «${wordFor(EMPTY_POLICIES, empty)}»`,
    ...{ points: pointsText(points), counts: countsText(counts), rules: rulesMark(method, rounding, empty) },
    frozenOn,
    note: '',
  };
}
