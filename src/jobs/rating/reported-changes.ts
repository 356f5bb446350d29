import type { ChangedInstitution, ReportedChanges } from '../../domain/documents/changes-table.ts';
import { SPHERES } from '../../domain/methodology/sphere.ts';
import { standAfterHolm } from '../../domain/rating/holm.ts';
import { chanceOf, rulesMark } from '../../domain/rating/year-change.ts';
import { assessedNow, ratingSettings } from './assessed-now.ts';
import { changesSince, type InstitutionChange } from './former-results.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Every comparison of «Рейтинг» for the report, and which of them stand among all. */
export function reportedChanges(book: Spreadsheet): ReportedChanges {
  const settings = ratingSettings(book);
  const compared = changesSince(book, assessedNow(book, settings), settings).filter(({ change }) => change !== null);
  const chances = compared.map(({ assessed, details }) =>
    chanceOf(
      {
        score: assessed.assessment.score.total!,
        error: assessed.error,
        rules: rulesMark(assessed.method, settings.rounding, settings.empty),
      },
      details!.row,
    ),
  );
  const known = chances.map((_, at) => at).filter((at) => chances[at] !== null);
  const stand = standAfterHolm(
    known.map((at) => chances[at]!),
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
