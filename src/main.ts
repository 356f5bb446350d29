/**
 * The front door: every function that Google calls, one line each. What is exported here
 * becomes a top-level function of the script, with its JSDoc.
 */
import type { CellRange } from './functions/cells.ts';
import { planDeadline, planDues, planWorkday, planWorkdaysAfter } from './functions/plan.ts';
import { showMenu } from './ui/menu.ts';
import { isWatched } from './workbook/watched-sheets.ts';

/** Name of the HTML file that the build writes the jobs into. */
const JOBS_FILE = 'jobs';

/**
 * The jobs, loaded from their file when a menu item or a trigger needs them. Each call of a
 * formula loads the whole script, so what formulas do not use is kept out of it.
 * https://developers.google.com/apps-script/guides/html/best-practices shows the same way to
 * read a file of the project.
 */
function jobs(): typeof import('./jobs/entry.ts') {
  const file = HtmlService.createHtmlOutputFromFile(JOBS_FILE).getContent();
  const source = file.slice(file.indexOf('<script>') + '<script>'.length, file.lastIndexOf('</script>'));
  return new Function(`${source};return NOKO_JOBS_;`)();
}

export function onOpen() {
  showMenu();
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit) {
  if (isWatched(event.range.getSheet().getName())) jobs().onEdit(event);
}

export function onAnswer(event: GoogleAppsScript.Events.FormsOnFormSubmit) {
  jobs().onAnswer(event);
}

export function everyMorning() {
  jobs().everyMorning();
}

export function menuLoadPlan() {
  jobs().menuLoadPlan();
}

export function menuRecountDues() {
  jobs().menuRecountDues();
}

export function menuPreviewReminders() {
  jobs().menuPreviewReminders();
}

export function menuRemindNow() {
  jobs().menuRemindNow();
}

export function menuPlanViews() {
  jobs().menuPlanViews();
}

export function menuMyDues() {
  jobs().menuMyDues();
}

export function panelDues(person: string) {
  return jobs().panelDues(person);
}

export function menuPlanDocument() {
  jobs().menuPlanDocument();
}

export function menuChangeYear() {
  jobs().menuChangeYear();
}

export function menuTestLetter() {
  jobs().menuTestLetter();
}

export function menuCheckHealth() {
  jobs().menuCheckHealth();
}

export function menuPrepare() {
  jobs().menuPrepare();
}

export function menuCreateForms() {
  jobs().menuCreateForms();
}

export function menuLinksDocument() {
  jobs().menuLinksDocument();
}

export function menuReconcileAnswers() {
  jobs().menuReconcileAnswers();
}

export function menuRecountTally() {
  jobs().menuRecountTally();
}

export function menuRefreshRating() {
  jobs().menuRefreshRating();
}

export function menuExplain() {
  jobs().menuExplain();
}

/** Called by the page of the panel «Откуда это число». */
export function explainInstitution(code: unknown) {
  return jobs().explainInstitution(code);
}

export function menuTryWeights() {
  jobs().menuTryWeights();
}

export function menuCheckMethod() {
  jobs().menuCheckMethod();
}

export function menuApproveMethod() {
  jobs().menuApproveMethod();
}

export function menuCouncilReport() {
  jobs().menuCouncilReport();
}

/**
 * Все даты срока за год плана, как они написаны, без переноса с выходных.
 *
 * @param {"ежегодно до 30 января"} phrase срок словами плана
 * @param {2026} year год плана
 * @return столбец дат; пустая ячейка, если даты у срока нет
 * @customfunction
 */
export function NOKO_DUES(phrase: CellRange, year: CellRange) {
  return planDues(phrase, year);
}

/**
 * Как программа прочитала срок.
 *
 * @param {"2 раза в год (до 1 июня, до 1 декабря)"} phrase срок словами плана
 * @return срок обычными словами
 * @customfunction
 */
export function NOKO_DEADLINE(phrase: CellRange) {
  return planDeadline(phrase);
}

/**
 * Рабочий день, на который приходится срок.
 *
 * @param {A2} date дата
 * @param {"назад"} shift перенос: «вперёд», «назад» или «без»
 * @param {'Календарь'!A2:C} calendar лист «Календарь»; если не указан — календарь, который есть в программе
 * @return дата
 * @customfunction
 */
export function NOKO_WORKDAY(date: CellRange, shift: CellRange, calendar?: CellRange) {
  return planWorkday(date, shift, calendar);
}

/**
 * Рабочий день через столько-то рабочих дней; день отсчёта не считается.
 *
 * @param {A2} date дата, от которой считать
 * @param {10} n сколько рабочих дней
 * @param {'Календарь'!A2:C} calendar лист «Календарь»; если не указан — календарь, который есть в программе
 * @return дата
 * @customfunction
 */
export function NOKO_WORKDAYS_AFTER(date: CellRange, n: CellRange, calendar?: CellRange) {
  return planWorkdaysAfter(date, n, calendar);
}

export {
  NOKO_CRITERIA,
  NOKO_GRADE,
  NOKO_INDICATOR,
  NOKO_RANKS,
  NOKO_RATING,
  NOKO_SAMPLE,
  NOKO_SHARE,
  NOKO_TALLY,
  NOKO_TERRITORY,
} from './functions/rating.ts';
export { NOKO_EXPLAIN } from './functions/rating-explanation.ts';
export { NOKO_GROUPS } from './functions/rating-groups.ts';
export { NOKO_INDICATORS, NOKO_RESULTS } from './functions/rating-sheet.ts';
