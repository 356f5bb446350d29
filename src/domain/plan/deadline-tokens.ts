import { type SpanUnit, type WordClass, wordOf, wordsRunTogether } from './deadline-lexicon.ts';
import { romanNumber } from './roman.ts';

/** A word, number or sign of a phrase. */
export interface Token {
  readonly c: WordClass;
  readonly v: number;
  /** In small Cyrillic letters without ё. */
  readonly w: string;
  /** As typed. */
  readonly raw: string;
  /** Number of digits as typed; 0 for a number in words or in roman numerals. */
  readonly digits: number;
  readonly unit?: SpanUnit;
  /** Place in the phrase. */
  readonly from: number;
  readonly to: number;
}

const LATIN_TO_CYRILLIC: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  u: 'и',
  x: 'х',
  y: 'у',
  n: 'п',
  r: 'г',
  ё: 'е',
  і: 'и',
  i: 'и',
};
const LETTERS_FOR_DIGITS: Record<string, string> = { З: '3', з: '3', О: '0', о: '0', O: '0', o: '0', l: '1', I: '1' };
const SIGNS: Record<string, WordClass> = {
  ',': 'comma',
  ';': 'semi',
  '.': 'dot',
  '-': 'dash',
  '/': 'slash',
  '(': 'open',
  ')': 'close',
  ':': 'comma',
  '\n': 'comma',
};

/** «1-ГО», «2-oй» with a Latin o: the ending of a number. */
const ENDING = /(\d ?-? ?)([A-Za-zА-Яа-яЁё]{1,3})(?![A-Za-zА-Яа-яЁё])/g;

