import fc from 'fast-check';
import { checkAnswer } from '../../../workspace/services/forms/answer-check.ts';
import { answerFrom, fieldsOf } from '../../../workspace/services/forms/answer-fields.ts';
import type {
  AnswerValue,
  ItemRecord,
  Navigation,
  QuestionRecord,
} from '../../../workspace/services/forms/form-record.ts';
import { answersOnVisitedPages, nextPage, pagesOf, walk } from '../../../workspace/services/forms/navigation.ts';

/** A form as a drawing: per page where its break leads and its questions, each choice with its way. */
interface Drawn {
  pages: { breakWay: Way; questions: { choices: Way[] | 'none'; answer: number | undefined }[] }[];
}
/** 'next', 'end', 'start' or the index of a page. */
type Way = 'next' | 'end' | 'start' | number;

const PAGES = 6;
const way = fc.oneof(
  fc.constantFrom<Way>('next', 'end', 'start'),
  fc.integer({ min: 1, max: PAGES - 1 }),
) as fc.Arbitrary<Way>;

const drawing: fc.Arbitrary<Drawn> = fc.record({
  pages: fc.array(
    fc.record({
      breakWay: way,
      questions: fc.array(
        fc.record({
          choices: fc.oneof(fc.constant<'none'>('none'), fc.array(way, { minLength: 1, maxLength: 3 })),
          answer: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: PAGES },
  ),
});

const breakId = (page: number): number => 1000 + page;
const questionId = (page: number, index: number): number => page * 10 + index + 1;

function navigation(to: Way, pages: number): Navigation {
  if (to === 'next') return { to: 'CONTINUE' };
  if (to === 'end') return { to: 'SUBMIT' };
  if (to === 'start') return { to: 'RESTART' };
  // A page that is not there stands for one that has been deleted.
  return { to: 'GO_TO_PAGE', pageBreakId: to < pages ? breakId(to) : 9999 };
}

function itemsOf({ pages }: Drawn): ItemRecord[] {
  return pages.flatMap((page, number): ItemRecord[] => [
    ...(number === 0
      ? []
      : [
          {
            type: 'PAGE_BREAK' as const,
            id: breakId(number),
            title: '',
            helpText: '',
            navigation: navigation(page.breakWay, pages.length),
          },
        ]),
    ...page.questions.map(({ choices }, index): ItemRecord => {
      const id = questionId(number, index);
      const common = { id, title: '', helpText: '', required: false, entryIds: [id], points: 0 };
      if (choices === 'none') return { ...common, type: 'TEXT' };
      return {
        ...common,
        type: index % 2 === 0 ? 'MULTIPLE_CHOICE' : 'LIST',
        otherOption: false,
        choices: choices.map((to, choice) => ({ value: `v${choice}`, navigation: navigation(to, pages.length) })),
      };
    }),
  ]);
}

function answersOf({ pages }: Drawn): Record<number, AnswerValue> {
  const answers: Record<number, AnswerValue> = {};
  pages.forEach((page, number) => {
    page.questions.forEach(({ answer }, index) => {
      if (answer !== undefined) answers[questionId(number, index)] = `v${answer}`;
    });
  });
  return answers;
}

/** The rules of Google's page, once more and straight from the drawing: where one step leads. */
function stepByTheRules({ pages }: Drawn, from: number): number | 'end' {
  if (from === pages.length - 1) return 'end';
  let chosen: Way | undefined;
  for (const { choices, answer } of pages[from]!.questions) {
    if (choices !== 'none' && answer !== undefined && answer < choices.length) chosen = choices[answer];
  }
  const to = chosen ?? pages[from + 1]!.breakWay;
  if (to === 'end') return 'end';
  if (to === 'start') return 0;
  return to === 'next' || to >= pages.length ? from + 1 : to;
}

test('each step leads where the rules of PageNavigationType say', () => {
  fc.assert(
    fc.property(drawing, fc.nat({ max: PAGES - 1 }), (drawn, page) => {
      const from = page % drawn.pages.length;
      const found = nextPage(pagesOf(itemsOf(drawn)), from, answersOf(drawn));
      expect(found === 'SUBMIT' ? 'end' : found).toBe(stepByTheRules(drawn, from));
    }),
  );
});

test('a response never holds an answer to a question on a page that was not visited, and loses none of the others', () => {
  fc.assert(
    fc.property(drawing, (drawn) => {
      const visited = new Set<number>();
      for (let page: number | 'end' = 0; page !== 'end' && !visited.has(page); page = stepByTheRules(drawn, page)) {
        visited.add(page);
      }
      const answers = answersOf(drawn);
      const expected = Object.keys(answers).filter((id) => visited.has(Math.floor((Number(id) - 1) / 10)));
      const kept = answersOnVisitedPages(pagesOf(itemsOf(drawn)), answers);
      expect(Object.keys(kept).sort()).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});

test('the way through a form is finite and visits each page at most once', () => {
  fc.assert(
    fc.property(drawing, (drawn) => {
      const { visited, ends } = walk(pagesOf(itemsOf(drawn)), answersOf(drawn));
      expect(new Set(visited).size).toBe(visited.length);
      expect(visited[0]).toBe(0);
      const last = stepByTheRules(drawn, visited[visited.length - 1] as number);
      expect(ends).toBe(last === 'end');
      if (last !== 'end') expect(visited).toContain(last);
    }),
  );
});

const common = { id: 1, title: '', helpText: '', required: false, points: 0 };
const phrase = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => text.trim() === text && !/[\r\n]/.test(text));
const phrases = (minLength: number) => fc.uniqueArray(phrase, { minLength, maxLength: 4 });
const clock = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

/** A question and an answer that it takes. */
const answered: fc.Arbitrary<{ item: QuestionRecord; answer: AnswerValue }> = fc.oneof(
  phrase.map((answer) => ({ item: { ...common, entryIds: [7], type: 'TEXT' as const }, answer })),
  fc.tuple(phrases(1), phrase).map(([values, other]) => ({
    item: {
      ...common,
      entryIds: [7],
      type: 'MULTIPLE_CHOICE' as const,
      otherOption: true,
      choices: values.map((value) => ({ value })),
    },
    answer: other,
  })),
  fc
    .tuple(phrases(1), phrase)
    .filter(([values, other]) => !values.includes(other))
    .map(([values, other]) => ({
      item: {
        ...common,
        entryIds: [7],
        type: 'CHECKBOX' as const,
        otherOption: true,
        choices: values.map((value) => ({ value })),
      },
      answer: [...values.slice(1), other],
    })),
  fc.tuple(phrases(1), phrases(2), fc.nat()).map(([rows, columns, pick]) => ({
    item: { ...common, entryIds: rows.map((_, row) => 7 + row), type: 'GRID' as const, rows, columns },
    answer: rows.map((_, row) => (row === 0 || row % 2 === 1 ? columns[(pick + row) % columns.length]! : null)),
  })),
  fc.tuple(phrases(1), phrases(2)).map(([rows, columns]) => ({
    item: { ...common, entryIds: rows.map((_, row) => 7 + row), type: 'CHECKBOX_GRID' as const, rows, columns },
    answer: rows.map((_, row) => (row % 2 === 0 ? columns.slice(0, 2) : null)),
  })),
  date.map((answer) => ({ item: { ...common, entryIds: [7], type: 'DATE' as const, includesYear: true }, answer })),
  date.map((answer) => ({
    item: { ...common, entryIds: [7], type: 'DATE' as const, includesYear: false },
    answer: answer.slice(5),
  })),
  fc.tuple(date, clock).map(([day, time]) => ({
    item: { ...common, entryIds: [7], type: 'DATETIME' as const, includesYear: true },
    answer: `${day} ${time}`,
  })),
  clock.map((answer) => ({ item: { ...common, entryIds: [7], type: 'TIME' as const }, answer })),
  clock.map((answer) => ({ item: { ...common, entryIds: [7], type: 'DURATION' as const }, answer: `${answer}:07` })),
);

test('an answer that is carried through a link or a hidden field comes back the same and is taken', () => {
  fc.assert(
    fc.property(answered, ({ item, answer }) => {
      expect(checkAnswer(item, answer)).toBeUndefined();
      const parameters = new URLSearchParams(fieldsOf(item, answer));
      const carried = new URLSearchParams(parameters.toString());
      expect(answerFrom(item, (name) => carried.getAll(name))).toEqual(answer);
    }),
    { numRuns: 500 },
  );
});

test('of all days that can be written, exactly those of the Gregorian calendar are dates', () => {
  const item = { ...common, entryIds: [7], type: 'DATE' as const, includesYear: true };
  const days = (year: number, month: number): number => {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  };
  for (const year of [1900, 2000, 2024, 2026, 2100]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const exists = day >= 1 && day <= days(year, month);
        expect([text, checkAnswer(item, text) === undefined]).toEqual([text, exists]);
      }
    }
  }
});
