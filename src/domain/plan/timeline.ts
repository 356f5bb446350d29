/** «Лента сроков»: where each due date stands on the axis of a year, by section and by responsible party. */
import { dateOf, type IsoDate, lastDayOfMonth, partsOf } from './dates.ts';
import { partyKey } from './parties.ts';

export interface TimelineDue {
  readonly plan: string;
  readonly line: string;
  readonly section: string;
  readonly measure: string;
  readonly parties: readonly string[];
  /** The working day on which it counts; null for a line without date. */
  readonly day: IsoDate | null;
  /** A control point of work that goes on the whole year. */
  readonly continuous: boolean;
}

/** A third of a month, what lies outside the year, or the place of lines without date. */
export interface TimelineColumn {
  readonly kind: 'decade' | 'before' | 'after' | 'undated';
  /** First and last day of a decade; empty otherwise. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The dates of one line that fall into one column. */
export interface TimelineCell {
  /** 0-based, in the order of the columns. */
  readonly column: number;
  /** The earliest and the latest of them; null in the column of lines without date. */
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  readonly count: number;
}

export interface TimelineRow {
  readonly plan: string;
  readonly line: string;
  readonly measure: string;
  readonly continuous: boolean;
  readonly cells: readonly TimelineCell[];
}

export interface TimelineGroup {
  readonly title: string;
  readonly rows: readonly TimelineRow[];
}

export interface Timeline {
  /** 36 decades of the year; before and after them only the columns that hold something. */
  readonly columns: readonly TimelineColumn[];
  /** Each line once, under its plan and section. */
  readonly bySection: readonly TimelineGroup[];
  /** Each line once under each of its parties. */
  readonly byParty: readonly TimelineGroup[];
}

/** Days of a month on which its thirds begin. */
const DECADE_STARTS = [1, 11, 21];

/**
 * @param dues in the order of the plan; lines, sections and parties keep it
 * @param year of the axis
 */
export function timelineOf(dues: readonly TimelineDue[], year: number): Timeline {
  const columns = columnsOf(dues, year);
  const rows = new Map<string, { due: TimelineDue; row: TimelineRow }>();
  for (const [key, own] of grouped(dues, ({ plan, line }) => [`${plan}|${line}`])) {
    rows.set(key, { due: own[0]!, row: rowOf(own, columns, year) });
  }
  const lines = [...rows.values()];
  const group = (titles: (due: TimelineDue) => readonly (readonly [key: string, title: string])[]): TimelineGroup[] => {
    const names = new Map<string, string>();
    const found = grouped(lines, ({ due }) =>
      titles(due).map(([key, title]) => {
        if (!names.has(key)) names.set(key, title);
        return key;
      }),
    );
    return [...found].map(([key, own]) => ({ title: names.get(key)!, rows: own.map(({ row }) => row) }));
  };
  return {
    columns,
    bySection: group(({ plan, section }) => {
      const title = section === '' ? plan : `${plan}. ${section}`;
      return [[title, title]];
    }),
    byParty: group(({ parties }) => {
      const named = parties.filter((party) => partyKey(party) !== '');
      return named.length > 0 ? named.map((party) => [partyKey(party), party] as const) : [['', NOBODY]];
    }),
  };
}

/** Title of the group of lines that name nobody. */
export const NOBODY = 'Ответственный не указан';

/** The 36 decades of a year, in order: every day of it lies in exactly one. */
export function decadesOf(year: number): TimelineColumn[] {
  const decades: TimelineColumn[] = [];
  for (let month = 1; month <= 12; month += 1) {
    DECADE_STARTS.forEach((start, at) => {
      const next = DECADE_STARTS[at + 1];
      const to = next ? dateOf(year, month, next - 1) : lastDayOfMonth(year, month);
      decades.push({ kind: 'decade', from: dateOf(year, month, start), to });
    });
  }
  return decades;
}

function columnsOf(dues: readonly TimelineDue[], year: number): TimelineColumn[] {
  const kinds = new Set(dues.map(({ day }) => kindOf(day, year)));
  const aside = (kind: 'before' | 'after' | 'undated'): TimelineColumn[] =>
    kinds.has(kind) ? [{ kind, from: '', to: '' }] : [];
  return [...aside('before'), ...decadesOf(year), ...aside('after'), ...aside('undated')];
}

function kindOf(day: IsoDate | null, year: number): TimelineColumn['kind'] {
  if (day === null) return 'undated';
  const { year: own } = partsOf(day);
  if (own === year) return 'decade';
  return own < year ? 'before' : 'after';
}

function rowOf(dues: readonly TimelineDue[], columns: readonly TimelineColumn[], year: number): TimelineRow {
  const { plan, line, measure } = dues[0]!;
  const byColumn = grouped(dues, ({ day }) => [columnAt(day, columns, year)]);
  const cells = [...byColumn].map(([column, own]): TimelineCell => {
    const days = own.map(({ day }) => day).filter((day): day is IsoDate => day !== null);
    days.sort();
    return { column, first: days[0] ?? null, last: days[days.length - 1] ?? null, count: own.length };
  });
  cells.sort((a, b) => a.column - b.column);
  return { plan, line, measure, continuous: dues.some(({ continuous }) => continuous), cells };
}

function columnAt(day: IsoDate | null, columns: readonly TimelineColumn[], year: number): number {
  const kind = kindOf(day, year);
  return columns.findIndex((column) =>
    kind === 'decade' ? day! >= column.from && day! <= column.to && column.kind === kind : column.kind === kind,
  );
}

/** Items by each of their keys, in the order in which the keys are first met. */
function grouped<T, Key>(items: readonly T[], keysOf: (item: T) => readonly Key[]): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const own = groups.get(key);
      if (own) own.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
