import { sphereNamed, sphereOf } from '../../domain/methodology/sphere.ts';
import { russianDay } from '../../domain/plan/dates.ts';
import { readGroups } from '../../domain/rating/recipient-groups.ts';
import { secondView } from '../../domain/rating/second-view.ts';
import type { Answer } from '../../domain/survey/answer.ts';
import { officialQuestionnaire } from '../../domain/survey/official-questionnaire.ts';
import { tallyLayout } from '../../domain/survey/tally.ts';
import type { Assessed } from '../../functions/assessed-cells.ts';
import { groupsProblemText, secondViewText } from '../../texts/second-view.ts';
import { confirm } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { prepareSheet } from '../../workbook/prepare.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import {
  laySecondView,
  SECOND_VIEW,
  type SecondViewBlock,
  type SecondViewRow,
} from '../../workbook/second-view-sheet.ts';
import type { RowOf } from '../../workbook/table.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { answersTable, COMPOSITION_QUESTIONS, compositionTable } from '../../workbook/tables/survey.ts';
import type { Outcome } from '../guarded.ts';
import { readAnswerRow } from '../survey/answer-row.ts';
import { assessedNow, type RatingSettings, ratingSettings } from './assessed-now.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type CompositionRow = RowOf<typeof compositionTable>;
type Word = keyof typeof COMPOSITION_QUESTIONS;

/** Totals with the composition of recipients, on a sheet of their own; nothing official is changed. */
export function secondViewJob(book: Spreadsheet): Outcome | undefined {
  const composition = compositionRows(book);
  if (composition.every(({ recipients }) => recipients === null)) {
    const outcome = `Сначала впишите, сколько у учреждений получателей каждого пола или возраста: лист «${compositionTable.sheet}», столбец «${compositionTable.columns.recipients.title}». Строки для всех учреждений там уже есть; чего не знаете, оставьте пустым. Затем выберите этот пункт снова.`;
    return { on: compositionTable.sheet, outcome, mustBeRead: true };
  }
  const question = `Лист «${SECOND_VIEW}» уже есть. Посчитать заново и заменить его?`;
  if (book.getSheetByName(SECOND_VIEW) && !confirm('Второй взгляд', question)) return undefined;
  const settings = ratingSettings(book);
  const assessed = assessedNow(book, settings);
  const answers = answersByInstitution(book, assessed);
  const blocks = (Object.keys(COMPOSITION_QUESTIONS) as Word[]).map(
    (word): SecondViewBlock => ({
      title: word,
      rows: assessed
        .map((one) => viewRow(one, word, composition, answers.get(one.code) ?? [], settings))
        .filter((row) => row !== null),
    }),
  );
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  laySecondView(book, filled, russianDay(localDay(new Date())));
  const all = filled.reduce((rows, block) => rows.concat(block.rows), [] as SecondViewRow[]);
  const weighted = all.filter(({ total }) => total !== null).length;
  return {
    on: SECOND_VIEW,
    outcome: `Второй взгляд посчитан: итогов ${weighted} из ${all.length}${weighted < all.length ? ', причины — в столбце «Примечание»' : ''}. Официальный рейтинг не изменился.`,
  };
}

/** The table as it is; made and filled with rows for every institution where it is not there. */
function compositionRows(book: Spreadsheet): CompositionRow[] {
  if (book.getSheetByName(compositionTable.sheet)) return readTable(book, compositionTable).rows;
  prepareSheet(book, compositionTable, book.getNumSheets());
  const rows: CompositionRow[] = [];
  for (const { code, sphere: name, takesPart } of readTable(book, institutionsTable).rows) {
    const sphere = sphereNamed(name);
    if (!takesPart || !sphere) continue;
    const { questions } = officialQuestionnaire(sphere.id);
    for (const word of Object.keys(COMPOSITION_QUESTIONS) as Word[]) {
      const asked = questions.find(({ id }) => id === COMPOSITION_QUESTIONS[word]);
      for (const group of asked?.choices ?? []) {
        rows.push({ institution: code, question: word, group, recipients: null });
      }
    }
  }
  replaceRows(readTable(book, compositionTable), rows);
  return rows;
}

/** «Ответы» read once; excluded ones are not in any total. */
function answersByInstitution(book: Spreadsheet, assessed: readonly Assessed[]): Map<string, Answer[]> {
  const spheres = new Map(assessed.map(({ code, sphere }) => [code, sphere]));
  const answers = new Map<string, Answer[]>();
  for (const row of readTable(book, answersTable).rows) {
    const sphere = spheres.get(row.institution);
    if (!sphere || row.excluded) continue;
    const own = answers.get(row.institution) ?? [];
    own.push(readAnswerRow(row, officialQuestionnaire(sphere)).answer);
    answers.set(row.institution, own);
  }
  return answers;
}

/** @returns null where the institution has no numbers for this question */
function viewRow(
  { code, name, sphere, method, evidence, assessment }: Assessed,
  word: Word,
  composition: readonly CompositionRow[],
  answers: readonly Answer[],
  settings: RatingSettings,
): SecondViewRow | null {
  const questionnaire = officialQuestionnaire(sphere);
  const question = COMPOSITION_QUESTIONS[word];
  const own = composition.filter((row) => row.institution === code && row.question === word);
  const { choices } = questionnaire.questions.find(({ id }) => id === question)!;
  const read = readGroups(own, choices);
  if (read.kind === 'blank') return null;
  const official = assessment.score.total;
  const bare = { name, sphere: sphereOf(sphere).name, official, answers: answers.length };
  const none = { total: null, weighted: null, effectiveSize: null, weights: null };
  if (read.kind === 'wrong') return { ...bare, ...none, note: groupsProblemText(read.problem) };
  const layout = tallyLayout(questionnaire);
  const view = secondView(method, evidence, settings, { answers, layout, question, groups: read.groups });
  const note = secondViewText(view);
  if (view.result.kind !== 'weighted') return { ...bare, ...none, note };
  const { respondents, effectiveSize, weights } = view.result;
  return { ...bare, total: view.total, weighted: respondents, effectiveSize, weights, note };
}
