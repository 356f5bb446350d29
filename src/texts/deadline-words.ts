/** A deadline in plain Russian. What is printed for a computable deadline is read back to the same dates. */
import { plural } from '../domain/documents/plural.ts';
import type {
  DatePart,
  DayOfYear,
  Deadline,
  DeadlinePart,
  DeadlineWarning,
  InYear,
  Period,
  PeriodPart,
  RecurringDue,
  RecurringPart,
  RelativePart,
  Stretch,
  WeekdayPart,
} from '../domain/plan/deadline.ts';
import { LAST_YEAR } from '../domain/plan/deadline-cursor.ts';
import { romanNumeral } from '../domain/plan/roman.ts';

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const MONTHS_OF = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const WEEKDAYS = 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' ');
const BY_WEEKDAYS = 'понедельникам вторникам средам четвергам пятницам субботам воскресеньям'.split(' ');
const ORDINAL_STEMS = ['перв', 'втор', 'трет', 'четверт', 'пят'];

type Gender = 'm' | 'f' | 'n';

/** «второй», «третья», «первое»; −1 is the last. */
function ordinal(n: number, gender: Gender): string {
  const ending = { m: n === 2 ? 'ой' : n === 3 ? 'ий' : 'ый', f: n === 3 ? 'ья' : 'ая', n: n === 3 ? 'ье' : 'ое' }[
    gender
  ];
  if (n < 0) return { m: 'последний', f: 'последняя', n: 'последнее' }[gender];
  return `${ORDINAL_STEMS[n - 1]}${ending}`;
}

/** Genitive: «первого», «второй», «последнего». */
function ordinalOf(n: number, gender: Gender): string {
  if (n < 0) return gender === 'f' ? 'последней' : 'последнего';
  return `${ORDINAL_STEMS[n - 1]}${gender === 'f' ? (n === 3 ? 'ьей' : 'ой') : n === 3 ? 'ьего' : 'ого'}`;
}

/** The reading of a phrase: «до 30 января», «ежеквартально, в последний день квартала». */
export function describeDeadline(deadline: Deadline): string {
  return deadline.parts.map(describePart).join('; ');
}

function describePart(part: DeadlinePart): string {
  switch (part.kind) {
    case 'date':
      return describeDate(part);
    case 'period':
      return describePeriod(part);
    case 'recurring':
      return `${describeRecurring(part)}${since(part)}`;
    case 'every-days':
      return `раз в ${part.days % 7 === 0 ? weeks(part.days / 7) : `${part.days} ${plural(part.days, 'день', 'дня', 'дней')}`}${stretch(part)}${since(part)}`;
    case 'weekday':
      return `${weekdays(part)}${stretch(part)}${since(part)}`;
    case 'relative':
      return describeRelative(part);
    case 'open':
      return describeOpen(part);
  }
}

const OPEN_WORDS: Readonly<Partial<Record<string, string>>> = {
  empty: 'без срока',
  continuous: 'постоянно',
  daily: 'ежедневно',
};

function describeOpen({ reason, text }: Extract<DeadlinePart, { kind: 'open' }>): string {
  const said = text.charAt(0).toLowerCase() + text.slice(1);
  if (reason === 'not-a-deadline') return /^не срок/.test(said) ? said : `не срок, а ссылка на пункты: ${said}`;
  return OPEN_WORDS[reason] ?? said;
}

function yearOf({ year, yearShift }: InYear): string {
  if (year !== undefined) return ` ${year} года`;
  if (!yearShift) return '';
  return yearShift > 0 ? ' следующего года' : ' предыдущего года';
}

function dayAndMonth({ day, month }: DayOfYear): string {
  return `${day} ${MONTHS_OF[month - 1]}`;
}

function describeDate(part: DatePart): string {
  const yearly = part.yearly ? 'ежегодно ' : '';
  if (part.offset) return `${yearly}${shiftedFrom(part.offset)} ${dayAndMonth(part)}${yearOf(part)}`;
  if (part.from)
    return `${yearly}с ${dayAndMonth(part.from)}${yearOf(part.from)} по ${dayAndMonth(part)}${yearOf(part)}`;
  return `${yearly}${part.until ? 'до ' : ''}${dayAndMonth(part)}${yearOf(part)}`;
}

