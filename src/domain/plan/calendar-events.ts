/**
 * A calendar that shows the dates of the plan: which events it should hold, and what is to be changed so that it does.
 * Decides only; what a calendar is, the adapter knows.
 */
import { shortened } from '../documents/shortened.ts';
import type { IsoDate } from './dates.ts';

/** What an event shows. */
export interface PlanEventLook {
  /** Plan, line and date of the plan: never changes. */
  readonly key: string;
  readonly day: IsoDate;
  readonly title: string;
  /** Holds `eventMark(key)`, by which an event is known again. */
  readonly description: string;
  /** Address of the date's row: it moves when a line is put in above, and that alone is the last to be written. */
  readonly link: string;
}

/** One due date as the sheet has it. */
export interface CalendarDue {
  readonly plan: string;
  readonly line: string;
  /** «30.01.2026», as the plan says. */
  readonly due: string;
  readonly workingDay: IsoDate;
  readonly state: 'открыто' | 'просрочено' | 'выполнено';
  readonly control: boolean;
  readonly measure: string;
  readonly responsible: readonly string[];
  /** «29.01.2026», '' while it is open. */
  readonly doneOn: string;
  readonly link: string;
}

/** A title is one line of a day's cell. */
const TITLE_CHARACTERS = 90;

export function eventOf(due: CalendarDue): PlanEventLook {
  const { plan, line, state, measure, workingDay, link } = due;
  const sign = { открыто: due.control ? 'Контроль: ' : '', просрочено: '▲ просрочено: ', выполнено: '✓ ' }[state];
  const key = `${plan}|${line}|${due.due}`;
  return {
    key,
    day: workingDay,
    title: shortened(`${sign}${plan}, п. ${line}. ${measure}`, TITLE_CHARACTERS),
    description: about(due, key),
    link,
  };
}

function about(due: CalendarDue, key: string): string {
  return [
    due.measure,
    '',
    due.responsible.length > 0 ? `Ответственные: ${due.responsible.join('; ')}` : 'Ответственный не назван.',
    due.state === 'выполнено' ? `Исполнено ${due.doneOn}.` : 'Исполнили — отметьте в таблице, и здесь появится «✓».',
    `Открыть строку: ${due.link}`,
    eventMark(key),
  ].join('\n');
}

/** The last line of a description: an event that was made by a run that was cut off is found again by it. */
export function eventMark(key: string): string {
  const [plan, line, due] = key.split('|');
  return `План ${plan}, строка ${line}, срок по плану ${due}.`;
}

/** What is known of an event in the calendar. `event` is '' where a run began to make it and did not come back. */
export interface KnownEvent {
  readonly key: string;
  readonly event: string;
  readonly day: IsoDate | null;
  readonly title: string;
  /** `fingerprint` of the description without its link. */
  readonly print: string;
  readonly link: string;
}

export type CalendarStep =
  | { readonly kind: 'delete'; readonly known: KnownEvent }
  /** The event stays in the calendar as it is, and is kept in step no more. */
  | { readonly kind: 'forget'; readonly known: KnownEvent }
  | { readonly kind: 'make'; readonly look: PlanEventLook }
  | { readonly kind: 'change'; readonly known: KnownEvent; readonly look: PlanEventLook }
  /** Only the address of the row has changed. */
  | { readonly kind: 'link'; readonly known: KnownEvent; readonly look: PlanEventLook };

/**
 * What is to be done so that the calendar shows the dates, the most important first: what should not be there, what
 * is missing (the nearest dates first), what shows something else, and rows that moved. An event is made for what is
 * open; one that is there shows when its date was kept.
 *
 * @param isHistory whether a date that is no longer on the sheet has gone to the archive of former years: its event
 * stays in the calendar as a date that is no more of the plan does not
 */
export function calendarSteps(
  wanted: readonly CalendarDue[],
  known: readonly KnownEvent[],
  isHistory: (key: string) => boolean = () => false,
): CalendarStep[] {
  const byKey = new Map(known.map((each) => [each.key, each]));
  const make: CalendarStep[] = [];
  const change: CalendarStep[] = [];
  const link: CalendarStep[] = [];
  for (const due of wanted) {
    const look = eventOf(due);
    const old = byKey.get(look.key);
    byKey.delete(look.key);
    if (!old || old.event === '') {
      if (old || due.state !== 'выполнено') make.push({ kind: 'make', look });
    } else if (old.day !== look.day || old.title !== look.title || old.print !== printOf(look)) {
      change.push({ kind: 'change', known: old, look });
    } else if (old.link !== look.link) link.push({ kind: 'link', known: old, look });
  }
  make.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const gone = [...byKey.values()].map(
    (each): CalendarStep => ({ kind: isHistory(each.key) ? 'forget' : 'delete', known: each }),
  );
  return [...gone, ...make, ...change, ...link];
}

function dayOf(step: CalendarStep): IsoDate {
  return 'look' in step ? step.look.day : '';
}

/** What is kept of a description: everything but the link, which moves with the row. */
export function printOf({ description }: PlanEventLook): string {
  return fingerprint(
    description
      .split('\n')
      .filter((line) => line.indexOf('Открыть строку: ') !== 0)
      .join('\n'),
  );
}

/** FNV-1a, 32 bits: tells two texts of one event apart, nothing more is asked of it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}
