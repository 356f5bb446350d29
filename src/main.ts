/**
 * The front door: the functions that Google calls. What is exported here becomes a top-level
 * function of the script, with its JSDoc.
 */
import type { CellRange } from './functions/cells.ts';
import { planDeadline, planDues, planWorkday, planWorkdaysAfter } from './functions/plan.ts';
import { isCalendarOn } from './jobs/calendar/calendar-state.ts';
import type { ImportRequest } from './jobs/plan/import-panel.ts';
import { ranOn } from './jobs/reminders/last-run.ts';
import { warnOfSilence } from './jobs/reminders/silence-toast.ts';
import { showMenu } from './ui/menu.ts';
import { localDay } from './workbook/cells.ts';
import { isWatched } from './workbook/watched-sheets.ts';

/** What menu items and triggers do, in parts: each is built into an HTML file of its own. */
interface Parts {
  answer: typeof import('./jobs/parts/answer.ts');
  calendar: typeof import('./jobs/parts/calendar.ts');
  edit: typeof import('./jobs/parts/edit.ts');
  import: typeof import('./jobs/parts/import.ts');
  heartbeat: typeof import('./jobs/parts/heartbeat.ts');
  plan: typeof import('./jobs/parts/plan.ts');
  rating: typeof import('./jobs/parts/rating.ts');
  report: typeof import('./jobs/parts/report.ts');
  reminders: typeof import('./jobs/parts/reminders.ts');
  survey: typeof import('./jobs/parts/survey.ts');
  weighting: typeof import('./jobs/parts/weighting.ts');
  web: typeof import('./jobs/parts/web.ts');
  workbook: typeof import('./jobs/parts/workbook.ts');
}

/**
 * A part of the jobs, loaded when a menu item or a trigger needs it. Each call of a formula
 * loads the whole script, so what formulas do not use is kept out of it; and an answer to a
 * form does not load what only the report needs.
 * https://developers.google.com/apps-script/guides/html/best-practices shows the same way to
 * read a file of the project.
 */
function part<Name extends keyof Parts>(name: Name): Parts[Name] {
  const file = HtmlService.createHtmlOutputFromFile(`jobs-${name}`).getContent();
  const source = file.slice(file.indexOf('<script>') + '<script>'.length, file.lastIndexOf('</script>'));
  return new Function(`${source};return NOKO_JOBS_;`)();
}

/**
 * What a person at the spreadsheet runs. The web app is open to everybody, and a page of a web
 * app may call any function that is listed in this file: there Google has no Ui, and the call ends here.
 */
function jobs<Name extends keyof Parts>(name: Name): Parts[Name] {
  SpreadsheetApp.getUi();
  return part(name);
}

/** Nobody but a time trigger knows its id. */
function isTimed(event: { triggerUid?: string } | undefined): boolean {
  return ScriptApp.getProjectTriggers().some((trigger) => trigger.getUniqueId() === String(event?.triggerUid));
}

/** What a time trigger runs, or a person in the script editor. */
function timed<Name extends keyof Parts>(name: Name, event: { triggerUid?: string } | undefined): Parts[Name] {
  return isTimed(event) ? part(name) : jobs(name);
}

/**
 * An item of the menu, or what a panel's page asks for. The build makes a top-level function that
 * comes here of each `menu…` and `panel…` that a part exports and this file does not.
 */
export function callPart(name: keyof Parts, what: string, values: ArrayLike<unknown>) {
  const part = jobs(name) as unknown as Record<string, (...values: unknown[]) => unknown>;
  return part[what]!(...Array.from(values));
}

/** The plan's Google calendar, where one is kept: after whatever may have changed dates. */
function keepCalendar(): void {
  if (isCalendarOn()) part('calendar').keepCalendar();
}

export function onOpen(event: GoogleAppsScript.Events.SheetsOnOpen | undefined) {
  showMenu();
  warnOfSilence(event);
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit) {
  if (isWatched(event.range.getSheet().getName())) part('edit').onEdit(event);
}

export function onAnswer(event: GoogleAppsScript.Events.FormsOnFormSubmit) {
  // A page sends plain data; a form's event has Google's own objects.
  if (typeof event.response.getId === 'function') part('answer').onAnswer(event);
}

export function everyMorning(event?: GoogleAppsScript.Events.TimeDriven) {
  timed('reminders', event).everyMorning();
  keepCalendar();
}

/** The web app: pages and calendars that links of letters lead to. */
export function doGet(event: GoogleAppsScript.Events.DoGet) {
  return part('web').answerRequest(event);
}

/** Called by the web app's page, so by anybody: the token says what may be done. */
export function confirmDone(token: unknown, evidenceLink: unknown, note: unknown) {
  return part('web').confirmDone(token, evidenceLink, note);
}

export function everyAfternoon(event?: GoogleAppsScript.Events.TimeDriven) {
  // As a rule there is nothing to do, and that is known without loading a part.
  if (isTimed(event) && ranOn() === localDay(new Date()) && !isCalendarOn()) return;
  timed('heartbeat', event).everyAfternoon(() => timed('reminders', event).everyMorning());
  keepCalendar();
}

export function menuLoadPlan() {
  jobs('import').menuLoadPlan();
  keepCalendar();
}

export function importPanel(request: ImportRequest) {
  const answer = jobs('import').importPanel(request);
  if (request?.step === 'load') keepCalendar();
  return answer;
}

export function menuRecountDues() {
  jobs('plan').menuRecountDues();
  keepCalendar();
}

export function menuChangeYear() {
  jobs('plan').menuChangeYear();
  keepCalendar();
}

/** Called by the page of the panel «Откуда это число». */
export function explainInstitution(code: unknown) {
  return jobs('rating').explainInstitution(code);
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
export { NOKO_GROUPS } from './functions/rating-groups.ts';
export { NOKO_INDICATORS, NOKO_RESULTS } from './functions/rating-sheet.ts';
