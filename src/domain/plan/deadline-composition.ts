/** What the parts of a phrase say together: «ежегодно» and «до 30 января» are one deadline, not two. */
import type { DatePart, DeadlinePart, PeriodPart, RecurringPart, Stretch, WeekdayPart } from './deadline.ts';
import { assume, type Cursor, LAST_YEAR, refuseAmbiguous, warn } from './deadline-cursor.ts';
import type { PointPart } from './deadline-points.ts';
import type { Frequency, RepeatedDays } from './deadline-recurrence.ts';

/** A part of a phrase as it was read, before it is known what else the phrase says. */
export type Atom =
  | { readonly kind: 'break' }
  | { readonly kind: 'frequency'; readonly frequency: Frequency; readonly text: string }
  | { readonly kind: 'days'; readonly days: RepeatedDays }
  | { readonly kind: 'point'; readonly point: PointPart }
  /** The period that a report is about; months 0: a named one. */
  | { readonly kind: 'reported'; readonly months: number }
  | { readonly kind: 'part'; readonly part: WeekdayPart | RecurringPart | PeriodPart | DatePart }
  /** Stands for itself whatever is beside it. */
  | { readonly kind: 'free'; readonly part: DeadlinePart };

type Item = Extract<Atom, { kind: 'days' | 'point' | 'part' }>;

/** A frequency with what belongs to it. */
interface Group {
  frequency?: Frequency;
  reported?: number;
  items: Item[];
}

/** What was read piece by piece («2 раза в год», «до 1 июня», «до 1 декабря») put together into the parts of a deadline. */
export function deadlineParts(c: Cursor, atoms: readonly Atom[]): DeadlinePart[] {
  const parts: DeadlinePart[] = [];
  for (const said of sentences(atoms)) {
    const sentence = startsSettled(said);
    const free = sentence.flatMap((atom) => (atom.kind === 'free' ? [atom.part] : []));
    for (const group of groupsOf(c, sentence, parts)) {
      // «постоянно, в течение года»: the year is only the stretch of it.
      const stretches = free.some((part) => part.kind === 'open' || part.kind === 'relative');
      if (stretches && !group.frequency && group.items.every((item) => item.kind === 'point' && isYear(item.point)))
        continue;
      // «ежегодно, в течение 10 дней после …»: how often the event comes, not a date of its own.
      const counted = free.some((part) => part.kind === 'relative' && part.amount > 0 && part.event !== '');
      if (counted && group.frequency && group.items.length === 0) continue;
      parts.push(...groupParts(c, group));
    }
    parts.push(...free);
  }
  return distinct(parts);
}

function sentences(atoms: readonly Atom[]): Atom[][] {
  const result: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom.kind === 'break') result.push([]);
    else (result[result.length - 1] as Atom[]).push(atom);
  }
  return result;
}

/** «начиная с 2025 года» is when a recurrence begins; of anything else only the start is said. */
function startsSettled(sentence: readonly Atom[]): readonly Atom[] {
  const often = sentence.filter((atom) => atom.kind === 'frequency');
  const inYear = often.some((atom) => atom.frequency.months < 12 && !atom.frequency.upper);
  return sentence.map((atom) => {
    if (atom.kind !== 'point' || atom.point.since === undefined) return atom;
    // «ежегодно с 1 сентября» says nothing of the end.
    if (atom.point.kind === 'date' ? inYear : often.length > 0) return atom;
    return { kind: 'free', part: { kind: 'open', reason: 'start-only', text: atom.point.since } };
  });
}

