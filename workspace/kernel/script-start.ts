import { scriptSide } from './script-side.ts';

/**
 * Text that, evaluated in the script's realm, gives the maker of the script side.
 * `__name` is what esbuild's keepNames calls; the text leaves its bundle without it.
 */
export function startText(): string {
  return `(() => { const __name = (f) => f; const scriptSide = ${scriptSide.toString()};
return (send, start, shapes) => scriptSide(send, start, shapes, globalThis); })()`;
}

/**
 * Globals of Google that scripts may name without declaring anything.
 * @source the reference's list of services; `declare var` in @types/google-apps-script
 */
export const GOOGLE_GLOBALS = [
  'Browser',
  'CacheService',
  'CalendarApp',
  'CardService',
  'Charts',
  'ConferenceDataService',
  'ContactsApp',
  'ContentService',
  'DataStudioApp',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'HtmlService',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'LockService',
  'Logger',
  'MailApp',
  'Maps',
  'MimeType',
  'PropertiesService',
  'ScriptApp',
  'ScriptProperties',
  'Session',
  'SitesApp',
  'SlidesApp',
  'SpreadsheetApp',
  'UrlFetchApp',
  'UserProperties',
  'Utilities',
  'XmlService',
];
