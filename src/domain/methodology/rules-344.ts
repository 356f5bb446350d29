/**
 * What order 344н computes, for the six spheres: codes, weights and formulas (приложение к приказу,
 * формулы 1–9). Formulas in cells load these rules without the wording, which stands in order-344.ts.
 */
import type { Criterion, Formula, Grade, Indicator, Method } from './method.ts';
import { type SphereId, sphereOf } from './sphere.ts';

/** Scale of grades on bus.gov.ru. The order is silent on fractions (80,5): the lower grade is kept. */
export const GRADES_344: readonly Grade[] = [
  { from: 81, word: 'отлично' },
  { from: 61, word: 'хорошо' },
  { from: 41, word: 'удовлетворительно' },
  { from: 21, word: 'ниже среднего' },
  { from: 0, word: 'неудовлетворительно' },
];

/** Norms of information units: stand and site. Only culture's were found; null = the length of the checklist. */
export const INFORMATION_NORMS: Readonly<Record<SphereId, readonly [number | null, number | null]>> = {
  culture: [10, 13],
  'performing-arts': [10, 13],
  education: [null, null],
  'health-ambulatory': [null, null],
  'health-inpatient': [null, null],
  'social-service': [null, null],
};

/** Points for waiting: above the norm, equal, shorter by 1, 2, 3 days (hours), by half or more. */
const WAITING_STEPS: readonly number[] = [0, 10, 20, 40, 60, 100];

const share = (...questions: string[]): Formula => ({ kind: 'share', questions });
const fiveItems = (list: string): Formula => ({ kind: 'checklist', list, pointsPerItem: 20, fullFrom: 5 });

function indicators(sphere: SphereId): Indicator[] {
  const [stand, site] = INFORMATION_NORMS[sphere];
  const waits = sphere === 'health-ambulatory' || sphere === 'health-inpatient' || sphere === 'social-service';
  const rows: [string, number, Formula][] = [
    [
      '1.1',
      0.3,
      {
        kind: 'norm',
        lists: [
          { list: 'стенд', norm: stand },
          { list: 'сайт', norm: site },
        ],
      },
    ],
    ['1.2', 0.3, { kind: 'checklist', list: 'канал', pointsPerItem: 30, fullFrom: 4 }],
    ['1.3', 0.4, share('q2', 'q4')],
    ['2.1', 0.3, fiveItems('комфорт')],
    [
      '2.2',
      0.4,
      waits
        ? { kind: 'waiting', list: 'ожидание', steps: WAITING_STEPS, question: 'q5' }
        : { kind: 'mean-of', of: ['2.1', '2.3'] },
    ],
    ['2.3', 0.3, share('q6')],
    ['3.1', 0.3, fiveItems('доступ')],
    ['3.2', 0.4, fiveItems('услуга')],
    ['3.3', 0.3, share('q8')],
    ['4.1', 0.4, share('q9')],
    ['4.2', 0.4, share('q10')],
    ['4.3', 0.2, share('q12')],
    ['5.1', 0.3, share('q13')],
    ['5.2', 0.2, share('q14')],
    ['5.3', 0.5, share('q15')],
  ];
  const established = sphere === 'performing-arts' ? ['1', '3'] : ['1', '2', '3', '4', '5'];
  return rows
    .filter(([code]) => established.indexOf(code[0]!) >= 0)
    .map(([code, weight, formula]) => ({
      code,
      criterion: `К${code[0]}`,
      title: '',
      weight,
      maxPoints: 100,
      formula,
    }));
}

/** The rules of order 344н for a sphere: titles, act and assumptions are blank. In the performing arts only К1 and К3 are measured. */
export function rules344(sphere: SphereId): Method {
  const criteria = ['К1', 'К2', 'К3', 'К4', 'К5'].map(
    (code): Criterion => ({
      code,
      title: '',
      value: sphere === 'performing-arts' && code !== 'К1' && code !== 'К3' ? { meanOf: ['К1', 'К3'] } : 'weighted',
    }),
  );
  return {
    id: `344н, ${sphereOf(sphere).name}`,
    title: '',
    act: '',
    sphere,
    criteria,
    indicators: indicators(sphere),
    total: 'mean',
    rounding: 'exact',
    empty: 'not-available',
    grades: GRADES_344,
    assumptions: [],
  };
}
