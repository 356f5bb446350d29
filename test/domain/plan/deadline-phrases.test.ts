/**
 * Phrases of municipal plans beyond the table of deadlines (`deadline-phrases.tsv`): what is read from each, and which
 * doubts are told with it. The second column was written from the default readings before the program was run: days and
 * months by hand, weekdays by `cal`, working days counted in the production calendar of 2026 (xmlcalendar.github.io).
 *
 * Second column: dates of the plan year 2026 as `dd.mm`, of another year `dd.mm.yyyy`; `Q`, `H`, `M` ends of quarters,
 * halves, months; `M05` the 5th of each month, `N05` of each month from February to January; `W1` each Monday; `—` no date
 * in this year; `нет` and why there is none; `ждёт` and the distance from the event; `вопрос`, the code of the refusal and
 * the word that is suggested. Third column: the doubts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { dueDates } from '../../../src/domain/plan/due-dates.ts';
import { type DeadlineReading, parseDeadline } from '../../../src/domain/plan/parse-deadline.ts';
import { describeDeadline } from '../../../src/texts/deadline-words.ts';

const YEAR = 2026;

const PHRASES = readFileSync(join(__dirname, 'deadline-phrases.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [phrase, expected = '', doubts = ''] = line.split('\t');
    return { phrase: phrase!.replace(/\\n/g, '\n'), expected, doubts };
  });

const two = (n: number): string => String(n).padStart(2, '0');

/** Days of 2026 by the clock of the machine and not by the program's own arithmetic. */
function expectedDates(word: string): string[] {
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const lastDay = (month: number) => `${YEAR}-${two(month)}-${new Date(Date.UTC(YEAR, month, 0)).getUTCDate()}`;
  if (word === 'Q') return [3, 6, 9, 12].map(lastDay);
  if (word === 'H') return [6, 12].map(lastDay);
  if (word === 'M') return months.map(lastDay);
  if (/^M\d/.test(word)) return months.map((month) => `${YEAR}-${two(month)}-${word.slice(1)}`);
  if (/^N\d/.test(word))
    return months.map((m) => (m < 12 ? `${YEAR}-${two(m + 1)}` : `${YEAR + 1}-01`).concat(`-${word.slice(1)}`));
  if (/^W\d/.test(word)) {
    const days = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(YEAR, 0, i + 1)));
    return days.filter((day) => (day.getUTCDay() || 7) === +word.slice(1)).map((day) => day.toISOString().slice(0, 10));
  }
  const [day, month, year = YEAR] = word.split('.');
  return [`${year}-${month}-${day}`];
}

function expectedText(expected: string): string {
  if (/^(вопрос|нет|ждёт|—)/.test(expected)) return expected;
  return [...new Set(expected.split(' ').flatMap(expectedDates))].sort().join(' ');
}

function readText(reading: DeadlineReading): string {
  if (reading.problem) {
    const guess = 'guess' in reading.problem && 'word' in reading.problem ? ` ${reading.problem.guess}` : '';
    return `вопрос ${reading.problem.code}${guess}`;
  }
  const dates = dueDates(reading.deadline, YEAR);
  if (dates.length > 0) return dates.join(' ');
  const part = reading.deadline.parts[0];
  if (part?.kind === 'open') return `нет ${part.reason}`;
  return part?.kind === 'relative' ? `ждёт ${part.amount} ${part.unit} ${part.direction}` : '—';
}

function doubtsText(reading: DeadlineReading): string {
  const told = (reading.warnings ?? []).filter(({ code }) => code !== 'event-needed');
  return told
    .map((warning) => (warning.code === 'assumed' ? `assumed:${warning.reading}` : warning.code))
    .sort()
    .join(',');
}

test.each(PHRASES)('«$phrase» → $expected', ({ phrase, expected, doubts }) => {
  const reading = parseDeadline(phrase, YEAR);
  expect(readText(reading)).toBe(expectedText(expected));
  expect(doubtsText(reading)).toBe(doubts.split(',').sort().join(','));
});

const DATED = PHRASES.filter(({ expected }) => !/^(вопрос|нет|ждёт)/.test(expected));

test.each(DATED)('what is printed of «$phrase» has the same dates', ({ phrase }) => {
  const reading = parseDeadline(phrase, YEAR);
  const words = describeDeadline(reading.deadline!);
  expect([words, readText(parseDeadline(words, YEAR))]).toEqual([words, readText(reading)]);
});

const LATIN: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x' };

/** What typists and Word do to a phrase without changing what it says. */
const NOISES: Readonly<Record<string, (phrase: string) => string>> = {
  'in capitals': (phrase) => phrase.toUpperCase(),
  'with spaces doubled': (phrase) => phrase.replace(/ /g, '  '),
  'with spaces that do not break': (phrase) => phrase.replace(/ /g, '\u00a0'),
  'with narrow spaces': (phrase) => phrase.replace(/ /g, '\u202f'),
  'with tabs': (phrase) => phrase.replace(/ /g, '\t'),
  'in quotes': (phrase) => `«${phrase}»`,
  'with other dashes': (phrase) => phrase.replace(/[–-]/g, '—'),
  'with minus signs': (phrase) => phrase.replace(/[–-]/g, '−'),
  'without ё': (phrase) => phrase.replace(/ё/g, 'е'),
  'with Latin letters': (phrase) => phrase.replace(/[аеорсух]/g, (letter) => LATIN[letter] ?? letter),
  'with a full stop and spaces around': (phrase) => `  ${phrase}. `,
};

