import * as fc from 'fast-check';
import { barParts, placeChart, scoreChart } from '../../../src/domain/documents/interval-chart.ts';

const rated = (name: string, low: number | null, total: number | null, high: number | null, places?: number[]) => ({
  ...{ name, answers: 60, total, low, high },
  ...{ rank: places?.[0] ?? null, rankLow: places?.[1] ?? null, rankHigh: places?.[2] ?? null },
});

test('80–90 with the score 84 and a mark of 0.4: 80 unseen, 3.8 pale, 0.4 dark, 5.8 pale', () => {
  const parts = barParts({ label: '', low: 80, value: 84, high: 90 }, 0.2);
  expect(parts).toEqual([80, 3.8, 0.4, 5.8].map((part) => expect.closeTo(part, 9)));
});

test('whatever the interval, the parts are lengths, the mark stands on the value and the ends where they are', () => {
  const number = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      const [low, value, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      const half = 0.2;
      const [before, left, mark, right] = barParts({ label: '', low, value, high }, half);
      expect(Math.min(left, mark, right)).toBeGreaterThanOrEqual(-1e-9);
      expect(before + left + mark / 2).toBeCloseTo(value, 9);
      expect(before).toBeCloseTo(Math.min(low, value - half), 9);
      expect(before + left + mark + right).toBeCloseTo(Math.max(high, value + half), 9);
    }),
  );
});

test('the axis begins at a whole ten below the lowest interval and ends at 100', () => {
  const [chart] = scoreChart('Культура', [rated('Музей', 84.1, 87, 90), rated('Клуб', 71.5, 75, 79)]);
  expect([chart!.from, chart!.to]).toEqual([70, 100]);
  expect(scoreChart('Культура', [rated('Музей', 70.4, 75, 79)])[0]!.from).toBe(60);
  expect(scoreChart('Культура', [rated('Музей', 0, 2, 5)])[0]!.from).toBe(0);
});

test('a score without an interval is a mark alone, an institution without a score is not drawn', () => {
  const [chart] = scoreChart('Культура', [rated('Музей', null, 87, null), rated('Клуб', null, null, null)]);
  expect(chart!.bars).toEqual([{ label: 'Музей ·\u00a0n\u00a0=\u00a060', low: 87, value: 87, high: 87 }]);
  expect(scoreChart('Культура', [rated('Клуб', null, null, null)])).toEqual([]);
});

test('a long name is cut in the middle, so that branches differ and n is seen', () => {
  const name = 'МБДОУ «Детский сад комбинированного вида № 17 «Золотая рыбка» города Приморска — филиал 12';
  const [chart] = scoreChart('Образование', [rated(name, 80, 87, 90)]);
  expect(chart!.bars[0]!.label).toBe('МБДОУ «Детский сад … — филиал 12 ·\u00a0n\u00a0=\u00a060');
});

test('places under the axis are whole and begin at 1: 1, 4, 7 … of thirty', () => {
  const many = Array.from({ length: 30 }, (_, at) => rated(`У${at}`, 1, 2, 3, [at + 1, 1, 30]));
  expect(placeChart('Культура', many)[0]!.ticks).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25, 28]);
});

test('a place takes its own cell of the axis, from 0,4 before it to 0,4 after', () => {
  const [chart] = placeChart('Культура', [rated('Музей', 1, 2, 3, [1, 1, 2]), rated('Клуб', 1, 2, 3, [2, 1, 2])]);
  expect([chart!.from, chart!.to]).toEqual([0, 3]);
  expect(barParts(chart!.bars[1]!, chart!.halfMark)).toEqual([0.6, 1, 0.8, 0].map((part) => expect.closeTo(part, 9)));
  expect(placeChart('Культура', [rated('Музей', 1, 2, 3), rated('Клуб', 1, 2, 3)])).toEqual([]);
});