/** Tags, quotes, unusual spaces and dashes; lengths are kept, so that places in the phrase stay true. */
function plain(phrase: string): string {
  return hyphensJoined(phrase)
    .replace(/<\/?[a-z][^>]*>/gi, (tag) => ' '.repeat(tag.length))
    .replace(/[«»"“”„'`’‘]/g, ' ')
    .replace(/п\/г(?![а-яё])/gi, 'пг ')
    .replace(ENDING, (whole, number: string, ending: string) =>
      /^[IVX]+$/.test(ending) || (!number.includes('-') && (ending.length < 2 || romanNumber(ending)))
        ? whole
        : number + cyrillic(ending),
    )
    .replace(/(кв|м)-([лц][а-яё]*)/gi, '$1$2 ')
    .replace(/(г)\.( ?)(г)\.?(?![а-яё])/gi, '$1$3 $2')
    .replace(/(^|[\s(])[сc](\. ?г)(?![а-яё])/gi, '$1т$2')
    .replace(/[\u200b\ufeff]/g, ' ')
    .replace(/[–—−‑‒―]/g, '-')
    .replace(/[\s\u00a0\u2007\u202f]/g, ' ');
}

/** «еже-\nквартально»: a word hyphenated at a line's end; «март-апрель» stays two. */
function hyphensJoined(phrase: string): string {
  return phrase.replace(
    /([А-Яа-яЁё]+)(-\s*)(?=([А-Яа-яЁё]+))/g,
    (whole, head: string, hyphen: string, tail: string) => {
      const known = wordOf(cyrillic(head)) && wordOf(cyrillic(tail));
      return !known && wordOf(cyrillic(head + tail)) ? head + '\u00ad'.repeat(hyphen.length) : whole;
    },
  );
}

const PIECE =
  /(\d+)(?:(?: ?- ?(?:го|ое|ый|ий|ая|ей|ой|ого|ому|му|ти|мя|ми|х|й|я|е|м|ю)|(?:го|ое|ый|ий|ого|му|ти|й|е|я|х))(?![A-Za-zА-Яа-яЁё]))?|[A-Za-zА-Яа-яЁёІіӀ\u00ad]+|[^ ]/g;

/** The tokens of a phrase, with what typists do to it mended: lost spaces, broken words, look-alike letters. */
export function tokensOf(phrase: string): Token[] {
  const text = numeralsMended(plain(phrase));
  const tokens: Token[] = [];
  const pieces = new RegExp(PIECE.source, 'g');
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const piece = match[0];
    const from = match.index;
    const roman = romanToken(text, piece, from);
    if (match[1] !== undefined) {
      tokens.push({
        c: 'num',
        v: +match[1],
        w: match[1],
        raw: piece,
        digits: match[1].length,
        from,
        to: from + piece.length,
      });
    } else if (roman) {
      if (roman.from < from) tokens.pop();
      tokens.push(roman);
    } else if (/[A-Za-zА-Яа-яЁёІіӀ]/.test(piece)) pushWords(tokens, piece, from);
    else tokens.push(signToken(piece, from));
  }
  return dotsDropped(wordsJoined(tokens));
}

/** «1О», «З0»: letters typed for digits. */
function numeralsMended(text: string): string {
  return text.replace(/[0-9ЗзОоOolI]*\d[0-9ЗзОоOolI]*/g, (piece, at: number) => {
    const whole = !/[A-Za-zА-Яа-яЁё]/.test((text[at - 1] ?? '') + (text[at + piece.length] ?? ''));
    const mended = piece.replace(/\D/g, (letter: string) => LETTERS_FOR_DIGITS[letter] ?? letter);
    // «1о марта» may be «1-го»; «1О» and «1о.10» are not.
    const isEnding = /[оoз]$/.test(piece) && text[at + piece.length] !== '.';
    return whole && !isEnding && !/^[1lI]+$/.test(piece) ? mended : piece;
  });
}

/** Roman numerals stand alone or before an abbreviation: «IVкв»; Cyrillic look-alikes only alone. */
function romanToken(text: string, piece: string, from: number): Token | undefined {
  const latin = /^[ivxі]+$/.test(piece) ? piece.toUpperCase() : piece;
  const before = text[from - 1] ?? ' ';
  let numeral = latin;
  let start = from;
  // «1V», «1I»: a digit one typed for I was cut off as a number.
  if (/^[IVУXХ]/.test(numeral) && before === '1' && !/\d/.test(text[from - 2] ?? ' ')) {
    numeral = `1${numeral}`;
    start -= 1;
  }
  const value = romanNumber(numeral);
  if (value === undefined) return undefined;
  return { c: 'num', v: value, w: numeral, raw: piece, digits: 0, from: start, to: from + piece.length };
}

function signToken(sign: string, from: number): Token {
  return { c: SIGNS[sign] ?? 'word', v: 0, w: sign, raw: sign, digits: 0, from, to: from + sign.length };
}

/** In small Cyrillic letters without ё and soft hyphens. */
export function cyrillic(word: string): string {
  const small = word.toLowerCase().replace(/\u00ad/g, '');
  return small.replace(/[a-zёі]/g, (letter) => LATIN_TO_CYRILLIC[letter] ?? letter);
}

function wordToken(word: string, raw: string, from: number): Token {
  const known = wordOf(word);
  const at = { raw, w: word, digits: 0, from, to: from + raw.length };
  return known
    ? { c: known.c, v: known.v, ...(known.unit && { unit: known.unit }), ...at }
    : { c: 'word', v: 0, ...at };
}

function pushWords(tokens: Token[], piece: string, from: number): void {
  const roman = /^([IVXivx]+)(.+)$/.exec(piece);
  const value = roman && romanNumber((roman[1] as string).toUpperCase());
  if (roman && value && wordOf(cyrillic(roman[2] as string))) {
    const numeral = roman[1] as string;
    const to = from + numeral.length;
    tokens.push({ c: 'num', v: value, w: numeral.toUpperCase(), raw: numeral, digits: 0, from, to });
    pushWords(tokens, roman[2] as string, to);
    return;
  }
  const word = cyrillic(piece);
  const camel = piece.search(/[а-яё](?=[А-ЯЁ])/);
  const together = wordOf(word) ? undefined : wordsRunTogether(word);
  if (together) {
    let at = from;
    for (const part of together) {
      tokens.push(wordToken(part, piece.slice(at - from, at - from + part.length), at));
      at += part.length;
    }
  } else if (!wordOf(word) && camel >= 0) {
    pushWords(tokens, piece.slice(0, camel + 1), from);
    pushWords(tokens, piece.slice(camel + 1), from + camel + 1);
  } else tokens.push(wordToken(word, piece, from));
}

/** «октяб ря», «еже- квартально»: a word broken in two, when neither half makes sense without the other. */
function wordsJoined(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const hyphen = tokens[i + 1]?.c === 'dash' && tokens[i + 1]?.from === token.to;
    const next = tokens[hyphen ? i + 2 : i + 1];
    const letters = (t: Token | undefined) => t !== undefined && /^[а-я]+$/.test(t.w);
    const isOrdinal =
      token.c === 'num' && token.digits === 0 && hyphen && /^(?:[йеямх]|ый|ой|ая|ое|ом|го|му)$/.test(next?.w ?? '');
    if (isOrdinal && next?.from === token.to + 1) {
      joined.push(token);
      i += 2;
      continue;
    }
    const halves = letters(token) && letters(next) && (token.c === 'word' || next?.c === 'word' || token.w === 'пол');
    if (halves && next && wordOf(token.w + next.w)) {
      joined.push({ ...wordToken(token.w + next.w, token.raw + next.raw, token.from), to: next.to });
      i += hyphen ? 2 : 1;
    } else joined.push(token);
  }
  return joined;
}

/** A full stop means something only between two numbers, or as the end of a sentence before a capital. */
function dotsDropped(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  tokens.forEach((token, i) => {
    if (token.c !== 'dot') kept.push(token);
    else if (tokens[i - 1]?.c === 'num' && tokens[i + 1]?.c === 'num') kept.push(token);
    else if (/^[А-ЯЁ][а-яё]{2}/.test(tokens[i + 1]?.raw ?? '')) kept.push({ ...token, c: 'semi' });
  });
  return kept;
}
