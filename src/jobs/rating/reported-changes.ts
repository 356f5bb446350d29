import type { ChangedInstitution, ReportedChanges } from '../../domain/documents/changes-table.ts';
import { SPHERES } from '../../domain/methodology/sphere.ts';
import { standAfterHolm } from '../../domain/rating/holm.ts';
import { intervalOfChange } from '../../domain/rating/year-change.ts';
import { presentResult } from '../../functions/former-cells.ts';
import { assessedNow, ratingSettings } from './assessed-now.ts';
import { changesSince, type InstitutionChange } from './former-results.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Every comparison of «Рейтинг» for the report, and which of them stand among all. */
export function reportedChanges(book: Spreadsheet): ReportedChanges {
  const settings = ratingSettings(book);
  const compared = changesSince(book, assessedNow(book, settings), settings).filter(({ change }) => change !== null);
  // Those by other rules are no findings, so they are not among the comparisons either.
  const known = compared
    .map((_, at) => at)
    .filter((at) => compared[at]!.change!.interval !== null && compared[at]!.change!.rules !== 'other');
  const stand = standAfterHolm(
    known.length,
    (at, level) => {
      const { assessed, details } = compared[known[at]!]!;
      const now = presentResult(assessed.method, assessed.assessment.score.total!, assessed.error, settings);
      return intervalOfChange(now, details!.row, level)!.isSignificant;
    },
    settings.level,
  );
  const changed = compared.map((one, at) => ({
    sphere: one.assessed.sphere,
    institution: changedInstitution(one, stand[known.indexOf(at)] ?? false),
  }));
  return {
    spheres: SPHERES.map(({ id, name }) => ({
      name,
      institutions: changed.filter(({ sphere }) => sphere === id).map(({ institution }) => institution),
    })),
    confidence: String(settings.level).replace('.', ','),
  };
}

function changedInstitution(
  { assessed, change, details, words }: InstitutionChange,
  standsAmongAll: boolean,
): ChangedInstitution {
  const { before, difference, interval, direction, rules } = change!;
  return {
    ...{ name: assessed.name, year: details!.row.year, before, now: assessed.assessment.score.total! },
    ...{ difference, interval, direction, isConditional: rules === 'other', words, standsAmongAll },
  };
}
