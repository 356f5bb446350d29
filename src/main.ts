/**
 * The front door: every function that Google calls, one line each. What is exported here
 * becomes a top-level function of the script, with its JSDoc.
 */
import { showMenu } from './ui/menu.ts';

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
  jobs().onEdit(event);
}

export function onAnswer(event: GoogleAppsScript.Events.FormsOnFormSubmit) {
  jobs().onAnswer(event);
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

export function menuCouncilReport() {
  jobs().menuCouncilReport();
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
export { NOKO_INDICATORS, NOKO_RESULTS } from './functions/rating-sheet.ts';
