import { type FileRecord, MIME } from '../../kernel/files.ts';
import { GoogleError } from '../../kernel/google-object.ts';

type Test = (file: FileRecord) => boolean;

/** One condition: a field, a word and a text, or `'ID' in parents`. */
const CONDITION =
  /^\s*(?:(not)\s+)?(?:(title|name|mimeType|modifiedDate|modifiedTime|createdDate)\s*(=|!=|contains|<=|<|>=|>)\s*'((?:[^'\\]|\\.)*)'|(trashed)\s*(=|!=)\s*(true|false)|'([\w-]+)'\s+in\s+(parents))\s*/;

/**
 * Reads a Drive query: conditions on title, type, dates, trash and folder, joined by `and`.
 * @throws GoogleError in Google's words; what the workspace cannot search by is named
 */
export function searchTest(query: string): Test {
  const tests: Test[] = [];
  let rest = String(query);
  for (;;) {
    const match = CONDITION.exec(rest);
    if (!match) throw new GoogleError(`Invalid argument: q (the local workspace cannot search by: ${rest.trim()})`);
    tests.push(conditionTest(match));
    rest = rest.slice(match[0].length);
    if (rest === '') return (file) => tests.every((test) => test(file));
    if (!/^and\b/i.test(rest)) {
      throw new GoogleError(`Invalid argument: q (the local workspace cannot search by: ${rest.trim()})`);
    }
    rest = rest.slice('and'.length);
  }
}

function conditionTest(match: RegExpExecArray): Test {
  const [, not, field, operator = '', quoted = '', trashed, trashedOperator, trashedValue, parent] = match;
  const value = quoted.replace(/\\(.)/g, '$1');
  let test: Test;
  if (parent !== undefined) test = (file) => file.parents.includes(parent);
  else if (trashed !== undefined) {
    test = (file) => (file.trashed === (trashedValue === 'true')) === (trashedOperator === '=');
  } else if (field === 'title' || field === 'name') test = textTest(operator, value, (file) => file.name);
  else if (field === 'mimeType') test = textTest(operator, value, (file) => file.mimeType);
  else test = dateTest(operator, value, field === 'createdDate' ? 'createdMs' : 'updatedMs');
  return not === undefined ? test : (file) => !test(file);
}

/** `contains` finds the beginnings of words, as in Drive, whatever the case. */
function textTest(operator: string, value: string, text: (file: FileRecord) => string): Test {
  const wanted = value.toLowerCase();
  switch (operator) {
    case '=':
      return (file) => text(file).toLowerCase() === wanted;
    case '!=':
      return (file) => text(file).toLowerCase() !== wanted;
    case 'contains':
      return (file) => startsOfWords(text(file).toLowerCase()).some((start) => start.startsWith(wanted));
    default:
      throw new GoogleError(`Invalid argument: q (${operator} is not for text)`);
  }
}

function startsOfWords(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{N}_]+/gu)].map((word) => text.slice(word.index));
}

function dateTest(operator: string, value: string, field: 'createdMs' | 'updatedMs'): Test {
  const at = Date.parse(/T/.test(value) && !/Z|[+-]\d\d:\d\d$/.test(value) ? `${value}Z` : value);
  if (Number.isNaN(at)) throw new GoogleError('Invalid argument: q');
  const compare: Readonly<Record<string, (ms: number) => boolean>> = {
    '<': (ms) => ms < at,
    '<=': (ms) => ms <= at,
    '>': (ms) => ms > at,
    '>=': (ms) => ms >= at,
    '=': (ms) => ms === at,
    '!=': (ms) => ms !== at,
  };
  const test = compare[operator];
  if (!test) throw new GoogleError(`Invalid argument: q (${operator} is not for dates)`);
  return (file) => test(file[field]);
}

export function isFolder(file: FileRecord): boolean {
  return file.mimeType === MIME.folder;
}
