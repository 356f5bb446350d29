import fc from 'fast-check';
import { readLadder } from '../../../src/domain/plan/ladder.ts';
import { ProblemError } from '../../../src/domain/problem.ts';
import { planProblemText } from '../../../src/texts/plan-problems.ts';

test.each<[string, readonly number[] | undefined]>([
  ['60, 30, 7', [60, 30, 7]],
  ['7;30; 60', [60, 30, 7]],
  ['за 30 и 7 дней', [30, 7]],
  ['0', [0]],
  ['7, 7', [7]],
  ['нет', []],
  ['Нет', []],
  ['', undefined],
  ['  ', undefined],
])('«%s» is read', (written, days) => {
  expect(readLadder(written)).toEqual(days);
});

test.each([
  ['за неделю', 'неделю'],
  ['60, -7', '-7'],
  ['400', '400'],
  ['7.5', '7.5'],
  ['нет, 7', 'нет'],
])('«%s» is refused for «%s», in words that name the place and the remedy', (written, word) => {
  const problem = refusal(written);
  expect(problem).toEqual({ code: 'reminders.bad-ladder', written, word });
  expect(planProblemText(problem as never, 'План!K5')).toMatch(
    new RegExp(`^План!K5: «${written}» не прочитано: непонятно «${word}»\\. .*«60, 30, 7», или «нет»`),
  );
});

function refusal(written: string): unknown {
  try {
    return readLadder(written);
  } catch (error) {
    return (error as ProblemError).problem;
  }
}

test('whatever days are written, in any order and with any separator, are read, the most first', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 366 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(days, fc.constantFrom(', ', '; ', ' ', ',', ' и '), (list, separator) => {
      expect(readLadder(list.join(separator))).toEqual([...list].sort((a, b) => b - a));
    }),
  );
});

test('any text is read or refused, never something else', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (written) => {
      try {
        for (const day of readLadder(written) ?? []) expect(day >= 0 && day <= 366).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemError);
      }
    }),
  );
});
