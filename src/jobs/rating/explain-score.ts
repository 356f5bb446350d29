import { sphereNamed } from '../../domain/methodology/sphere.ts';
import { officialQuestionnaire } from '../../domain/survey/official-questionnaire.ts';
import { INDICATORS, RATING } from '../../workbook/rating-sheet.ts';
import { readTable } from '../../workbook/records.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { answersTable } from '../../workbook/tables/survey.ts';
import type { Outcome } from '../guarded.ts';
import { assessedNow, ratingSettings } from './assessed-now.ts';
import { type ExplanationPage, explanationPage } from './explanation-page.ts';
import { changesSince } from './former-results.ts';
import { methodsInForce } from './methods.ts';
import { visibilityInReport } from './published-shares.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Name of the page's file. */
const PAGE = 'explain';
/** 1-based column of the institution's name on the sheets that have a row for each. */
const NAME_COLUMNS: Readonly<Record<string, number>> = { [RATING]: 2, [INDICATORS]: 1 };

/** Opens the panel on the institution of the active row, or on the list where there is none. */
export function openExplanation(book: Spreadsheet): Outcome {
  const institutions = readTable(book, institutionsTable)
    .rows.filter(({ takesPart }) => takesPart)
    .map(({ code, name }) => ({ code, name: name || code }));
  if (institutions.length === 0) {
    const outcome = 'Учреждений ещё нет. Заполните лист «Учреждения» и отметьте «Оценивается».';
    return { on: institutionsTable.sheet, outcome, mustBeRead: true };
  }
  const name = activeName(book);
  const chosen = institutions.find((one) => one.name === name);
  const template = HtmlService.createTemplateFromFile(PAGE);
  Object.assign(template, { institutions, chosen: chosen?.code ?? '' });
  SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle('Откуда это число'));
  return {
    on: RATING,
    outcome: chosen ? `Показано, откуда числа: ${chosen.name}.` : 'Выберите учреждение в панели справа.',
  };
}

function activeName(book: Spreadsheet): string {
  const sheet = book.getActiveSheet();
  const column = NAME_COLUMNS[sheet.getName()];
  const cell = sheet.getActiveCell();
  return column && cell ? String(sheet.getRange(cell.getRow(), column).getValue()) : '';
}

/**
 * What the panel asks for: the institution's score with everything behind it, as JSON.
 *
 * @param code of the institution; checked against the register, since a page may send anything
 */
export function explainInstitution(book: Spreadsheet, code: unknown): ExplanationPage {
  const register = readTable(book, institutionsTable).rows;
  const own = register.find((row) => row.code === String(code));
  const sphere = own && sphereNamed(own.sphere);
  if (!own || !sphere) throw new Error('Такого учреждения нет на листе «Учреждения» или не указана его сфера.');
  const settings = ratingSettings(book);
  const [assessed] = assessedNow(book, settings, own.code);
  const [change] = changesSince(book, [assessed!], settings);
  const excluded = readTable(book, answersTable).rows.filter((row) => row.excluded && row.institution === own.code);
  const reasons = new Map<string, number>();
  for (const { why } of excluded) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return explanationPage(assessed!, officialQuestionnaire(sphere.id).questions, {
    ...settings,
    methods: methodsInForce(book).text,
    change: change!,
    inReport: visibilityInReport(book, own.code),
    exclusions: [...reasons].map(([why, answers]) => ({ why, answers })),
  });
}