function periodName({ unit, n, month = 1 }: Period, when: string): string {
  const ofMonth = MONTHS_OF[month - 1];
  switch (unit) {
    case 'month':
      return `${MONTHS[n - 1]}${when}`;
    case 'quarter':
      return `${romanNumeral(n)} квартал${when}`;
    case 'half':
      return `${ordinal(n, 'n')} полугодие${when}`;
    case 'nine-months':
      return when === '' ? 'за 9 месяцев' : `9 месяцев${when}`;
    case 'decade':
      return `${ordinal(n, 'f')} декада ${ofMonth}${when}`;
    case 'half-month':
      return `${ordinal(n, 'f')} половина ${ofMonth}${when}`;
    case 'week':
      return `${ordinal(n > 4 ? -1 : n, 'f')} неделя ${ofMonth}${when}`;
    case 'school-year':
      return 'в течение учебного года';
    case 'year':
      return 'в течение года';
  }
}

/** Genitive, for «после окончания …». */
function periodOf({ unit, n, month = 1 }: Period): string {
  if (unit === 'month') return MONTHS_OF[n - 1] as string;
  if (unit === 'year') return '';
  if (unit === 'school-year') return 'учебного года';
  if (unit === 'quarter') return `${romanNumeral(n)} квартала`;
  if (unit === 'half') return `${ordinalOf(n, 'n')} полугодия`;
  const noun = { decade: 'декады', 'half-month': 'половины', week: 'недели' }[unit as 'decade'];
  return `${ordinalOf(n, 'f')} ${noun} ${MONTHS_OF[month - 1]}`;
}

function describePeriod(part: PeriodPart): string {
  const yearly = part.yearly ? 'ежегодно, ' : '';
  const { period, from } = part;
  if (part.offset)
    return `${yearly}${shiftedFrom(part.offset)} окончания ${`${periodOf(period)}${yearOf(part)}`.trim()}`;
  if (period.unit === 'year') {
    if (from?.year !== undefined) return `${yearly}${from.year}–${part.year} годы`;
    if (part.year !== undefined) return `${yearly}${part.year} год`;
    return part.yearShift ? `${yearly}до конца${yearOf(part)}` : `${yearly}в течение года`;
  }
  if (period.unit === 'school-year' && part.year !== undefined) return `${part.year}/${part.year + 1} учебный год`;
  const end = periodName(period, yearOf(part));
  return `${yearly}${from ? `${periodName(from, yearOf(from))} – ` : ''}${end}`;
}

const FREQUENCIES: Readonly<Record<number, string>> = {
  1: 'ежемесячно',
  3: 'ежеквартально',
  6: 'раз в полугодие',
  12: 'ежегодно',
};
const UNITS_OF: Readonly<Record<number, string>> = { 1: 'месяца', 3: 'квартала', 6: 'полугодия', 12: 'года' };
const AFTER_UNITS: Readonly<Record<number, string>> = { 1: 'месяцем', 3: 'кварталом', 6: 'полугодием', 12: 'годом' };

function months(n: number): string {
  return `${n} ${plural(n, 'месяц', 'месяца', 'месяцев')}`;
}

function years(n: number): string {
  return `${n} ${plural(n, 'год', 'года', 'лет')}`;
}

function weeks(n: number): string {
  return n === 1 ? 'неделю' : `${n} ${plural(n, 'неделю', 'недели', 'недель')}`;
}

/** «, начиная с 2025 года»: said last, since «с … до …» would be a range. */
function since({ years, year, within }: Stretch): string {
  if (isOpenEnded(within) && year === undefined) return `, начиная с ${dayAndMonth(within.from)}${yearOf(within.from)}`;
  return years?.[1] === LAST_YEAR ? `, начиная с ${years[0]} года` : '';
}

function isOpenEnded(within: Stretch['within']): within is NonNullable<Stretch['within']> {
  return within !== undefined && within.to.month === 12 && within.to.day === 31 && !within.to.yearShift;
}

