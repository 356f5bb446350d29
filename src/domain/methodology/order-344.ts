/**
 * The single order of computing indicators: Минтруд 344н of 31.05.2018, for the six spheres.
 * Codes, weights and formulas: приложение к приказу, формулы 1–9.
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

const CRITERIA: readonly [string, string][] = [
  ['К1', 'Открытость и доступность информации об организации'],
  ['К2', 'Комфортность условий предоставления услуг'],
  ['К3', 'Доступность услуг для инвалидов'],
  ['К4', 'Доброжелательность, вежливость работников организации'],
  ['К5', 'Удовлетворённость условиями оказания услуг'],
];

/** Norms of information units: stand and site. Only culture's were found; null = the length of the checklist. */
const INFORMATION_NORMS: Readonly<Record<SphereId, readonly [number | null, number | null]>> = {
  culture: [10, 13],
  'performing-arts': [10, 13],
  education: [null, null],
  'health-ambulatory': [null, null],
  'health-inpatient': [null, null],
  'social-service': [null, null],
};

/** Points for waiting: above the norm, equal, shorter by 1, 2, 3 days (hours), by half or more. */
export const WAITING_STEPS: readonly number[] = [0, 10, 20, 40, 60, 100];

const share = (...questions: string[]): Formula => ({ kind: 'share', questions });
const fiveItems = (list: string): Formula => ({ kind: 'checklist', list, pointsPerItem: 20, fullFrom: 5 });

function indicators(sphere: SphereId): Indicator[] {
  const [stand, site] = INFORMATION_NORMS[sphere];
  const waits = sphere === 'health-ambulatory' || sphere === 'health-inpatient' || sphere === 'social-service';
  const isHealth = sphere === 'health-ambulatory' || sphere === 'health-inpatient';
  const rows: [string, number, string, Formula][] = [
    [
      '1.1',
      0.3,
      'Соответствие информации на стендах и на сайте установленному перечню',
      {
        kind: 'norm',
        lists: [
          { list: 'стенд', norm: stand },
          { list: 'сайт', norm: site },
        ],
      },
    ],
    [
      '1.2',
      0.3,
      'Дистанционные способы обратной связи и взаимодействия',
      { kind: 'checklist', list: 'канал', pointsPerItem: 30, fullFrom: 4 },
    ],
    ['1.3', 0.4, 'Доля удовлетворённых открытостью информации на стендах и на сайте', share('q2', 'q4')],
    ['2.1', 0.3, 'Комфортные условия для предоставления услуг', fiveItems('комфорт')],
    [
      '2.2',
      0.4,
      waits ? 'Время ожидания предоставления услуги' : 'Расчётный показатель: среднее 2.1 и 2.3',
      waits
        ? { kind: 'waiting', list: 'ожидание', steps: WAITING_STEPS, question: 'q5' }
        : { kind: 'mean-of', of: ['2.1', '2.3'] },
    ],
    ['2.3', 0.3, 'Доля удовлетворённых комфортностью условий', share('q6')],
    ['3.1', 0.3, 'Оборудование территории и помещений для инвалидов', fiveItems('доступ')],
    ['3.2', 0.4, 'Условия доступности, позволяющие инвалидам получать услуги наравне с другими', fiveItems('услуга')],
    ['3.3', 0.3, 'Доля удовлетворённых доступностью услуг для инвалидов', share('q8')],
    ['4.1', 0.4, 'Доля удовлетворённых вежливостью при первичном контакте', share('q9')],
    ['4.2', 0.4, 'Доля удовлетворённых вежливостью при оказании услуги', share('q10')],
    ['4.3', 0.2, 'Доля удовлетворённых вежливостью при дистанционном обращении', share('q12')],
    ['5.1', 0.3, 'Доля готовых рекомендовать организацию', share('q13')],
    [
      '5.2',
      0.2,
      isHealth ? 'Доля удовлетворённых навигацией внутри организации' : 'Доля удовлетворённых графиком работы',
      share('q14'),
    ],
    ['5.3', 0.5, 'Доля удовлетворённых условиями оказания услуг в целом', share('q15')],
  ];
  const established = sphere === 'performing-arts' ? ['1', '3'] : ['1', '2', '3', '4', '5'];
  return rows
    .filter(([code]) => established.indexOf(code[0]!) >= 0)
    .map(([code, weight, title, formula]) => ({
      code,
      criterion: `К${code[0]}`,
      title,
      weight,
      maxPoints: 100,
      formula,
    }));
}

/** The preset of order 344н for a sphere; in the performing arts only К1 and К3 are measured. */
export function order344(sphere: SphereId): Method {
  const normKnown = INFORMATION_NORMS[sphere][0] !== null;
  const criteria = CRITERIA.map(
    ([code, title]): Criterion => ({
      code,
      title,
      value: sphere === 'performing-arts' && code !== 'К1' && code !== 'К3' ? { meanOf: ['К1', 'К3'] } : 'weighted',
    }),
  );
  return {
    id: `344н, ${sphereOf(sphere).name}`,
    title: `Единый порядок расчёта показателей: ${sphereOf(sphere).name}`,
    act: 'приказ Минтруда России от 31.05.2018 № 344н',
    sphere,
    criteria,
    indicators: indicators(sphere),
    total: 'mean',
    rounding: 'exact',
    empty: 'not-available',
    grades: GRADES_344,
    assumptions: [
      'Изменения по приказу Минтруда № 408н (с 05.10.2024) сверьте с текстом приказа: их содержание в методику не внесено.',
      'Если на вопрос никто не ответил, порядок расчёта не установлен: по умолчанию «н/д».',
      'Дробный балл на границе оценок относится к нижней оценке: 80,5 — «хорошо».',
      ...(normKnown
        ? []
        : ['Норматив единиц информации (1.1) равен длине перечня; уточните его по приказу вашей сферы.']),
    ],
  };
}
