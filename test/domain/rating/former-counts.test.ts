import fc from 'fast-check';
import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { assess, type Evidence } from '../../../src/domain/rating/assessment.ts';
import { countsText, keepable, pointsText, readCounts, readPoints } from '../../../src/domain/rating/former-counts.ts';

test('counts and points are written as a person would type them', () => {
  expect(countsText({ q2: { yes: 45, answered: 60 }, q15: { yes: 57, answered: 60 } })).toBe('q2 45/60; q15 57/60');
  expect(pointsText({ '1.1': 85.5, '5.3': 95, '2.2': 70.123456 })).toBe('1.1 85,5; 5.3 95; 2.2 70,1235');
});

test('what is written is read back', () => {
  const count = fc
    .tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }))
    .map(([yes, more]) => ({ yes, answered: yes + more }));
  const question = fc.integer({ min: 1, max: 18 }).map((number) => `q${number}`);
  fc.assert(
    fc.property(fc.dictionary(question, count, { noNullPrototype: true }), (counts) => {
      expect(readCounts(countsText(counts))).toEqual(counts);
    }),
  );
});

test('a person may write spaces and points; what is no count is passed over', () => {
  expect(readCounts(' q2 45 / 60;q4 шестьдесят; q6 70/60; q8 3/0; q9 12/40 ;')).toEqual({
    q2: { yes: 45, answered: 60 },
    q9: { yes: 12, answered: 40 },
  });
  expect(readPoints('1.1 85.5; 5.3 95,25; мало; 4.1')).toEqual({ '1.1': 85.5, '5.3': 95.25 });
});

describe('what is kept of a year', () => {
  const culture = order344('culture');
  const list = { found: 5, recorded: 5, listed: 5, notRequired: 0 };
  const lists = { стенд: list, сайт: list, канал: list, комфорт: list, доступ: list, услуга: list };
  const evidence = (small: Record<string, [number, number]>): Evidence => ({
    lists,
    counts: Object.fromEntries(
      ['q2', 'q4', 'q6', 'q8', 'q9', 'q10', 'q12', 'q13', 'q14', 'q15'].map((id) => {
        const [yes, answered] = small[id] ?? [45, 60];
        return [id, { yes, answered }];
      }),
    ),
  });
  const kept = (small: Record<string, [number, number]>) => {
    const given = evidence(small);
    const settings = { rounding: 'exact', empty: 'not-available' } as const;
    return keepable(culture, given, assess(culture, given, settings));
  };

  test('all questions and indicators where ten or more answered each', () => {
    const { counts, points } = kept({});
    expect(Object.keys(counts)).toHaveLength(10);
    expect(Object.keys(points)).toHaveLength(15);
    expect(points['5.3']).toBe(75);
  });

  test('nothing of a criterion one share of which is of fewer than ten: К3 with 3.1 and 3.2 gives 3.3 away', () => {
    const { counts, points } = kept({ q8: [2, 3], q12: [4, 9] });
    expect(Object.keys(counts)).toEqual(['q2', 'q4', 'q6', 'q13', 'q14', 'q15']);
    expect(Object.keys(points).filter((code) => /^[34]/.test(code))).toEqual([]);
    expect(kept({ q8: [8, 10] }).counts.q8).toEqual({ yes: 8, answered: 10 });
  });

  test('a question that nobody answered hides nobody', () => {
    const { counts, points } = kept({ q8: [0, 0] });
    expect(counts.q8).toBeUndefined();
    expect([points['3.1'], points['3.2'], points['3.3']]).toEqual([100, 100, undefined]);
  });
});