/** « в 2016–2018 годах», « с 1 сентября по 31 мая следующего года». */
function stretch({ year, years, within }: Stretch): string {
  if (years?.[1] === LAST_YEAR) return '';
  if (years) return ` в ${years[0]}–${years[1]} годах`;
  if (isOpenEnded(within) && year === undefined) return '';
  if (!within) return year === undefined ? '' : ` в ${year} году`;
  const to = { ...within.to, day: within.to.day };
  const end = year === undefined ? yearOf(to) : yearOf({ year: year + (to.yearShift ?? 0) });
  return ` с ${dayAndMonth(within.from)}${year === undefined ? '' : yearOf({ year })} по ${dayAndMonth(lastOfMonth(to))}${end}`;
}

/** The end of a stretch of months is kept as the 31st. */
function lastOfMonth(day: DayOfYear): DayOfYear {
  const last = day.month === 2 ? 29 : [4, 6, 9, 11].includes(day.month) ? 30 : 31;
  return { ...day, day: Math.min(day.day, last) };
}

function describeRecurring(part: RecurringPart): string {
  if (part.months === 12 && part.year !== undefined && !part.within) {
    if (part.due.at === 'end') return `ежегодно до 31 декабря${yearOf(part)}`;
    if (part.due.at === 'days' && part.due.monthOffset <= 0) return `ежегодно ${yearlyDays(part.due)}${yearOf(part)}`;
  }
  const every = part.months > 12 ? years(part.months / 12) : months(part.months);
  const often = `${FREQUENCIES[part.months] ?? `раз в ${every}`}${stretch(part)}`;
  const { due } = part;
  switch (due.at) {
    case 'end':
      if (part.months >= 12) return `${often} до 31 декабря`;
      return UNITS_OF[part.months] ? `${often}, в последний день ${UNITS_OF[part.months]}` : often;
    case 'middle-and-end':
      return `2 раза в ${part.months === 1 ? 'месяц' : part.months === 3 ? 'квартал' : months(part.months)}${stretch(part)}`;
    case 'decades':
      return `каждую декаду${stretch(part)}`;
    case 'offset':
      return `${often}, ${shiftedFrom(due)} окончания ${UNITS_OF[part.months]}`;
    case 'days':
      if (part.months >= 12 && due.monthOffset <= 0) return `${often} ${yearlyDays(due)}`;
      if (due.days.join() === '31' && !due.until) {
        return `${often}, последний день${monthWords(part.months, due.monthOffset)}`;
      }
      return `${often}, ${due.until ? 'до ' : ''}${due.days.join(', ').replace(/, (\d+)$/, ' и $1')} числа${monthWords(part.months, due.monthOffset)}`;
    case 'workday':
      return `${often}, ${due.n < 0 ? 'последний' : `${due.n}-й`} рабочий день${part.months === 12 && due.monthOffset <= 0 ? ` ${MONTHS_OF[11 + due.monthOffset]}` : monthWords(part.months, due.monthOffset)}`;
  }
}

function yearlyDays({ days, monthOffset, until }: Extract<RecurringDue, { at: 'days' }>): string {
  return days.map((day) => `${until ? 'до ' : ''}${dayAndMonth({ day, month: 12 + monthOffset })}`).join(', ');
}

/** Which month of or after a period of so many months; `monthOffset` from its last one. */
function monthWords(periodMonths: number, monthOffset: number): string {
  const unit = UNITS_OF[periodMonths];
  if (monthOffset === 1) {
    return ` месяца, следующего за отчётным ${AFTER_UNITS[periodMonths] ?? 'периодом'}`;
  }
  if (periodMonths === 1) return ' каждого месяца';
  if (monthOffset === 0) return ` последнего месяца${unit ? ` ${unit}` : ''}`;
  return monthOffset < 0
    ? ` ${monthOffset + periodMonths}-го месяца ${unit}`
    : ` ${monthOffset}-го месяца следующего ${unit}`;
}

/** «через 10 рабочих дней после», «за 5 дней до». */
function shiftedFrom({ days, working }: { days: number; working: boolean }): string {
  const n = Math.abs(days);
  const noun = plural(n, 'день', 'дня', 'дней');
  const kind = working ? `${plural(n, 'рабочий', 'рабочих', 'рабочих')} ` : '';
  return days < 0 ? `за ${n} ${kind}${noun} до` : `через ${n} ${kind}${noun} после`;
}

function weekdayGender(weekday: number): Gender {
  return weekday === 7 ? 'n' : weekday === 3 || weekday === 5 || weekday === 6 ? 'f' : 'm';
}