function distinct(parts: readonly DeadlinePart[]): DeadlinePart[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = part.kind === 'open' ? `open ${part.reason}` : JSON.stringify(part);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function groupsOf(c: Cursor, atoms: readonly Atom[], parts: DeadlinePart[]): Group[] {
  const hasStart = atoms.some((atom) => atom.kind === 'point' && atom.point.since !== undefined);
  const groups: Group[] = [];
  let group: Group = { items: [] };
  const close = () => {
    if (group.frequency || group.items.length > 0) groups.push(group);
    group = { items: [] };
  };
  for (const atom of atoms) {
    if (atom.kind === 'frequency') {
      const { frequency } = atom;
      const inYears = frequency.months > 12;
      if (frequency.upper || (inYears && !(hasStart && (frequency.months / frequency.times) % 12 === 0))) {
        if (inYears) assume(c, 'which-year');
        parts.push({ kind: 'open', reason: 'rate-limit', text: atom.text });
        continue;
      }
      if (group.frequency && group.items.length === 0 && group.frequency.months === frequency.months) {
        group.frequency = frequency.said !== undefined ? frequency : group.frequency;
        continue;
      }
      if (group.frequency || !takesItems(frequency, group.items)) close();
      group.frequency = frequency;
    } else if (atom.kind === 'reported') {
      if (group.reported !== undefined) close();
      group.reported = atom.months;
    } else if (atom.kind !== 'free' && atom.kind !== 'break') group.items.push(atom);
  }
  close();
  return groups;
}

/** Whether items that stand before a frequency belong to it: «до 10 числа, ежеквартально», «декабрь, ежегодно». */
function takesItems(frequency: Frequency, items: readonly Item[]): boolean {
  if (frequency.months === 12) return true;
  const dates = items.filter((item) => item.kind === 'point' && item.point.kind === 'date' && !item.point.since).length;
  return dates === 0 || dates * frequency.months === 12 * frequency.times;
}

function isYear(point: PointPart): boolean {
  return point.kind === 'period' && /year$/.test(point.period.unit) && !point.atEdge && !point.offset;
}

/** «по пятницам» is weekly without saying so. */
const WEEKLY: Frequency = { months: 0, times: 1, days: 7 };

function groupParts(c: Cursor, group: Group): DeadlinePart[] {
  const { reported } = group;
  const byWeekdays = group.items.some((item) => item.kind === 'part' && item.part.kind === 'weekday');
  const frequency = group.frequency ?? (byWeekdays ? WEEKLY : undefined);
  const years: PeriodPart[] = [];
  const items: Item[] = [];
  for (const item of group.items) {
    if (item.kind === 'point' && item.point.since !== undefined && item.point.kind === 'date') {
      const { since, ...start } = item.point;
      const rest = groupParts(c, { ...group, items: group.items.filter((other) => other !== item) });
      if (group.frequency) return rest.map((part) => startingOn(part, start));
      return [...rest, { kind: 'open', reason: 'start-only', text: since }];
    }
    if (item.kind === 'point' && item.point.kind === 'period' && isYear(item.point)) years.push(item.point);
    else items.push(item);
  }
  if (items.length === 0) {
    if (!frequency) return years.filter(({ year }) => year !== LAST_YEAR).map(plainPoint);
    if (years.length === 0) return frequencyParts(c, frequency);
    return years.flatMap((year) => frequencyParts(c, frequency).map((part) => inYear(part, year)));
  }
  const points = withSharedYears(items, years);
  compareCount(c, frequency, items);
  const stretches = items.flatMap((item) => {
    const point = points.get(item);
    return point && frequency && isStretch(point, frequency) ? [plainPoint(point)] : [];
  });
  // «ежемесячно до 5 числа, с сентября по май»
  const spread = (part: DeadlinePart): DeadlinePart[] => {
    const inYears = years.length > 0 ? years.map((year) => inYear(part, year)) : [part];
    return stretches.length > 0 ? inYears.flatMap((p) => stretches.map((stretch) => within(p, stretch))) : inYears;
  };
  const recurs = items.some((item) => item.kind !== 'point');
  const parts = items.flatMap((item): DeadlinePart[] => {
    if (item.kind === 'part') {
      if (item.part.kind === 'weekday' && (frequency?.days ?? 7) !== 7) {
        refuseAmbiguous(c, 'second-weekday');
      }
      return spread(item.part);
    }
    if (item.kind === 'days') return spread(recurringDays(c, item.days, frequency, reported));
    const point = points.get(item) as PointPart;
    if (frequency && isStretch(point, frequency)) {
      if (recurs) return [];
      const stretch = plainPoint(point);
      return frequencyParts(c, frequency).map((part) => within(part, stretch));
    }
    return [pointUnderFrequency(point, frequency, years)];
  });
  if (reported === 12) return parts.map((part) => afterReportedYear(c, part));
  return overYearEnd(c, parts, frequency !== undefined && (frequency.months < 12 || frequency.times > 1));
}

/** «по итогам года до 1 февраля»: of the next year. */
function afterReportedYear(c: Cursor, part: DeadlinePart): DeadlinePart {
  if (part.kind !== 'date' || part.year !== undefined || part.yearShift !== undefined || part.month > 6) return part;
  assume(c, 'next-year');
  return { ...part, yearShift: 1 };
}

function plainPoint(point: PointPart): DatePart | PeriodPart {
  const { atEdge: _, since: __, ...part } = point;
  return part;
}

/** «март, июнь 2026 года», «2026 год: март, июнь»: one year for all that have none. */
function withSharedYears(items: readonly Item[], years: readonly PeriodPart[]): Map<Item, PointPart> {
  const shared = years.find((year) => !year.from);
  const result = new Map<Item, PointPart>();
  let later: { year?: number; yearShift?: number } = { year: shared?.year, yearShift: shared?.yearShift };
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = items[i] as Item;
    if (item.kind !== 'point') continue;
    const { point } = item;
    if (point.year !== undefined || point.yearShift !== undefined) {
      later = point.from ? {} : { year: point.year, yearShift: point.yearShift };
      result.set(item, point);
    } else {
      const { year, yearShift } = later;
      result.set(item, {
        ...point,
        ...(year !== undefined && { year }),
        ...(yearShift !== undefined && { yearShift }),
      });
    }
  }
  return result;
}

