import type { TextRule } from './form-record.ts';

/** Does a text that is not blank break the question's rule? */
export function breaksTextRule(rule: TextRule, text: string): boolean {
  switch (rule.kind) {
    case 'email':
      return !isEmail(text);
    case 'url':
      return !isUrl(text.trim());
    case 'contains':
      return !pattern(rule.pattern).test(text);
    case 'doesNotContain':
      return pattern(rule.pattern).test(text);
    case 'matches':
      return !pattern(`^(?:${rule.pattern})$`).test(text);
    case 'doesNotMatch':
      return pattern(`^(?:${rule.pattern})$`).test(text);
    case 'minLength':
      return text.length < rule.characters;
    case 'maxLength':
      return text.length > rule.characters;
    case 'number':
    case 'wholeNumber':
      return breaksNumberRule({ kind: rule.kind }, readNumber(text));
    default:
      return breaksNumberRule(rule, readNumber(text));
  }
}

type NumberRule = Extract<TextRule, { number: number } | { from: number }> | { kind: 'number' | 'wholeNumber' };

function breaksNumberRule(rule: NumberRule, number: number): boolean {
  if (Number.isNaN(number)) return true;
  switch (rule.kind) {
    case 'number':
      return false;
    case 'wholeNumber':
      return !Number.isInteger(number);
    case 'greaterThan':
      return !(number > rule.number);
    case 'greaterThanOrEqualTo':
      return !(number >= rule.number);
    case 'lessThan':
      return !(number < rule.number);
    case 'lessThanOrEqualTo':
      return !(number <= rule.number);
    case 'equalTo':
      return number !== rule.number;
    case 'notEqualTo':
      return number === rule.number;
    case 'between':
      return number < rule.from || number > rule.to;
    case 'notBetween':
      return number >= rule.from && number <= rule.to;
  }
}

/** Both the Russian comma and the point are decimal marks. NaN for what is no number. */
function readNumber(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** One `@`, something before it, a domain with a dot after it, no blanks: what a typing slip would break. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/.test(text.trim());
}

function isUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return ['http:', 'https:', 'ftp:'].includes(protocol) && hostname !== '';
}

/**
 * Google runs RE2, which knows no look-around and no back-references; the rest of its syntax
 * is that of JavaScript with the `u` flag, save for a few old escapes that only work without it.
 */
function pattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return new RegExp(source);
  }
}