function weekdays({ weekdays: days, nth, month, everyMonths }: WeekdayPart): string {
  if (nth === undefined) return `еженедельно по ${days.map((day) => BY_WEEKDAYS[day - 1]).join(' и ')}`;
  const of = month !== undefined ? MONTHS_OF[month - 1] : everyMonths === 3 ? 'каждого квартала' : 'каждого месяца';
  return days.map((day) => `${ordinal(nth, weekdayGender(day))} ${WEEKDAYS[day - 1]} ${of}`).join('; ');
}

/** After one, two, five; «в течение одного» takes the second but for a working day. */
const RELATIVE_UNITS: Readonly<Record<RelativePart['unit'], readonly [one: string, few: string, many: string]>> = {
  day: ['день', 'дня', 'дней'],
  workday: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  week: ['неделю', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  year: ['год', 'года', 'лет'],
  hour: ['час', 'часа', 'часов'],
};

function describeRelative({ amount, unit, direction, event }: RelativePart): string {
  if (amount === 0) return event;
  const [one, few, many] = RELATIVE_UNITS[unit];
  if (direction === 'before') {
    return `не позднее чем за ${amount} ${plural(amount, one, few, many)} до ${event}`;
  }
  if (amount === 1 && /^окончания /.test(event) && unit === 'day') return `на следующий день после ${event}`;
  const term = `${amount} ${plural(amount, unit === 'workday' ? 'рабочего дня' : few, many, many)}`;
  return `в течение ${term}${event ? ` после ${event}` : ''}`;
}

const ASSUMED: Readonly<Record<Extract<DeadlineWarning, { code: 'assumed' }>['reading'], string>> = {
  'month-after-period': 'Число отнесено к месяцу, следующему за отчётным периодом. Верно ли?',
  'every-month': 'Месяц не назван: число отнесено к каждому месяцу. Верно ли?',
  'every-period': 'Не сказано, какой период: взят каждый в году. Верно ли?',
  'quarter-reported': 'Отчётный период не назван: взят квартал. Верно ли?',
  'next-year': 'Срок отнесён к следующему году: отчёт за год сдают после его конца. Верно ли?',
  'year-end': 'Срок не назван: взят конец года. Верно ли?',
  'split-evenly': 'Даты не названы: период поделён поровну. Впишите даты, если они другие.',
  fridays: 'День недели не назван: взята пятница. Впишите «по вторникам», если день другой.',
  'from-year-start': 'Отсчёт ведётся от начала года. Впишите даты, если он другой.',
  'month-end': '«До» месяца, квартала или года прочитано как «до конца»: включительно по последний день. Верно ли?',
  rough: 'Срок назван приблизительно. Впишите число, если оно известно.',
  'school-year': 'Взят конец учебного года, который начинается в году плана: 31 мая следующего года. Верно ли?',
  'over-year-end': 'Конец отнесён к следующему году. Верно ли?',
  'year-before': 'Срок отнесён к предыдущему году. Верно ли?',
  'which-year': 'Не сказано, с какого года: даты нет. Допишите, например «начиная с 2026 года».',
};

/** A doubt about a reading, for the official to settle. */
export function deadlineWarningText(warning: DeadlineWarning): string {
  switch (warning.code) {
    case 'year-differs':
      return `Год в сроке (${warning.year}) не совпадает с годом плана (${warning.planYear}). Проверьте год.`;
    case 'february-29':
      return `В ${warning.year} году нет 29 февраля: взято 28 февраля.`;
    case 'start-only':
      return 'Назван только день начала, срока окончания нет. Допишите, к какому дню исполнить.';
    case 'event-needed':
      return `Срок считается от события${warning.event ? ` «${warning.event}»` : ''}: дата появится, когда его день впишут на лист «События».`;
    case 'not-a-deadline':
      return 'Это ссылка на пункты, а не срок. Впишите срок.';
    case 'count-differs':
      return `Сказано «${warning.said} в год», а дат названо ${warning.found}. Проверьте срок.`;
    case 'past-month-end':
      return `В коротких месяцах нет ${warning.day}-го числа: взят последний день месяца.`;
    case 'assumed':
      return ASSUMED[warning.reading];
  }
}
