import { type IsoDate, russianDay } from '../plan/dates.ts';
import { type Band, bandOf } from '../rating/comparison.ts';
import { type Block, points } from './blocks.ts';
import { changesSection, type ReportedChanges } from './changes-table.ts';
import { placeChart, scoreChart } from './interval-chart.ts';
import { type SphereShares, sharesAppendix } from './shares-table.ts';

/** One institution in its sphere's table; null where there is nothing to compute from yet. */
export interface RatedInstitution {
  name: string;
  /** К1…К5, points 0–100. */
  criteria: readonly (number | null)[];
  total: number | null;
  /** Ends of the interval of the total, points. */
  low: number | null;
  high: number | null;
  rank: number | null;
  /** Ends of the simultaneous set of ranks: places that chance allows. */
  rankLow: number | null;
  rankHigh: number | null;
  grade: string;
  answers: number;
  required: number | null;
}

export interface RatedSphere {
  name: string;
  institutions: readonly RatedInstitution[];
}

export interface PlanExecution {
  title: string;
  /** State → number of due dates in it. */
  counts: Readonly<Record<string, number>>;
  lines: readonly { number: string; measure: string; due: string; state: string; evidence: string }[];
}

export interface CouncilReport {
  authority: string;
  territory: string;
  year: number;
  madeOn: IsoDate;
  answers: number;
  excluded: number;
  /** Each reason for excluding answers, with how many. */
  exclusions: readonly { why: string; answers: number }[];
  spheres: readonly RatedSphere[];
  /** Unweighted mean of sphere means, points; null when no sphere has a score. */
  territoryScore: number | null;
  changes: ReportedChanges;
  plans: readonly PlanExecution[];
  shares: readonly SphereShares[];
  /** «Методика: приказ № 15 от 20.02.2026», or that it was not approved. */
  method: string;
  /** «Округление: точно» …: every choice that the law leaves open. */
  settings: readonly string[];
}

/** Отчёт Общественному совету о результатах независимой оценки и исполнении плана. */
export function councilReport(report: CouncilReport): Block[] {
  return [
    ...head(report),
    ...collection(report),
    ...rating(report),
    ...execution(report.plans),
    ...method(report),
    ...sharesAppendix(report.shares),
  ];
}

function head({ authority, territory, year, madeOn }: CouncilReport): Block[] {
  const blocks: Block[] = [
    {
      kind: 'title',
      text: `Отчёт Общественному совету о независимой оценке качества условий оказания услуг за ${year} год`,
    },
  ];
  const who = [authority, territory].filter((part) => part !== '').join(', ');
  if (who) blocks.push({ kind: 'paragraph', text: who, align: 'center' });
  blocks.push({ kind: 'paragraph', text: `Составлен ${russianDay(madeOn)}`, align: 'center' });
  return blocks;
}

function collection({ spheres, answers, excluded, exclusions }: CouncilReport): Block[] {
  const institutions = spheres.reduce((total, sphere) => total + sphere.institutions.length, 0);
  const short = spheres
    .reduce((all, sphere) => all.concat(sphere.institutions), [] as RatedInstitution[])
    .filter(({ answers: got, required }) => required !== null && got < required);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: '1. Сбор мнений' },
    {
      kind: 'paragraph',
      text:
        `Оценивались учреждения: ${institutions}. Учтено анкет: ${answers}, исключено: ${excluded}. ` +
        (short.length === 0
          ? 'Рекомендованный объём выборки (40 % получателей услуг, не более 600) собран по всем учреждениям.'
          : `Рекомендованный объём выборки (40 % получателей услуг, не более 600) не собран по учреждениям: ${short.length} из ${institutions}; их итоги менее точны, чем у остальных.`),
    },
  ];
  if (exclusions.length > 0) {
    blocks.push({
      kind: 'list',
      items: exclusions.map(({ why, answers: count }) => `исключено ${count}: ${why || 'причина не указана'}`),
    });
  }
  blocks.push({
    kind: 'note',
    text: 'Ответили те, кто захотел, поэтому ответы — не случайная выборка: интервалы ниже показывают только случайную погрешность.',
  });
  return blocks;
}

