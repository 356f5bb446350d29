import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Kernel } from '../kernel/kernel.ts';
import { calendars, eventsOf, findCalendar } from '../services/calendar/calendar-store.ts';
import { calendarIcs } from '../services/calendar/ics.ts';
import { type Occurrence, occurrencesBetween } from '../services/calendar/occurrences.ts';
import type { Workspace } from '../workspace-api.ts';
import { download } from './downloads.ts';
import { section, table } from './home-sections.ts';
import type { Moments } from './moments.ts';
import type { Html } from './page-frame.ts';

/** How far ahead events are shown. */
const SHOWN_AHEAD_MS = 365 * 24 * 60 * 60 * 1000;
const SHOWN_EVENTS = 30;

export function calendarPages(workspace: Workspace): Hono {
  const app = new Hono();
  app.get('/calendar/:id/ics', (context) => {
    const calendar = findCalendar(workspace.kernel, context.req.param('id'));
    if (!calendar) return context.notFound();
    const bytes = Buffer.from(calendarIcs(workspace.kernel, calendar.id));
    return download(context, `${calendar.name}.ics`, 'text/calendar; charset=utf-8', bytes);
  });
  return app;
}

/** What is ahead by the workspace's clock, in all calendars. */
export function calendarSection(kernel: Kernel, moments: Moments): Html {
  const from = kernel.clock.now();
  const all = calendars(kernel);
  const ahead = all
    .flatMap(({ id, timeZone }) =>
      eventsOf(kernel, id).flatMap((event) => occurrencesBetween(event, from, from + SHOWN_AHEAD_MS, timeZone)),
    )
    .sort((one, other) => one.startMs - other.startMs);
  const rows = ahead
    .slice(0, SHOWN_EVENTS)
    .map((occurrence) => [timeWords(occurrence, moments), occurrence.event.title, occurrence.event.location || '–']);
  const body = html`${table('События', ['Когда', 'Что', 'Где'], rows, 'Впереди событий нет.')}
    ${ahead.length > SHOWN_EVENTS ? html`<p class="quiet">Показаны ближайшие ${SHOWN_EVENTS} из ${ahead.length}.</p>` : ''}
    <p>
      ${all.map(
        ({ id, name }) =>
          html`<a href="/calendar/${encodeURIComponent(id)}/ics">.ics<span class="hidden">:</span> ${name}</a> `,
      )}
    </p>`;
  return section('calendar', 'Календарь', ahead.length, body);
}

function timeWords({ time, startMs }: Occurrence, moments: Moments): string {
  if (!time.allDay) return moments.full(startMs);
  const [year, month, day] = time.startDay.split('-');
  return `${day}.${month}.${year}, весь день`;
}
