import type { IsoDate } from './dates.ts';
import type { Deadline } from './deadline.ts';
import { partyKey } from './parties.ts';

/** An event that deadlines are counted from: a meeting, a report received, a plan approved. */
export interface PlanEvent {
  readonly event: string;
  /** null until it has happened. */
  readonly date: IsoDate | null;
  /** The line it opens; '' for every line of the plan (or of all plans) whose phrase names the event. */
  readonly plan: string;
  readonly line: string;
}

/** Stands for the event of a phrase that names none. */
export const UNNAMED_EVENT = 'событие';

/** The events that a deadline is counted from, in the phrase's own words. */
export function eventsOf(deadline: Deadline): string[] {
  const names: string[] = [];
  for (const part of deadline.parts) {
    if (part.kind !== 'relative') continue;
    const name = part.event || UNNAMED_EVENT;
    if (names.indexOf(name) < 0) names.push(name);
  }
  return names;
}

/** Whether the event is meant for the line: by its plan and number, or where none is said by its own name. */
export function opens(event: PlanEvent, plan: string, line: string, names: readonly string[]): boolean {
  if (event.plan !== '' && event.plan !== plan) return false;
  if (event.line !== '') return event.line === line;
  return names.some((name) => partyKey(name) === partyKey(event.event));
}
