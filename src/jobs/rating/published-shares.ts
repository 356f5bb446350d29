import type { ShareColumn, SphereShares } from '../../domain/documents/shares-table.ts';
import { SPHERES, sphereNamed } from '../../domain/methodology/sphere.ts';
import { officialQuestionnaire } from '../../domain/survey/official-questionnaire.ts';
import { scoredQuestions } from '../../domain/survey/questionnaire.ts';
import { readTable } from '../../workbook/records.ts';
import { institutionsTable, tallyTable } from '../../workbook/tables.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Counts of «Свод» by sphere, institution and question, for the report's appendix. */
export function sharesOf(book: Spreadsheet): SphereShares[] {
  const register = readTable(book, institutionsTable).rows.filter(({ takesPart }) => takesPart);
  const counts = new Map(
    readTable(book, tallyTable).rows.map(({ institution, question, yes, answered }) => [
      `${institution}|${question}`,
      { yes: yes ?? 0, answered: answered ?? 0 },
    ]),
  );
  return SPHERES.map(({ id, name }) => {
    const asked = scoredQuestions(officialQuestionnaire(id)).filter(({ kind }) => kind === 'yes-no');
    const columns = asked.map(
      ({ id: question, feeds }): ShareColumn => ({ question, label: [feeds!.indicator, feeds!.part].join(' ').trim() }),
    );
    const own = register.filter(({ sphere }) => sphereNamed(sphere)?.id === id);
    const cells = own.map(({ code, name: institution }) =>
      asked.map(({ id: question, feeds }) => ({
        institution: institution || code,
        question,
        criterion: `К${feeds!.indicator[0]}`,
        ...(counts.get(`${code}|${question}`) ?? { yes: 0, answered: 0 }),
      })),
    );
    return {
      sphere: name.charAt(0).toUpperCase() + name.slice(1),
      columns,
      cells: cells.reduce((all, each) => all.concat(each), []),
    };
  });
}
