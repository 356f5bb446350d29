/**
 * Methods of the plans' time (2013–2017) from the same parts, and a blank one. What the acts
 * leave open here is the reader's to fill: the published texts at hand give the maxima, the
 * numbers of indicators and how they add up, not every wording.
 */
import type { Criterion, Formula, Indicator, Method } from './method.ts';

const NO_GRADES = 'Оценки словами актом не установлены.';
const summed = (code: string, title: string): Criterion => ({ code, title, value: 'sum' });
const entered = (list: string): Formula => ({ kind: 'entered', list });

function method(part: Pick<Method, 'id' | 'title' | 'act' | 'criteria' | 'indicators'> & Partial<Method>): Method {
  return {
    sphere: null,
    total: 'sum',
    rounding: 'exact',
    empty: 'not-available',
    grades: [],
    assumptions: [NO_GRADES],
    ...part,
  };
}

/** Indicators that share a maximum, each a sum part of its criterion. */
function indicators(
  maxPoints: number,
  rows: readonly (readonly [code: string, title: string, formula: Formula])[],
): Indicator[] {
  return rows.map(([code, title, formula]) => ({
    code,
    criterion: code.split('.')[0]!,
    title,
    weight: 1,
    maxPoints,
    formula,
  }));
}

/** Минобрнауки 1547 of 05.12.2014: 16 indicators, 0–10 each, 40 + 70 + 20 + 30 = 160 points. */
export function education1547(): Method {
  const byExpert = (code: string, title: string) => [code, title, entered(code)] as const;
  const byVote = (code: string, title: string, question: string) =>
    [code, title, { kind: 'share', questions: [question] } as Formula] as const;
  return method({
    id: '1547, образование',
    title: 'Показатели оценки качества образовательной деятельности (2014–2018)',
    act: 'приказ Минобрнауки России от 05.12.2014 № 1547',
    sphere: 'education',
    criteria: [
      summed('I', 'Открытость и доступность информации'),
      summed('II', 'Комфортность условий'),
      summed('III', 'Доброжелательность, вежливость, компетентность работников'),
      summed('IV', 'Удовлетворённость качеством образовательной деятельности'),
    ],
    indicators: indicators(10, [
      byExpert('I.1', 'Полнота и актуальность информации об организации на её сайте'),
      byExpert('I.2', 'Сведения о педагогических работниках на сайте'),
      byExpert('I.3', 'Взаимодействие по телефону, электронной почте, электронным сервисам'),
      byExpert('I.4', 'Сведения о ходе рассмотрения обращений граждан'),
      byExpert('II.1', 'Материально-техническое и информационное обеспечение'),
      byExpert('II.2', 'Условия для охраны и укрепления здоровья, питание'),
      byExpert('II.3', 'Условия для индивидуальной работы'),
      byExpert('II.4', 'Дополнительные образовательные программы'),
      byExpert('II.5', 'Развитие творческих способностей и интересов'),
      byExpert('II.6', 'Психолого-педагогическая, медицинская и социальная помощь'),
      byExpert('II.7', 'Условия для обучающихся с ограниченными возможностями здоровья'),
      byVote('III.1', 'Доля удовлетворённых доброжелательностью и вежливостью', 'q9'),
      byVote('III.2', 'Доля удовлетворённых компетентностью', 'q10'),
      byVote('IV.1', 'Доля удовлетворённых материально-техническим обеспечением', 'q6'),
      byVote('IV.2', 'Доля удовлетворённых качеством услуг', 'q15'),
      byVote('IV.3', 'Доля готовых рекомендовать организацию', 'q13'),
    ]),
    assumptions: [
      NO_GRADES,
      'Доли переводятся в баллы делением процента на 10.',
      'Вопросы взяты из анкеты 675н, ближайшие по смыслу.',
    ],
  });
}

/** Минкультуры 2515 of 05.10.2015: satisfaction, bus.gov.ru (max 7) and the site (max 40) are added. */
export function culture2515(): Method {
  return method({
    id: '2515, культура',
    title: 'Показатели независимой оценки организаций культуры (2015–2018)',
    act: 'приказ Минкультуры России от 05.10.2015 № 2515',
    sphere: 'culture',
    criteria: [
      summed('У', 'Удовлетворённость получателей услуг'),
      summed('Б', 'Информация на bus.gov.ru'),
      summed('С', 'Информация на официальном сайте'),
    ],
    indicators: [
      ...indicators(5, [
        ['У.1', 'Комфортность условий', { kind: 'mean-mark', question: 'm1' }],
        ['У.2', 'Доступность услуг', { kind: 'mean-mark', question: 'm2' }],
        ['У.3', 'Доброжелательность и вежливость персонала', { kind: 'mean-mark', question: 'm3' }],
        ['У.4', 'Удовлетворённость качеством услуг в целом', { kind: 'mean-mark', question: 'm4' }],
      ]),
      ...indicators(7, [['Б.1', 'Полнота сведений на bus.gov.ru', entered('Б.1')]]),
      ...indicators(40, [['С.1', 'Полнота сведений на сайте', entered('С.1')]]),
    ],
    assumptions: [
      NO_GRADES,
      'Максимумы отдельных показателей различались по видам организаций: проверьте столбец «Максимум».',
      'Оценки ставили от 0 до 5; вопросы m1–m4 добавьте в анкету.',
    ],
  });
}

/** Mean mark 0–5 for each question, plain sum: the health method of 2013 (810а) and its likes. */
export function meanMarks(): Method {
  return method({
    id: 'средние оценки 0–5',
    title: 'Средние оценки от 0 до 5, простая сумма (2013)',
    act: 'приказ Минздрава России от 31.10.2013 № 810а (по образцу)',
    criteria: [summed('1', 'Оценки получателей услуг')],
    indicators: indicators(
      5,
      [1, 2, 3, 4, 5].map((k) => [`1.${k}`, `Показатель ${k}`, { kind: 'mean-mark', question: `m${k}` }] as const),
    ),
  });
}

/** Percentages and days turned into points by steps: 787н (2014). The steps are an example. */
export function banded(): Method {
  const percents: Formula['kind'] = 'bands';
  const steps = [
    { from: 0, points: 0 },
    { from: 50, points: 1 },
    { from: 60, points: 2 },
    { from: 70, points: 3 },
    { from: 80, points: 4 },
    { from: 90, points: 5 },
  ];
  return method({
    id: 'ступени',
    title: 'Проценты и дни, переведённые в баллы по ступеням (2014–2017)',
    act: 'приказ Минздрава России от 28.11.2014 № 787н (по образцу)',
    criteria: [summed('1', 'Показатели')],
    indicators: indicators(
      5,
      [1, 2, 3].map((k) => [`1.${k}`, `Показатель ${k}, %`, { kind: percents, list: `1.${k}`, bands: steps }] as const),
    ),
    assumptions: [NO_GRADES, 'Полная таблица ступеней не найдена: замените ступени по вашему приказу.'],
  });
}

/** One criterion, one indicator: a start for a method of one's own. */
export function blankMethod(): Method {
  return method({
    id: 'своя методика',
    title: 'Своя методика',
    act: '',
    total: 'mean',
    criteria: [{ code: 'К1', title: 'Критерий', value: 'weighted' }],
    indicators: [
      {
        code: '1.1',
        criterion: 'К1',
        title: 'Показатель',
        weight: 1,
        maxPoints: 100,
        formula: { kind: 'share', questions: ['q15'] },
      },
    ],
    assumptions: [],
  });
}