function compareCount(c: Cursor, frequency: Frequency | undefined, items: readonly Item[]): void {
  if (frequency?.said === undefined || frequency.months === 0) return;
  if (!items.every((item) => item.kind === 'point' && !isStretch(item.point, frequency))) return;
  const said = (frequency.said * 12) / frequency.months;
  if (said !== items.length && Number.isInteger(said)) warn(c, { code: 'count-differs', said, found: items.length });
}

/** Length in months, roughly: a day named alone has none. */
function lengthMonths(point: PointPart): number {
  if (point.kind === 'date' && !point.from) return 0;
  const { from, to } = stretchOf(plainPoint(point));
  const days = point.kind === 'period' && point.period.month && !point.from ? 10 : to.day - from.day + 1;
  const whole = to.month - from.month + 12 * (to.yearShift ?? 0);
  return whole + days / 31;
}

/** Months from one due date of the frequency to the next; 0 for weeks and days. */
function stepMonths({ months, times, decades }: Frequency): number {
  return decades ? 1 / 3 : months / times;
}

/** «ежемесячно с сентября по май»: the stretch is where the frequency holds, and not a due date. */
function isStretch(point: PointPart, frequency: Frequency): boolean {
  const step = stepMonths(frequency);
  return step < 12 && !frequency.once && lengthMonths(point) > step;
}

/** «ежемесячно, начиная с марта 2026 года»: in later years from January. */
function startingOn(part: DeadlinePart, { day, month, year }: DatePart): DeadlinePart {
  if (part.kind !== 'recurring' && part.kind !== 'weekday' && part.kind !== 'every-days') return part;
  const start = { day, month, ...(year !== undefined && { year }) };
  return { ...part, within: { from: start, to: part.within?.to ?? { day: 31, month: 12 } } };
}

function within(part: DeadlinePart, stretch: DatePart | PeriodPart): DeadlinePart {
  if (part.kind !== 'recurring' && part.kind !== 'weekday' && part.kind !== 'every-days') return part;
  return { ...part, ...(stretch.year !== undefined && { year: startYear(stretch) }), within: stretchOf(stretch) };
}

function startYear(stretch: DatePart | PeriodPart): number | undefined {
  return stretch.from?.year ?? stretch.year;
}

function pointUnderFrequency(
  point: PointPart,
  frequency: Frequency | undefined,
  years: readonly PeriodPart[],
): DeadlinePart {
  const part = plainPoint(point);
  if (!frequency) return part;
  const span = years.find((year) => year.from?.year !== undefined && year.year !== undefined);
  const inPeriod =
    part.kind === 'period' ? ({ month: 1, quarter: 3, half: 6 } as const)[part.period.unit as 'month'] : 0;
  const month = part.kind === 'date' ? part.month : part.period.n * (inPeriod ?? 0);
  if (span && month) {
    const until = part.kind === 'date' && part.until ? { until: true } : {};
    const day = part.kind === 'date' ? part.day : 31;
    return {
      kind: 'recurring',
      months: Math.max(12, frequency.months),
      due: { at: 'days', days: [day], monthOffset: month - 12, ...until },
      years: [span.from?.year as number, span.year as number],
    };
  }
  return frequency.months === 12 && !frequency.once ? { ...part, yearly: true } : part;
}

/** First and last day of a stretch; the days of a month's end are 31, cut to the month when used. */
function stretchOf(part: DatePart | PeriodPart): NonNullable<Stretch['within']> {
  const years = (part.year ?? 0) - (startYear(part) ?? 0);
  const shift = part.yearShift || years > 0 ? { yearShift: part.yearShift || years } : {};
  if (part.kind === 'date') {
    const from = part.from ?? { day: 1, month: 1 };
    return { from: { day: from.day, month: from.month }, to: { day: part.day, month: part.month, ...shift } };
  }
  const monthsOf = ({ unit, n, month }: { unit: string; n: number; month?: number }): [number, number] => {
    if (unit === 'quarter') return [n * 3 - 2, n * 3];
    if (unit === 'half') return [n * 6 - 5, n * 6];
    if (unit === 'month') return [n, n];
    if (unit === 'nine-months') return [1, 9];
    return unit === 'year' ? [1, 12] : [month ?? 1, month ?? 12];
  };
  const start = monthsOf(part.from ?? part.period)[0];
  return { from: { day: 1, month: start }, to: { day: 31, month: monthsOf(part.period)[1], ...shift } };
}

