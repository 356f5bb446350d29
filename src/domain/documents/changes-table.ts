/** «Изменение к прошлой оценке»: each institution against its own earlier result, for the report. */
import { type Block, points } from './blocks.ts';

export interface ChangedInstitution {
  readonly name: string;
  readonly year: number;
  readonly before: number;
  readonly now: number;
  readonly difference: number;
  /** Interval of the difference, points; null where an error is not known. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly direction: 'rose' | 'fell' | 'not-significant' | 'unknown';
  /** Whether the rules were other ones. */
  readonly isConditional: boolean;
  /** «↑ выросло; к 2023 году». */
  readonly words: string;
  /** Whether it stands when all comparisons are looked at together. */
  readonly standsAmongAll: boolean;
}

export interface ReportedChanges {
  readonly spheres: readonly { readonly name: string; readonly institutions: readonly ChangedInstitution[] }[];
  /** «0,95». */
  readonly confidence: string;
}

/** +3,20 or −3,20: the sign is always there. */
export function signedPoints(value: number, decimals = 2): string {
  const shown = points(Math.abs(value), decimals);
  if (/^[0,]+$/.test(shown)) return shown;
  return `${value < 0 ? '−' : '+'}${shown}`;
}

/** The report's section on changes since former years; nothing where there is nobody to compare. */
export function changesSection({ spheres, confidence }: ReportedChanges): Block[] {
  const filled = spheres.filter(({ institutions }) => institutions.length > 0);
  const all = filled.reduce((list, { institutions }) => list.concat(institutions), [] as ChangedInstitution[]);
  if (all.length === 0) return [];
  const rows: string[][] = [];
  const headings: number[] = [];
  for (const { name, institutions } of filled) {
    headings.push(rows.length);
    rows.push([name.charAt(0).toUpperCase() + name.slice(1), '', '', '', '', '']);
    for (const one of institutions) {
      rows.push([
        one.name,
        `${points(one.before)} (${one.year})`,
        points(one.now),
        signedPoints(one.difference),
        one.interval ? `от ${signedPoints(one.interval.low, 1)} до ${signedPoints(one.interval.high, 1)}` : '—',
        one.words,
      ]);
    }
  }
  return [
    { kind: 'heading', level: 2, text: 'Изменение к прошлой оценке' },
    {
      kind: 'table',
      header: ['Учреждение', 'Было (год)', 'Стало', 'Изменение', 'Интервал изменения', 'Значимо ли'],
      widths: [0.25, 0.14, 0.1, 0.13, 0.17, 0.21],
      numeric: [1, 2, 3, 4],
      headings,
      rows,
    },
    { kind: 'paragraph', text: sentence(all, confidence) },
    {
      kind: 'note',
      text: `Интервал изменения — из интервалов двух итогов, как у независимых опросов, с доверительной вероятностью ${confidence} (метод Ньюкома, для баллов — Цзоу и Доннера). Если он включает 0, изменение могло быть случайным. Каждое учреждение сравнивается со своим прошлым итогом само по себе; поправка Холма смотрит на все сравнения сразу.`,
    },
  ];
}

function sentence(all: readonly ChangedInstitution[], confidence: string): string {
  const names = (some: readonly ChangedInstitution[]): string => some.map(({ name }) => name).join(', ');
  const sure = all.filter(({ isConditional }) => !isConditional);
  const of = (direction: ChangedInstitution['direction']) => sure.filter((one) => one.direction === direction);
  const [rose, fell, same, unknown] = [of('rose'), of('fell'), of('not-significant'), of('unknown')];
  const found = [...rose, ...fell];
  const stand = found.filter(({ standsAmongAll }) => standsAmongAll);
  const parts = [
    rose.length > 0 ? `Итог значимо вырос: ${names(rose)}.` : '',
    fell.length > 0 ? `Итог значимо снизился: ${names(fell)}.` : '',
    same.length === 0
      ? ''
      : found.length > 0
        ? `У остальных, которые можно сравнить (${same.length}), значимого изменения нет.`
        : 'Значимого изменения нет ни у одного учреждения, которое можно сравнить.',
    found.length === 0
      ? ''
      : stand.length === found.length
        ? `С поправкой Холма на число сравнений вывод сохраняется (доверительная вероятность ${confidence}).`
        : stand.length === 0
          ? 'С поправкой Холма на число сравнений не подтверждается ни одно изменение: каждое из них могло быть случайным.'
          : `С поправкой Холма на число сравнений подтверждается изменение: ${names(stand)}; остальные могли быть случайными.`,
    unknown.length > 0 ? `Значимость неизвестна (нет погрешности одного из опросов): ${names(unknown)}.` : '',
    all.length > sure.length
      ? `Прошлый итог посчитан по другой методике, сравнение условно: ${names(all.filter(({ isConditional }) => isConditional))}.`
      : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
