import fc from 'fast-check';
import { officialQuestionnaire } from '../../../src/domain/survey/official-questionnaire.ts';
import {
  emptyTally,
  mergeTallies,
  pairIndex,
  type Tally,
  tallyLayout,
  tallyOf,
} from '../../../src/domain/survey/tally.ts';
import { tallyRows, WHOLE_INSTITUTION } from '../../../src/domain/survey/tally-rows.ts';
import { decodeTally, encodeTally } from '../../../src/domain/survey/tally-text.ts';
import { correlatedSample, lehmer, respondent } from './respondents.ts';

const questionnaire = officialQuestionnaire('health-ambulatory');
const layout = tallyLayout(questionnaire);
const answers = fc.array(respondent(questionnaire, ['а', 'б', 'в']), { maxLength: 40 });
/** Order of institutions in the map is the order of arrival and means nothing. */
const contents = (tally: Tally) => Object.fromEntries(tally.institutions);

test('«Да» and answers are counted by question, and unanswered questions in neither', () => {
  const tally = tallyOf(layout, [
    { institution: 'а', values: { q1: true, q2: true, q15: false } },
    { institution: 'а', values: { q1: false, q15: true, q16: 'Больше книг', q17: 'Женский' } },
  ]);
  const own = tally.institutions.get('а')!;
  const of = (id: string) => [own.sums[layout.counted.indexOf(id)], own.answered[layout.counted.indexOf(id)]];
  expect(own.answers).toBe(2);
  expect([of('q1'), of('q2'), of('q15'), of('q9')]).toEqual([
    [1, 2],
    [1, 1],
    [1, 2],
    [0, 0],
  ]);
  expect(own.worded).toEqual([1]);
  expect(own.chosen[0]).toEqual([0, 1]);
});

test('joint counts say how many answered both questions, and both with «Да»', () => {
  const own = tallyOf(layout, [
    { institution: 'а', values: { q13: true, q15: true } },
    { institution: 'а', values: { q13: true, q15: false } },
    { institution: 'а', values: { q15: true } },
  ]).institutions.get('а')!;
  const [k, l] = [layout.scored.indexOf('q13'), layout.scored.indexOf('q15')];
  const size = layout.scored.length;
  expect(own.yy[pairIndex(k, l, size)]).toBe(1);
  expect(own.dd[pairIndex(l, k, size)]).toBe(2);
  expect(own.yd[k * size + l]).toBe(2);
  expect(own.yd[l * size + k]).toBe(1);
});

test('merging two tallies equals counting both sets of answers', () => {
  fc.assert(
    fc.property(answers, answers, (some, others) => {
      const merged = mergeTallies(tallyOf(layout, some), tallyOf(layout, others));
      expect(contents(merged)).toEqual(contents(tallyOf(layout, [...some, ...others])));
    }),
  );
});

test('the order of answers does not matter', () => {
  fc.assert(
    fc.property(answers, (some) => {
      expect(contents(tallyOf(layout, [...some].reverse()))).toEqual(contents(tallyOf(layout, some)));
    }),
  );
});

test('tallies of different questionnaires refuse to merge', () => {
  const other = emptyTally(tallyLayout(officialQuestionnaire('culture')));
  expect(() => mergeTallies(emptyTally(layout), other)).toThrow('survey.different-questions');
});

test('a tally written to a cell reads back the same', () => {
  fc.assert(
    fc.property(answers, (some) => {
      const tally = tallyOf(layout, some);
      for (const own of tally.institutions.values()) {
        const read = decodeTally(own.institution, encodeTally(layout, own));
        expect(read).toEqual({ layout, own });
      }
    }),
  );
});

test('10,000 answers take less than 2 KB of a cell that holds 50,000 characters', () => {
  const sample = correlatedSample(questionnaire, 'а', 10_000, 0.85, lehmer(7));
  const text = encodeTally(layout, tallyOf(layout, sample).institutions.get('а')!);
  expect(text.length).toBeLessThan(2000);
  // A cell must not take it for a formula or a number.
  expect(text).toMatch(/^t1\|/);
});

test.each(['', 't1|', 't2|q1|||1', '12', 't1|q1*|||Ж|1|1|1|1|1||', 't1|q1*|||1|1.2|1|1|1|1||'])(
  '«%s» is refused as a tally',
  (text) => {
    expect(() => decodeTally('а', text)).toThrow('survey.unreadable-tally');
  },
);

test('rows of «Свод» give yes, no and answered, and the tally comes back from them', () => {
  const tally = tallyOf(layout, correlatedSample(questionnaire, 'а', 50, 0.8, lehmer(3)));
  const rows = tallyRows(tally);
  const whole = rows.filter((row) => row[1] === WHOLE_INSTITUTION);
  expect(whole.map((row) => row[4])).toEqual([50]);
  for (const [, question, yes, no, answered] of rows) {
    if (question !== WHOLE_INSTITUTION) expect(Number(yes) + Number(no)).toBe(answered);
  }
  expect(decodeTally('а', whole[0]![5]).own).toEqual(tally.institutions.get('а'));
});
