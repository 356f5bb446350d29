import type { Block } from '../../../src/domain/documents/blocks.ts';
import {
  type ChangedInstitution,
  changesSection,
  type ReportedChanges,
  signedPoints,
} from '../../../src/domain/documents/changes-table.ts';

const changed = (name: string, change: Partial<ChangedInstitution> = {}): ChangedInstitution => ({
  ...{ name, year: 2025, before: 80, now: 88.125, difference: 8.125, interval: { low: 2.04, high: 14.21 } },
  ...{ direction: 'rose', isConditional: false, words: '↑ выросло', standsAmongAll: true },
  ...change,
});
const report = (...institutions: ChangedInstitution[]): ReportedChanges => ({
  spheres: [{ name: 'культура', institutions }, ...[{ name: 'образование', institutions: [] }]],
  confidence: '0,95',
});
const sentenceOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');

test('a row has the former total with its year, the new one, the change and its interval with their signs', () => {
  const [, table] = changesSection(report(changed('Музей'), changed('Клуб', { interval: null, words: 'не известно' })));
  expect(table).toMatchObject({
    kind: 'table',
    headings: [0],
    rows: [
      ['Культура', '', '', '', '', ''],
      ['Музей', '80,00 (2025)', '88,13', '+8,13', 'от +2,0 до +14,2', '↑ выросло'],
      ['Клуб', '80,00 (2025)', '88,13', '+8,13', '—', 'не известно'],
    ],
  });
});

test('a change that rounds to nothing has no sign, a fall has a minus and not a hyphen', () => {
  expect([signedPoints(-0.004), signedPoints(0), signedPoints(-3.2), signedPoints(0.25, 1)]).toEqual([
    ...['0,00', '0,00', '−3,20', '+0,3'],
  ]);
});

test('with nothing to compare there is no section at all', () => {
  expect(changesSection(report())).toEqual([]);
});

test('the sentence names who rose and who fell, counts the others and says what Holm’s correction leaves', () => {
  const blocks = changesSection(
    report(
      changed('Музей'),
      changed('Клуб', { direction: 'fell', standsAmongAll: false }),
      changed('Театр', { direction: 'not-significant', standsAmongAll: false }),
      changed('Библиотека', { direction: 'unknown', interval: null, standsAmongAll: false }),
    ),
  );
  expect(sentenceOf(blocks)).toBe(
    'Итог значимо вырос: Музей. Итог значимо снизился: Клуб. У остальных, которые можно сравнить (1), значимого изменения нет. ' +
      'С поправкой Холма на число сравнений подтверждается изменение: Музей; остальные могли быть случайными. ' +
      'Значимость неизвестна (нет погрешности одного из опросов): Библиотека.',
  );
});

test('when none stands among all comparisons, the sentence says that each could be chance', () => {
  const blocks = changesSection(report(changed('Музей', { standsAmongAll: false })));
  expect(sentenceOf(blocks)).toContain('не подтверждается ни одно изменение: каждое из них могло быть случайным.');
});

test('a change by other rules is in the table and in no conclusion', () => {
  const blocks = changesSection(report(changed('Музей', { isConditional: true })));
  expect(sentenceOf(blocks)).toBe('Прошлый итог посчитан по другой методике, сравнение условно: Музей.');
});
