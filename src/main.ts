/**
 * The front door: every function that Google calls, one line each. What is exported here
 * becomes a top-level function of the script, with its JSDoc.
 */
import type { CellRange } from './functions/cells.ts';
import { planDeadline, planDues, planWorkday, planWorkdaysAfter } from './functions/plan.ts';
import { showMenu } from './ui/menu.ts';
import { isWatched } from './workbook/watched-sheets.ts';

/** What menu items and triggers do, in parts: each is built into an HTML file of its own. */
interface Parts {
  answer: typeof import('./jobs/parts/answer.ts');
  edit: typeof import('./jobs/parts/edit.ts');
  plan: typeof import('./jobs/parts/plan.ts');
  rating: typeof import('./jobs/parts/rating.ts');
  reminders: typeof import('./jobs/parts/reminders.ts');
  survey: typeof import('./jobs/parts/survey.ts');
  workbook: typeof import('./jobs/parts/workbook.ts');
}

/**
 * A part of the jobs, loaded when a menu item or a trigger needs it. Each call of a formula
 * loads the whole script, so what formulas do not use is kept out of it; and an answer to a
 * form does not load what only the report needs.
 * https://developers.google.com/apps-script/guides/html/best-practices shows the same way to
 * read a file of the project.
 */
function jobs<Name extends keyof Parts>(name: Name): Parts[Name] {
  const file = HtmlService.createHtmlOutputFromFile(`jobs-${name}`).getContent();
  const source = file.slice(file.indexOf('<script>') + '<script>'.length, file.lastIndexOf('</script>'));
  return new Function(`${source};return NOKO_JOBS_;`)();
}

export function onOpen() {
  showMenu();
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit) {
  if (isWatched(event.range.getSheet().getName())) jobs('edit').onEdit(event);
}

export function onAnswer(event: GoogleAppsScript.Events.FormsOnFormSubmit) {
  jobs('answer').onAnswer(event);
}

export function everyMorning() {
  jobs('reminders').everyMorning();
}

export function menuLoadPlan() {
  jobs('plan').menuLoadPlan();
}

export function menuRecountDues() {
  jobs('plan').menuRecountDues();
}

export function menuPreviewReminders() {
  jobs('reminders').menuPreviewReminders();
}

export function menuRemindNow() {
  jobs('reminders').menuRemindNow();
}

export function menuPlanViews() {
  jobs('plan').menuPlanViews();
}

export function menuMyDues() {
  jobs('plan').menuMyDues();
}

export function panelDues(person: string) {
  return jobs('plan').panelDues(person);
}

export function menuPlanDocument() {
  jobs('plan').menuPlanDocument();
}

export function menuChangeYear() {
  jobs('plan').menuChangeYear();
}

export function menuTestLetter() {
  jobs('reminders').menuTestLetter();
}

export function menuCheckHealth() {
  jobs('workbook').menuCheckHealth();
}

export function menuPrepare() {
  jobs('workbook').menuPrepare();
}

export function menuCreateForms() {
  jobs('survey').menuCreateForms();
}

export function menuLinksDocument() {
  jobs('survey').menuLinksDocument();
}

export function menuReconcileAnswers() {
  jobs('survey').menuReconcileAnswers();
}

export function menuRecountTally() {
  jobs('survey').menuRecountTally();
}

export function menuRefreshRating() {
  jobs('rating').menuRefreshRating();
}

export function menuExplain() {
  jobs('rating').menuExplain();
}

/** Called by the page of the panel «Откуда это число». */
export function explainInstitution(code: unknown) {
  return jobs('rating').explainInstitution(code);
}

export function menuTryWeights() {
  jobs('rating').menuTryWeights();
}

export function menuCheckMethod() {
  jobs('rating').menuCheckMethod();
}

export function menuApproveMethod() {
  jobs('rating').menuApproveMethod();
}

export function menuCouncilReport() {
  jobs('rating').menuCouncilReport();
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