function inYear(part: DeadlinePart, year: PeriodPart): DeadlinePart {
  if (part.kind !== 'recurring' && part.kind !== 'weekday' && part.kind !== 'every-days') return part;
  if (year.period.unit === 'school-year') {
    const within = { from: { day: 1, month: 9 }, to: { day: 31, month: 5, yearShift: 1 } };
    return { ...part, ...(year.year !== undefined && { year: year.year }), within };
  }
  if (year.from?.year !== undefined && year.year !== undefined) return { ...part, years: [year.from.year, year.year] };
  return year.year !== undefined ? { ...part, year: year.year } : part;
}

/** Dates of a frequency that no other word gives. */
function frequencyParts(c: Cursor, frequency: Frequency): DeadlinePart[] {
  const { months, times, days, decades, once } = frequency;
  const every = (step: number, due: RecurringPart['due'] = { at: 'end' }): DeadlinePart[] => [
    { kind: 'recurring', months: step, due },
  ];
  const ambiguous = (): never => refuseAmbiguous(c, 'times-in-period');
  if (once) assume(c, 'year-end');
  if (days !== undefined) {
    if (days === 1) return [{ kind: 'open', reason: 'daily', text: c.phrase }];
    if (times > 1) ambiguous();
    if (days > 7) return [{ kind: 'every-days', days }];
    if (days < 7) return [{ kind: 'every-days', days }];
    assume(c, 'fridays');
    return [{ kind: 'weekday', weekdays: [5] }];
  }
  if (decades) return times === 1 ? every(1, { at: 'decades' }) : ambiguous();
  if (months % times === 0) {
    if (times > 2 && ![1, 3, 6].includes(months / times)) assume(c, 'split-evenly');
    return every(months / times);
  }
  if (months === 1 && times === 3) {
    assume(c, 'split-evenly');
    return every(1, { at: 'decades' });
  }
  if (times !== 2) ambiguous();
  if (months > 1) assume(c, 'split-evenly');
  return every(months, { at: 'middle-and-end' });
}

/** «до 15 числа …» with the period that the phrase tells of. */
function recurringDays(
  c: Cursor,
  days: RepeatedDays,
  frequency: Frequency | undefined,
  reported: number | undefined,
): RecurringPart {
  const told = frequency && frequency.months > 0 ? frequency.months : reported || undefined;
  const offset = days.due.at === 'days' || days.due.at === 'workday' ? days.due.monthOffset : 0;
  const loose = !days.sure && told !== undefined && (days.months === undefined || days.months === 1);
  const months = loose ? told : (days.months ?? told);
  const inYear = days.year === undefined ? {} : { year: days.year };
  const due = (monthOffset: number): RecurringPart['due'] =>
    days.due.at === 'days' || days.due.at === 'workday' ? { ...days.due, monthOffset } : days.due;
  if (months === undefined) {
    assume(c, days.afterPeriod ? 'quarter-reported' : 'every-month');
    return { kind: 'recurring', months: days.afterPeriod ? 3 : 1, due: due(offset) };
  }
  if (days.due.at === 'end') {
    if (!days.sure && !told && days.months !== undefined) assume(c, 'every-period');
    return { kind: 'recurring', months, due: days.due };
  }
  if (loose && offset === 0 && (months > 1 || reported !== undefined)) {
    if (reported === undefined) assume(c, 'month-after-period');
    return { kind: 'recurring', months, due: due(1) };
  }
  return { kind: 'recurring', months, due: due(offset), ...inYear };
}

/** «ежеквартально до 1 апреля, 1 июля, 1 октября, 1 января»: the last one is of the next year. */
function overYearEnd(c: Cursor, parts: readonly DeadlinePart[], recurs: boolean): DeadlinePart[] {
  const places = parts.map((part) => {
    const isPlain = (part.kind === 'date' || part.kind === 'period') && !part.from && !part.offset;
    if (!isPlain || part.year !== undefined || part.yearShift !== undefined) return Number.NaN;
    if (part.kind === 'date') return part.month * 100 + part.day;
    return part.period.unit === 'month' ? part.period.n * 100 + 99 : Number.NaN;
  });
  const last = places.length - 1;
  const ascends = places.every((place, i) => i === 0 || i === last || place > (places[i - 1] as number));
  // Of two dates the second may only have been written second; a date of January to March is of the next year.
  const several = last > 1 || (recurs && last === 1 && (places[1] as number) < 400);
  if (!several || !ascends || !((places[last] as number) < (places[0] as number))) return [...parts];
  assume(c, 'over-year-end');
  return parts.map((part, i) => (i === last ? { ...part, yearShift: 1 } : part) as DeadlinePart);
}
