import fc from 'fast-check';
import {
  type CalendarDue,
  calendarSteps,
  eventMark,
  eventOf,
  type KnownEvent,
  type PlanEventLook,
  printOf,
} from '../../../src/domain/plan/calendar-events.ts';
import { addDays } from '../../../src/domain/plan/dates.ts';

function due(more: Partial<CalendarDue> = {}): CalendarDue {
  return {
    plan: 'П1',
    line: '5',
    due: '12.06.2026',
    workingDay: '2026-06-11',
    state: 'открыто',
    control: false,
    measure: 'Отчёт учредителю',
    responsible: ['Отдел культуры', 'Отдел спорта'],
    doneOn: '',
    link: 'https://example.org/table#gid=1&range=A7',
    ...more,
  };
}

/** As it is kept after it was written. */
const known = (look: PlanEventLook, event = 'id'): KnownEvent => ({
  key: look.key,
  event,
  day: look.day,
  title: look.title,
  print: printOf(look),
  link: look.link,
});

test('an event stands on the working day, says whose it is and leads to its row', () => {
  const event = eventOf(due());
  expect([event.day, event.title]).toEqual(['2026-06-11', 'П1, п. 5. Отчёт учредителю']);
  expect(event.description.split('\n')).toEqual([
    'Отчёт учредителю',
    '',
    'Ответственные: Отдел культуры; Отдел спорта',
    'Исполнили — отметьте в таблице, и здесь появится «✓».',
    'Открыть строку: https://example.org/table#gid=1&range=A7',
    'План П1, строка 5, срок по плану 12.06.2026.',
  ]);
});

test('a state is a sign and, where it calls for something, a word too', () => {
  expect(eventOf(due({ state: 'выполнено', doneOn: '01.06.2026' })).title).toBe('✓ П1, п. 5. Отчёт учредителю');
  expect(eventOf(due({ state: 'просрочено' })).title).toBe('▲ просрочено: П1, п. 5. Отчёт учредителю');
  expect(eventOf(due({ control: true })).title).toBe('Контроль: П1, п. 5. Отчёт учредителю');
  expect(eventOf(due({ measure: 'м'.repeat(300) })).title).toHaveLength(90);
});

test('an event is known again by the last line of its description, whatever else it shows', () => {
  for (const state of ['открыто', 'просрочено', 'выполнено'] as const) {
    const event = eventOf(due({ state }));
    expect(event.description.split('\n').at(-1)).toBe(eventMark(event.key));
  }
});

test('what is done and has no event gets none; one whose making was cut off is taken up', () => {
  const done = due({ state: 'выполнено', doneOn: '01.06.2026' });
  expect(calendarSteps([done], [])).toEqual([]);
  expect(calendarSteps([done], [known(eventOf(due()), '')]).map(({ kind }) => kind)).toEqual(['make']);
});

test('a date that went to the archive of former years keeps its event, one that left the plan does not', () => {
  const old = [due({ line: '1' }), due({ line: '2' })].map((each) => known(eventOf(each)));
  const steps = calendarSteps([], old, (key) => key === 'П1|1|12.06.2026');
  expect(steps.map((step) => [step.kind, 'known' in step && step.known.key])).toEqual([
    ['forget', 'П1|1|12.06.2026'],
    ['delete', 'П1|2|12.06.2026'],
  ]);
});

test('a row that moved changes the link alone, and comes after everything else', () => {
  const old = [due({ line: '1' }), due({ line: '2' }), due({ line: '9' })].map((each) =>
    known(eventOf(each), each.line),
  );
  const moved = due({ line: '1', link: 'https://example.org/table#gid=1&range=A8' });
  const steps = calendarSteps([moved, due({ line: '2', state: 'просрочено' }), due({ line: '3' })], old);
  expect(steps.map((step) => [step.kind, 'look' in step ? step.look.key : step.known.key])).toEqual([
    ['delete', 'П1|9|12.06.2026'],
    ['make', 'П1|3|12.06.2026'],
    ['change', 'П1|2|12.06.2026'],
    ['link', 'П1|1|12.06.2026'],
  ]);
});

test('the nearest dates are made first', () => {
  const days = ['2026-09-30', '2026-01-20', '2026-06-11'].map((workingDay, at) =>
    due({ line: String(at), workingDay }),
  );
  const steps = calendarSteps(days, []).map((step) => (step.kind === 'make' ? step.look.day : ''));
  expect(steps).toEqual(['2026-01-20', '2026-06-11', '2026-09-30']);
});

const dues: fc.Arbitrary<CalendarDue[]> = fc.uniqueArray(
  fc
    .record({
      line: fc.integer({ min: 1, max: 12 }).map(String),
      day: fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-01-01', days)),
      state: fc.constantFrom('открыто', 'просрочено', 'выполнено'),
      measure: fc.constantFrom('Отчёт', 'Сайт'),
      row: fc.integer({ min: 2, max: 5 }),
    })
    .map(({ line, day, state, measure, row }) =>
      due({ line, workingDay: day, state: state as CalendarDue['state'], measure, link: `#A${row}` }),
    ),
  { selector: ({ line }) => line, maxLength: 12 },
);

test('whatever the sheet was and is, and wherever a run stops, the steps bring the calendar to the sheet, and then there are none', () => {
  fc.assert(
    fc.property(fc.array(dues, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 12 }), (sheets, cut) => {
      const calendar = new Map<string, KnownEvent>();
      const run = (wanted: readonly CalendarDue[], most: number): void => {
        for (const step of calendarSteps(wanted, [...calendar.values()]).slice(0, most)) {
          if (!('look' in step)) calendar.delete(step.known.key);
          else calendar.set(step.look.key, known(step.look));
        }
      };
      for (const sheet of sheets) run(sheet, cut);
      const last = sheets.at(-1)!;
      run(last, 1000);
      expect(calendarSteps(last, [...calendar.values()])).toEqual([]);
      const shown = last.map(eventOf).filter(({ key }) => calendar.has(key));
      expect(new Set(calendar.keys())).toEqual(new Set(shown.map(({ key }) => key)));
      for (const look of shown) expect(calendar.get(look.key)).toEqual(known(look));
      for (const each of last.filter(({ state }) => state !== 'выполнено')) {
        expect(calendar.has(eventOf(each).key)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