describe.each(Object.entries(NOISES))('a phrase %s', (_, noise) => {
  // What is itself about look-alikes is left out: «l» in capitals is «L», which nobody types for «I».
  const plain = PHRASES.filter(
    ({ phrase, expected }) => !/^вопрос/.test(expected) && !/[lіоО]\d|\d[ОOI]|^l/.test(phrase),
  );
  test('says the same', () => {
    for (const { phrase } of plain) {
      const noisy = noise(phrase);
      expect([noisy, readText(parseDeadline(noisy, YEAR))]).toEqual([noisy, readText(parseDeadline(phrase, YEAR))]);
    }
  });
});

const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const RECURRENCES = 'ежегодно ежеквартально ежемесячно еженедельно'.split(' ');
const ALPHABET = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';

/** All words one slip away: a letter left out, doubled, swapped with the next, replaced. */
function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let i = 0; i < word.length; i += 1) {
    const [before, letter, after] = [word.slice(0, i), word[i]!, word.slice(i + 1)];
    slips.push(before + after, before + letter + letter + after, before + after.slice(0, 1) + letter + after.slice(1));
    for (const other of ALPHABET) slips.push(before + other + after);
  }
  return slips.filter((slip) => slip !== word);
}

test.each([...MONTHS.map((month) => `до 15 ${month}`), ...RECURRENCES])(
  'no slip of one letter in «%s» gives other dates, but that which makes another word',
  (phrase) => {
    const [head, word] = [phrase.slice(0, phrase.lastIndexOf(' ') + 1), phrase.slice(phrase.lastIndexOf(' ') + 1)];
    const own = readText(parseDeadline(phrase, YEAR));
    for (const slip of slipsOf(word)) {
      const reading = parseDeadline(head + slip, YEAR);
      const isOther = MONTHS.includes(slip) || /^(мар|авг|май|мае|маю)/.test(slip);
      if (!reading.problem && !isOther) expect([slip, readText(reading)]).toEqual([slip, own]);
    }
  },
);

test.each(MONTHS.filter((month) => month.length > 4))(
  'a letter of «%s» left out is asked back with the month',
  (month) => {
    const slip = month.slice(0, 1) + month.slice(2);
    expect(parseDeadline(`до 15 ${slip}`).problem).toMatchObject({ word: slip, guess: month });
  },
);

test('a changed digit of a date changes the date or is told: refused, or 29 February taken for the 28th', () => {
  const day = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }));
  const written = fc.constantFrom<(d: number, m: number) => string>(
    (d, m) => `до ${d} ${MONTHS[m - 1]}`,
    (d, m) => `ежегодно, не позднее ${two(d)} ${MONTHS[m - 1]} 2026 года`,
    (d, m) => `${two(d)}.${two(m)}.2026`,
    (d, m) => `до ${two(d)}.${two(m)}`,
    (d, m) => `до ${two(d)}.${two(m)}.26 г.`,
  );
  fc.assert(
    fc.property(day, written, fc.nat(), fc.integer({ min: 0, max: 9 }), ([d, m], write, seed, digit) => {
      const phrase = write(d, m);
      const places = [...phrase].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
      const at = places[seed % places.length]!;
      const changed = `${phrase.slice(0, at)}${digit}${phrase.slice(at + 1)}`;
      fc.pre(changed !== phrase);
      const own = readText(parseDeadline(phrase, YEAR));
      expect(own).toBe(`${YEAR}-${two(m)}-${two(d)}`);
      const reading = parseDeadline(changed, YEAR);
      expect([changed, readText(reading), doubtsText(reading)]).not.toEqual([changed, own, '']);
    }),
    { numRuns: 500 },
  );
});

test('pieces of phrases put together give real dates of the years they name or of the plan, or a question', () => {
  const piece = fc
    .tuple(fc.constantFrom(...PHRASES), fc.nat(), fc.integer({ min: 1, max: 6 }))
    .map(([{ phrase }, seed, length]) => {
      const words = phrase.split(' ');
      const from = seed % words.length;
      return words.slice(from, from + length).join(' ');
    });
  const glue = fc.constantFrom(' ', ', ', '; ', ' и ', ' (', ') ', ' – ', '\n', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, glue), { minLength: 2, maxLength: 5 }), (pieces) => {
      const phrase = pieces.flat().join('');
      const reading = parseDeadline(phrase, YEAR);
      if (!reading.deadline) return;
      const named = (phrase.match(/\d{2,4}/g) ?? []).map((year) => (year.length === 2 ? 2000 + +year : +year));
      for (const date of dueDates(reading.deadline, YEAR)) {
        expect(new Date(`${date}T00:00Z`).toISOString().slice(0, 10)).toBe(date);
        const year = +date.slice(0, 4);
        const near = [YEAR, ...named].some((known) => Math.abs(known - year) <= 1);
        expect([phrase, date, near]).toEqual([phrase, date, true]);
      }
    }),
    { numRuns: 700 },
  );
});
