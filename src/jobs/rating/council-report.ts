import {
  councilReport,
  type PlanExecution,
  type RatedInstitution,
  type RatedSphere,
} from '../../domain/documents/council-report.ts';
import { SPHERES, sphereNamed } from '../../domain/methodology/sphere.ts';
import { russianDay } from '../../domain/plan/dates.ts';
import { territoryScore } from '../../domain/rating/territory.ts';
import { writeDocument } from '../../google/documents.ts';
import { sayProgress } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { RATING, type ReadBlock, readRatingSheet } from '../../workbook/rating-sheet.ts';
import { readTable } from '../../workbook/records.ts';
import { readSettings, SETTINGS, type SettingKey } from '../../workbook/settings.ts';
import { duesTable, plansTable } from '../../workbook/tables/plan.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { answersTable } from '../../workbook/tables/survey.ts';
import type { Outcome } from '../guarded.ts';
import { recordDocument } from '../survey/links-document.ts';
import { methodsInForce } from './methods.ts';
import { sharesOf } from './published-shares.ts';
import { reportedChanges } from './reported-changes.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Settings that change the figures of the report: it names them. */
const NAMED: readonly SettingKey[] = ['rounding', 'empty', 'confidence', 'shift'];

/** Отчёт Общественному совету: its figures are those that the sheets show now. */
export function councilReportJob(book: Spreadsheet): Outcome {
  SpreadsheetApp.flush();
  const blocks = readRatingSheet(book);
  if (blocks.length === 0) {
    return {
      on: RATING,
      outcome: 'Рейтинга ещё нет. Сначала выберите «НОКО → Рейтинг → Обновить лист «Рейтинг»».',
      mustBeRead: true,
    };
  }
  const lacking = lackingSpheres(book, blocks);
  if (lacking.length > 0) {
    return {
      on: RATING,
      outcome: `Отчёт не составлен: на листе «${RATING}» не видно итогов (${lacking.join(', ')}). Если там написано «Загрузка…», подождите минуту и повторите; если сфера появилась в реестре недавно, выберите «НОКО → Рейтинг → Обновить лист «Рейтинг»».`,
      mustBeRead: true,
    };
  }
  sayProgress('Собираю отчёт…');
  const settings = readSettings(book);
  const answers = readTable(book, answersTable).rows;
  const excluded = answers.filter((row) => row.excluded);
  const spheres = blocks.map(ratedSphere);
  const today = localDay(new Date());
  const counted = answers.length - excluded.length;
  const title = `Отчёт Общественному совету, ${settings.year || today.slice(0, 4)} год`;
  const { url } = writeDocument(
    title,
    councilReport({
      authority: settings.authority,
      territory: settings.territory,
      year: Number(settings.year || today.slice(0, 4)),
      madeOn: today,
      answers: counted,
      excluded: excluded.length,
      exclusions: countBy(excluded.map((row) => row.why)),
      spheres,
      territoryScore: territoryScore(
        spheres
          .map(({ name, institutions }) => institutions.map(({ total }) => ({ sphere: name, score: total })))
          .reduce((all, rows) => all.concat(rows), []),
      ).total,
      changes: reportedChanges(book),
      plans: planExecution(book),
      shares: sharesOf(book),
      method: methodsInForce(book).text,
      settings: NAMED.map((key) => `${SETTINGS[key].name}: ${settings[key]}.`),
    }),
  );
  return recordDocument(book, { title, kind: 'отчёт', url, snapshot: `${russianDay(today)}, анкет: ${counted}` });
}

/**
 * Spheres that are assessed and that the sheet shows nothing of. Google works a script's formulas out in its own time,
 * so a report made at once could lack a sphere and nobody would see it.
 */
function lackingSpheres(book: Spreadsheet, blocks: readonly ReadBlock[]): string[] {
  const shown = blocks.map(({ sphere }) => sphereNamed(sphere)?.id);
  const assessed = readTable(book, institutionsTable)
    .rows.filter(({ takesPart }) => takesPart)
    .map(({ sphere }) => sphereNamed(sphere));
  return SPHERES.filter((sphere) => assessed.indexOf(sphere) >= 0 && shown.indexOf(sphere.id) < 0).map(
    ({ name }) => name,
  );
}

/** Columns as `NOKO_RESULTS` lays them. */
function ratedSphere({ sphere, rows }: ReadBlock): RatedSphere {
  return {
    name: sphere,
    institutions: rows.map((cells): RatedInstitution => {
      const at = (column: number): number | null => {
        const value = cells[column];
        return typeof value === 'number' ? value : null;
      };
      return {
        rank: at(0),
        name: String(cells[1]),
        criteria: [at(2), at(3), at(4), at(5), at(6)],
        total: at(7),
        grade: String(cells[8]),
        low: at(9),
        high: at(10),
        rankLow: at(11),
        rankHigh: at(12),
        answers: at(13) ?? 0,
        required: at(14),
      };
    }),
  };
}

function planExecution(book: Spreadsheet): PlanExecution[] {
  const dues = readTable(book, duesTable).rows;
  return readTable(book, plansTable).rows.map(({ plan, title, year }) => {
    const lines = dues.filter((due) => due.plan === plan);
    const counts: Record<string, number> = {};
    for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1;
    return {
      title: `${title}${year ? ` (сроки ${year} года)` : ''}`,
      counts,
      lines: lines.map(({ line, measure, due, state, evidence }) => ({ number: line, measure, due, state, evidence })),
    };
  });
}

function countBy(reasons: readonly string[]): { why: string; answers: number }[] {
  const counts = new Map<string, number>();
  for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, answers]) => ({ why, answers }));
}
