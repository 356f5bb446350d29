import { NOKO_GROUPS } from '../../src/functions/rating-groups.ts';

const names = [['А'], ['Б'], ['В'], ['Г']];

test('names each largest group whose sets of places all overlap; one that differs from all is in none', () => {
  // А 1–2, Б 1–3, В 2–3: А and В both may hold place 2, so the three overlap pairwise; Г holds 4 alone.
  const places = [
    [1, 2],
    [1, 3],
    [2, 3],
    [4, 4],
  ];
  expect(NOKO_GROUPS(names, places)).toBe(
    'Нельзя различить: А, Б, В. Внутри группы порядок мест может быть случайным.',
  );
});

test('two groups that share an institution are both named', () => {
  const places = [
    [1, 1],
    [2, 3],
    [2, 4],
    [4, 4],
  ];
  expect(NOKO_GROUPS(names, places)).toBe(
    'Нельзя различить: Б, В; В, Г. Внутри группы порядок мест может быть случайным.',
  );
});

test('says so when all are told apart, and when none is', () => {
  expect(
    NOKO_GROUPS(
      [['А'], ['Б']],
      [
        [1, 1],
        [2, 2],
      ],
    ),
  ).toBe('Места всех учреждений различимы с заданной доверительной вероятностью.');
  expect(
    NOKO_GROUPS(
      [['А'], ['Б']],
      [
        [1, 2],
        [1, 2],
      ],
    ),
  ).toBe('Нельзя различить ни одно из учреждений: порядок мест может быть случайным.');
});

test('institutions without a place are passed over; a lone one needs no words', () => {
  expect(
    NOKO_GROUPS(
      [['А'], ['Б']],
      [
        [1, 1],
        ['', ''],
      ],
    ),
  ).toBe('');
});

test('a set that ends before it begins is refused with its row', () => {
  expect(() => NOKO_GROUPS([['А']], [[3, 2]])).toThrow(/строка 1/i);
});
