import type { ShareColumn, SphereShares } from '../../domain/documents/shares-table.ts';
import { SPHERES, sphereNamed } from '../../domain/methodology/sphere.ts';
import { publishedShares } from '../../domain/rating/published-shares.ts';
import { shareWeights } from '../../domain/rating/share-weights.ts';
import type { Visibility } from '../../domain/rating/suppression.ts';
import { officialQuestionnaire } from '../../domain/survey/official-questionnaire.ts';
import { scoredQuestions } from '../../domain/survey/questionnaire.ts';
import { methodsBySphere } from '../../functions/method-cells.ts';
import { readTable } from '../../workbook/records.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { tallyTable } from '../../workbook/tables/survey.ts';
import { methodCells } from './methods.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Counts of «Свод» by sphere, institution and question, for the report's appendix. */
export function sharesOf(book: Spreadsheet): (SphereShares & { readonly codes: readonly string[] })[] {
  const register = readTable(book, institutionsTable).rows.filter(({ takesPart }) => takesPart);
  const counts = new Map(
    readTable(book, tallyTable).rows.map(({ institution, question, yes, answered }) => [
      `${institution}|${question}`,
      { yes: yes ?? 0, answered: answered ?? 0 },
    ]),
  );
  const methodOf = methodsBySphere(methodCells(book));
  return SPHERES.map(({ id, name }) => {
    const asked = scoredQuestions(officialQuestionnaire(id)).filter(({ kind }) => kind === 'yes-no');
    const columns = asked.map(
      ({ id: question, feeds }): ShareColumn => ({ question, label: [feeds!.indicator, feeds!.part].join(' ').trim() }),
    );
    const own = register.filter(({ sphere }) => sphereNamed(sphere)?.id === id);
    const weights = own.length > 0 ? shareWeights(methodOf(id)) : {};
    const cells = own.map(({ code, name: institution }) =>
      asked.map(({ id: question, feeds }) => ({
        institution: institution || code,
        question,
        criterion: `К${feeds!.indicator[0]}`,
        weight: weights[question] ?? 0,
        ...(counts.get(`${code}|${question}`) ?? { yes: 0, answered: 0 }),
      })),
    );
    return {
      sphere: name.charAt(0).toUpperCase() + name.slice(1),
      columns,
      codes: own.map(({ code }) => code),
      cells: cells.reduce((all, each) => all.concat(each), []),
    };
  });
}

/**
 * What the appendix of the report shows of one institution's questions. Whatever else is shown of
 * it must hide the same, or the two together would give a hidden share away.
 *
 * @returns by question; empty where the institution takes no part
 */
export function visibilityInReport(book: Spreadsheet, code: string): ReadonlyMap<string, Visibility> {
  const found = new Map<string, Visibility>();
  for (const { cells, codes, columns } of sharesOf(book)) {
    const at = codes.indexOf(code);
    if (at < 0) continue;
    const { words } = publishedShares(cells);
    columns.forEach(({ question }, column) => {
      found.set(question, words[at * columns.length + column]!);
    });
  }
  return found;
}
