import { methodTable } from '../../workbook/tables/rating.ts';
import type { Outcome } from '../guarded.ts';
import { fillMethods, methodMistakes, methodsInForce, readMethods } from './methods.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Mistakes shown at once: a window has no scroll bar. The rest come when these are mended. */
const SHOWN = 15;

/** Says every mistake of «Методика» with its cell and reason; changes no rule that is there. */
export function checkMethod(book: Spreadsheet): Outcome {
  fillMethods(book);
  const sheet = readMethods(book);
  const mistakes = methodMistakes(sheet);
  if (mistakes.length > 0) return { on: methodTable.sheet, outcome: mistakesText(mistakes), mustBeRead: true };
  const count = sheet.methods.length;
  const idle = sheet.methods.filter(({ method }) => method.sphere === null).map(({ method }) => `«${method.id}»`);
  const unused = idle.length > 0 ? ` Без сферы, не применяются: ${idle.join(', ')}.` : '';
  const outcome =
    count === 0
      ? 'Методики на листе нет: заполните лист «Учреждения», тогда она появится по приказу № 344н.'
      : `Ошибок нет. Методик на листе: ${count}.${unused} ${methodsInForce(book).text}.`;
  return { on: methodTable.sheet, outcome, mustBeRead: true };
}

export function mistakesText(mistakes: readonly string[]): string {
  const more = mistakes.length > SHOWN ? `\n…и ещё ${mistakes.length - SHOWN}.` : '';
  return `Ошибок в методике: ${mistakes.length}.\n${mistakes.slice(0, SHOWN).join('\n')}${more}`;
}
