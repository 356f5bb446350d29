import { GoogleError } from '../../kernel/google-object.ts';
import { columnLetters } from './a1.ts';
import type { Book } from './book.ts';
import type { CellPosition, EngineCommand, ValidationRule, Zone } from './engine.ts';
import { contains, overlaps } from './zones.ts';

/**
 * Sheets refuses a script's value, too, where the cell's rule rejects input. A formula is let
 * through, its result is only marked; so are custom formulas as rules.
 *
 * @throws GoogleError naming the first cell, in Google's words
 */
export function checkValidation(book: Book, sheetId: string, zone: Zone, commands: readonly EngineCommand[]): void {
  const rules = book.getters
    .getDataValidationRules(sheetId)
    .filter(({ isBlocking, ranges }) => isBlocking && ranges.some((range) => overlaps(range.zone, zone)));
  if (rules.length === 0) return;
  for (const command of commands) {
    const { col, row } = command as unknown as CellPosition;
    const content = String(command.content ?? '');
    if (content === '' || content.startsWith('=')) continue;
    const rule = rules.find(({ ranges }) => ranges.some((range) => contains(range.zone, col, row)));
    if (!rule || isAllowed(book, rule, content, command.format === '@')) continue;
    throw new GoogleError(
      `The data you entered in cell ${columnLetters(col)}${row + 1} violates the data validation rules set on this cell.${hint(rule)}`,
    );
  }
}

function hint({ criterion }: ValidationRule): string {
  if (criterion.type !== 'isValueInList') return '';
  return ` Please enter one of the following values: ${criterion.values.join(', ')}.`;
}

function isAllowed(book: Book, { criterion }: ValidationRule, content: string, isText: boolean): boolean {
  const text = content.startsWith("'") ? content.slice(1) : content;
  const number = isText || content.startsWith("'") ? Number.NaN : Number(content);
  const [first, second] = criterion.values.map(Number) as [number, number];
  const lower = text.toLowerCase();
  const wanted = criterion.values[0]?.toLowerCase() ?? '';
  switch (criterion.type) {
    case 'isValueInList':
      return criterion.values.some((value) => value.toLowerCase() === lower);
    case 'isValueInRange':
      return valuesOfRange(book, criterion.values[0]!).has(lower);
    case 'isBetween':
    case 'dateIsBetween':
      return number >= first && number <= second;
    case 'isNotBetween':
    case 'dateIsNotBetween':
      return number < first || number > second;
    case 'isEqual':
      return number === first;
    case 'dateIs':
      return Math.floor(number) === first;
    case 'isNotEqual':
      return number !== first;
    case 'isGreaterThan':
    case 'dateIsAfter':
      return number > first;
    case 'isGreaterOrEqualTo':
    case 'dateIsOnOrAfter':
      return number >= first;
    case 'isLessThan':
    case 'dateIsBefore':
      return number < first;
    case 'isLessOrEqualTo':
      return number <= first;
    case 'dateIsOnOrBefore':
      return number < first + 1;
    case 'dateIsValid':
      return !Number.isNaN(number);
    case 'containsText':
      return lower.includes(wanted);
    case 'notContainsText':
      return !lower.includes(wanted);
    case 'isEqualText':
      return lower === wanted;
    case 'isEmail':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'isLink':
      return /^(?:https?|ftp|mailto):\S+$/i.test(text) || /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text);
    default:
      return true;
  }
}

function valuesOfRange(book: Book, address: string): Set<string> {
  const { getters } = book;
  const { sheetId, zone } = getters.getRangeFromSheetXC(getters.getSheetIds()[0]!, address);
  const values = new Set<string>();
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let col = zone.left; col <= zone.right; col += 1) {
      const position = { sheetId, col, row };
      const { value } = book.cellValue(position, getters.getCell(position));
      if (value !== null && value !== '') values.add(String(value).toLowerCase());
    }
  }
  return values;
}