function rating({ spheres, territoryScore, changes }: CouncilReport): Block[] {
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: '2. Рейтинг учреждений' }];
  for (const sphere of spheres) {
    blocks.push({ kind: 'heading', level: 2, text: capital(sphere.name) });
    blocks.push({
      kind: 'table',
      header: ['Место', 'Учреждение', 'К1', 'К2', 'К3', 'К4', 'К5', 'Итог', 'Интервал', 'Места', 'Анкет'],
      widths: [0.085, 0.155, 0.076, 0.076, 0.076, 0.076, 0.076, 0.08, 0.12, 0.09, 0.09],
      numeric: [0, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      rows: sphere.institutions.map((one) => [
        one.rank === null ? '—' : String(one.rank),
        one.name,
        ...one.criteria.map((value) => (value === null ? 'н/д' : points(value, 1))),
        one.total === null ? 'н/д' : points(one.total),
        one.low === null || one.high === null ? '—' : `${points(one.low, 1)}–${points(one.high, 1)}`,
        one.rankLow === null || one.rankHigh === null ? '—' : span(one.rankLow, one.rankHigh),
        String(one.answers),
      ]),
    });
    blocks.push(...scoreChart(capital(sphere.name), sphere.institutions), ...againstMean(sphere));
    blocks.push(...placeChart(capital(sphere.name), sphere.institutions));
    blocks.push(...undistinguished(sphere));
  }
  if (territoryScore !== null) {
    blocks.push({
      kind: 'paragraph',
      text: `Значение по территории — ${points(territoryScore)} балла: среднее по сферам, а не по учреждениям (формула 9 Единого порядка).`,
    });
  }
  blocks.push({
    kind: 'note',
    text: 'К1 — открытость и доступность информации; К2 — комфортность условий; К3 — доступность для инвалидов; К4 — доброжелательность и вежливость; К5 — удовлетворённость условиями. «Места» — какие места допускает случайная погрешность.',
  });
  blocks.push(...changesSection(changes));
  return blocks;
}

/** Who differs from the mean of the sphere: only those whose interval leaves it outside. */
function againstMean({ institutions }: RatedSphere): Block[] {
  const scored = institutions.filter(({ total, low, high }) => total !== null && low !== null && high !== null);
  if (scored.length < 2) return [];
  const totals = institutions.map(({ total }) => total).filter((total) => total !== null);
  const mean = totals.reduce((sum, total) => sum + total!, 0)! / totals.length;
  const names = (band: Band): string =>
    scored
      .filter(({ low, high }) => bandOf({ low: low!, high: high! }, mean) === band)
      .map(({ name }) => name)
      .join(', ');
  const [better, worse] = [names('better'), names('worse')];
  const told = [better && `выше — ${better}`, worse && `ниже — ${worse}`].filter((part) => part !== '');
  const text =
    told.length === 0
      ? `Ни один итог не отличается от среднего по сфере (${points(mean)}) больше, чем допускает случайность.`
      : `По сравнению со средним по сфере (${points(mean)}): ${told.join('; ')}${
          names('as-average') === '' ? '' : '; итоги остальных от среднего не отличимы'
        }.`;
  return [{ kind: 'paragraph', text }];
}

/** Says in words where the order of the table is not told apart from chance. */
function undistinguished({ institutions }: RatedSphere): Block[] {
  const unsure = institutions.filter(
    ({ rankLow, rankHigh }) => rankLow !== null && rankHigh !== null && rankHigh > rankLow,
  );
  if (unsure.length === 0) return [];
  const words = unsure.map(({ name, rankLow, rankHigh }) => `${name} (места ${span(rankLow!, rankHigh!)})`).join('; ');
  return [
    {
      kind: 'paragraph',
      text: `По собранным анкетам нельзя уверенно различить места: ${words}. Порядок этих учреждений может быть случайным.`,
    },
  ];
}

function execution(plans: readonly PlanExecution[]): Block[] {
  if (plans.length === 0) return [];
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: '3. Исполнение плана мероприятий' }];
  for (const plan of plans) {
    const states = Object.keys(plan.counts).filter((state) => plan.counts[state]! > 0);
    blocks.push({ kind: 'heading', level: 2, text: plan.title });
    blocks.push({
      kind: 'paragraph',
      text: `Сроков в году: ${plan.lines.length}. ${capital(states.map((state) => `${state} — ${plan.counts[state]}`).join(', '))}.`,
    });
    blocks.push({
      kind: 'table',
      header: ['№', 'Мероприятие', 'Срок', 'Состояние', 'Чем подтверждается'],
      widths: [0.07, 0.45, 0.13, 0.15, 0.2],
      rows: plan.lines.map(({ number, measure, due, state, evidence }) => [
        number,
        measure,
        due,
        state,
        evidence || '—',
      ]),
    });
  }
  return blocks;
}

function method({ method: named, settings, answers, madeOn }: CouncilReport): Block[] {
  return [
    { kind: 'heading', level: 1, text: '4. Как получены числа' },
    {
      kind: 'paragraph',
      text: 'Показатели рассчитаны по Единому порядку (приказ Минтруда России от 31.05.2018 № 344н) по анкетам приложения к приказу от 30.10.2018 № 675н и по результатам осмотра стендов, сайтов и помещений.',
    },
    { kind: 'list', items: [`${named}.`, ...settings] },
    {
      kind: 'note',
      text: `Данные на ${russianDay(madeOn)}: учтено анкет ${answers}. Каждое число можно проверить на листах «Свод» и «Рейтинг».`,
    },
  ];
}

function span(low: number, high: number): string {
  return low === high ? String(low) : `${low}–${high}`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
