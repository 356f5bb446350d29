import type { Block, TableBlock } from '../../../src/domain/documents/blocks.ts';
import {
  type CouncilReport,
  councilReport,
  type RatedInstitution,
} from '../../../src/domain/documents/council-report.ts';

const institution = (name: string, change: Partial<RatedInstitution> = {}): RatedInstitution => ({
  name,
  criteria: [90, 80, 70, 95.25, 99.96],
  total: 87.042,
  low: 84.1,
  high: 89.96,
  rank: 1,
  rankLow: 1,
  rankHigh: 1,
  grade: 'отлично',
  answers: 60,
  required: 60,
  ...change,
});

const report = (change: Partial<CouncilReport> = {}): CouncilReport => ({
  authority: 'Отдел образования',
  territory: 'Район',
  year: 2026,
  madeOn: '2026-05-20',
  answers: 120,
  excluded: 0,
  exclusions: [],
  spheres: [{ name: 'культура', institutions: [institution('Музей')] }],
  territoryScore: 87.042,
  changes: { spheres: [], confidence: '0,95' },
  plans: [],
  shares: [],
  method: 'Методика: приказ № 15 от 20.02.2026',
  settings: ['Округление: точно.'],
  ...change,
});

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => ('text' in block ? block.text : block.kind === 'list' ? block.items.join('\n') : ''))
    .join('\n');

const tables = (blocks: readonly Block[]): TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === 'table');

test('figures stand in Russian notation, rounded as a person rounds: 95.25 → 95,3, 87.042 → 87,04', () => {
  const [table] = tables(councilReport(report()));
  expect(table!.rows).toEqual([
    ['1', 'Музей', '90,0', '80,0', '70,0', '95,3', '100,0', '87,04', '84,1–90,0', '1', '60'],
  ]);
});

test('an institution without a score says «н/д» and has no bar in the chart', () => {
  const nothing = institution('Клуб', {
    total: null,
    criteria: [null, null, null, null, null],
    rank: null,
    low: null,
    high: null,
    rankLow: null,
    rankHigh: null,
    answers: 0,
  });
  const blocks = councilReport(
    report({ spheres: [{ name: 'культура', institutions: [institution('Музей'), nothing] }] }),
  );
  expect(tables(blocks)[0]!.rows[1]).toEqual(['—', 'Клуб', 'н/д', 'н/д', 'н/д', 'н/д', 'н/д', 'н/д', '—', '—', '0']);
  const charts = blocks.filter((block) => block.kind === 'intervalChart');
  expect(charts).toHaveLength(1);
  expect(charts[0]).toMatchObject({
    bars: [{ label: 'Музей ·\u00a0n\u00a0=\u00a060', low: 84.1, value: 87.042, high: 89.96 }],
  });
});

test('who is above or below the mean of the sphere is said only where the interval leaves the mean outside', () => {
  const named = (...totals: [string, number, number, number][]) => [
    {
      name: 'культура',
      institutions: totals.map(([name, low, total, high]) => institution(name, { total, low, high })),
    },
  ];
  // Mean of 90, 80 and 70 is 80.
  const apart = named(['Музей', 85, 90, 95], ['Клуб', 75, 80, 85], ['Парк', 65, 70, 75]);
  expect(textOf(councilReport(report({ spheres: apart })))).toContain(
    'По сравнению со средним по сфере (80,00): выше — Музей; ниже — Парк; итоги остальных от среднего не отличимы.',
  );
  const close = named(['Музей', 75, 82, 95], ['Клуб', 65, 78, 85]);
  expect(textOf(councilReport(report({ spheres: close })))).toContain(
    'Ни один итог не отличается от среднего по сфере (80,00) больше, чем допускает случайность.',
  );
});

test('places that chance may have swapped are named in words', () => {
  const spheres = [
    {
      name: 'культура',
      institutions: [institution('Музей', { rankHigh: 2 }), institution('Клуб', { rank: 2, rankLow: 1, rankHigh: 2 })],
    },
  ];
  expect(textOf(councilReport(report({ spheres })))).toContain(
    'нельзя уверенно различить места: Музей (места 1–2); Клуб (места 1–2)',
  );
});

test('places that are told apart are not called doubtful', () => {
  expect(textOf(councilReport(report()))).not.toContain('нельзя уверенно различить');
});

test('an uncollected sample is said, with how many institutions it concerns', () => {
  const spheres = [{ name: 'культура', institutions: [institution('Музей', { answers: 20 }), institution('Клуб')] }];
  expect(textOf(councilReport(report({ spheres })))).toContain('не собран по учреждениям: 1 из 2');
});

test('excluded answers are counted by reason', () => {
  const text = textOf(councilReport(report({ excluded: 2, exclusions: [{ why: 'повтор', answers: 2 }] })));
  expect(text).toContain('исключено: 2');
  expect(text).toContain('исключено 2: повтор');
});

test('self-selection, the settings and the snapshot are named, as the statistics reference asks', () => {
  const text = textOf(councilReport(report()));
  expect(text).toContain('не случайная выборка');
  expect(text).toContain('Округление: точно.');
  expect(text).toContain('Данные на 20.05.2026: учтено анкет 120.');
});

test('execution of a plan: counts by state and a row for each due date', () => {
  const plans = [
    {
      title: 'План',
      counts: { выполнено: 1, просрочено: 1 },
      lines: [
        { number: '1', measure: 'Перечень', due: '30.01.2026', state: 'выполнено', evidence: 'приказ № 5' },
        { number: '4', measure: 'Решение', due: '20.02.2026', state: 'просрочено', evidence: '' },
      ],
    },
  ];
  const blocks = councilReport(report({ plans }));
  expect(textOf(blocks)).toContain('Сроков в году: 2. Выполнено — 1, просрочено — 1.');
  expect(tables(blocks)[1]!.rows[1]).toEqual(['4', 'Решение', '20.02.2026', 'просрочено', '—']);
});

test('shares of fewer than ten answers are hidden from the appendix, of fewer than thirty marked', () => {
  const cell = (name: string, answered: number) => ({
    ...{ institution: name, question: 'q8', criterion: 'К3', weight: 0.3 },
    ...{ answered, yes: Math.round(answered * 0.9) },
  });
  const blocks = councilReport(
    report({
      shares: [
        {
          sphere: 'Культура',
          columns: [{ question: 'q8', label: '3.3' }],
          cells: [cell('Музей', 9), cell('Клуб', 40), cell('Театр', 20), cell('Парк', 10), cell('Цирк', 0)],
        },
      ],
    }),
  );
  expect(tables(blocks).at(-1)!.rows).toEqual([
    ['Музей', '×'],
    ['Клуб', '90'],
    ['Театр', '90*'],
    // Hidden with the museum: the total would give it away.
    ['Парк', '×'],
    ['Цирк', '—'],
    // 8 + 36 + 18 + 9 of 79.
    ['Все учреждения сферы', '90'],
  ]);
  expect(textOf(blocks)).toContain('× — ответивших меньше 10');
});
