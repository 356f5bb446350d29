/** The plan's dates in a Google calendar of their own, through the built bundle. */
import { CalendarMethods } from '../../workspace/services/calendar/calendar.ts';
import { calendars, deleteCalendar, eventsOf } from '../../workspace/services/calendar/calendar-store.ts';
import type { EventRecord } from '../../workspace/services/calendar/event-record.ts';
import { type PlanDesk, type PlanLineText, planDesk, YES } from './plan-desk.ts';

const NO = { button: 'NO' } as const;
const OK = { button: 'OK' } as const;
const TITLE = 'План мероприятий на 2026 год';
const ON = ['План', 'Календарь Google: включить или обновить'];
const OFF = ['План', 'Календарь Google: отключить'];

const LINES: PlanLineText[] = [
  { number: '1.', measure: 'Приказ', deadline: 'до 20 января', responsible: 'Отдел культуры' },
  { number: '2.', measure: 'Отчёт', deadline: 'ежеквартально', responsible: 'Отдел культуры; Отдел спорта' },
  { number: '3.', measure: 'Сайт', deadline: 'постоянно', responsible: 'Отдел спорта' },
];

let desk: PlanDesk;

beforeEach(async () => {
  desk = await planDesk(TITLE, LINES);
}, 60_000);

afterEach(() => {
  jest.restoreAllMocks();
  desk.leave();
});

const own = () => calendars(desk.workspace.kernel).filter(({ name }) => name.startsWith('НОКО'));
/** Events of the add-in's calendar as «day title», in the order of days. */
const shown = (): string[] => events().map(({ time, title }) => `${time.allDay ? time.startDay : '?'} ${title}`);
const events = (): EventRecord[] =>
  own()
    .flatMap(({ id }) => eventsOf(desk.workspace.kernel, id))
    .sort((a, b) => (shownDay(a) < shownDay(b) ? -1 : shownDay(a) > shownDay(b) ? 1 : a.title < b.title ? -1 : 1));
const shownDay = ({ time }: EventRecord): string => (time.allDay ? time.startDay : '');
const last = (): string => desk.records('Журнал').at(-1)!.Итог!;
const duesRow = (line: string, due: string): number =>
  desk.records('Сроки').findIndex((row) => row.Строка === line && row['Срок по плану'] === due) + 2;
const callsOf = (name: string): Record<string, number> => {
  const runs = desk.workspace.executions().filter(({ functionName }) => functionName === name);
  return runs.at(-1)!.calls;
};
const written = (calls: Record<string, number>): number =>
  Object.entries(calls)
    .filter(([method]) => /^CalendarEvent\.(set|delete)|^Calendar\.create/.test(method))
    .reduce((sum, [, count]) => sum + count, 0);

const QUARTERS = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-30'];
const ALL = [
  '2026-01-20 П1, п. 1. Приказ',
  ...QUARTERS.flatMap((day) => [`${day} Контроль: П1, п. 3. Сайт`, `${day} П1, п. 2. Отчёт`]),
];

test('off until it is asked for; then a calendar of its own with an event for each open date, each made once', async () => {
  await desk.wait(1);
  expect(own()).toEqual([]);
  await desk.choose(ON, [NO]);
  expect(own()).toEqual([]);
  await desk.choose(ON, [YES, OK]);
  expect(own().map(({ name }) => name)).toEqual(['НОКО: сроки']);
  expect(eventsOf(desk.workspace.kernel, 'secretary@example.org')).toEqual([]);
  // 31 December 2026 is a day off (the decree moves one there), so the working day is the 30th.
  expect(shown()).toEqual(ALL);
  const [first] = events();
  expect(first!.description).toMatch(/^Приказ\n\nОтветственные: Отдел культуры\n/);
  expect(first!.description).toMatch(/#gid=\d+&range=A2$/m);
  expect(last()).toBe('Календарь «НОКО: сроки»: событий 9, изменено 9.');
  // Again by hand and by the daily runs: nothing differs, so nothing is written.
  await desk.choose(ON);
  expect(last()).toBe('Календарь «НОКО: сроки»: событий 9, изменено 0.');
  await desk.wait(1);
  expect(written(callsOf('everyMorning'))).toBe(0);
  expect(shown()).toEqual(ALL);
}, 60_000);

test('what is done gets «✓», what is overdue «▲», a moved date moves its event, a removed line takes its event away', async () => {
  await desk.choose(ON, [YES, OK]);
  const before = new Map(events().map(({ id, description }) => [description.split('\n').at(-1), id]));
  await desk.type('Сроки', duesRow('2', '31.03.2026'), 'Исполнено', '19.01.2026');
  await desk.type('Сроки', duesRow('2', '30.06.2026'), 'Не применимо', 'да');
  await desk.type('План', 4, 'Срок, как написан', 'до 5 мая');
  await desk.wait(6);
  expect(shown()).toEqual([
    '2026-01-20 ▲ просрочено: П1, п. 1. Приказ',
    '2026-03-31 ✓ П1, п. 2. Отчёт',
    '2026-05-05 П1, п. 3. Сайт',
    '2026-09-30 П1, п. 2. Отчёт',
    '2026-12-30 П1, п. 2. Отчёт',
  ]);
  const done = events()[1]!;
  expect(done.description).toContain('Исполнено 19.01.2026.');
  expect(done.id).toBe(before.get('План П1, строка 2, срок по плану 31.03.2026.'));
  // The shift of what falls on days off changes the day of 31 December's event, and it stays the same event.
  const december = events().at(-1)!.id;
  const row = desk.records('Настройки').findIndex(({ Настройка }) => Настройка === 'Перенос срока') + 2;
  await desk.type('Настройки', row, 'Значение', 'без');
  await desk.choose(['План', 'Пересчитать сроки']);
  expect([shown().at(-1), events().at(-1)!.id]).toEqual(['2026-12-31 П1, п. 2. Отчёт', december]);
  expect(last()).toBe('Календарь «НОКО: сроки»: событий 5, изменено 1.');
}, 60_000);

test('a run that is cut off right after an event was made goes on from there: none is doubled, none is missing', async () => {
  const make = CalendarMethods.prototype.createAllDayEvent;
  for (const cutAt of [1, 3, 2]) {
    let made = 0;
    const spy = jest.spyOn(CalendarMethods.prototype, 'createAllDayEvent').mockImplementation(function (
      this: CalendarMethods,
      ...args
    ) {
      const event = make.apply(this, args);
      made += 1;
      // Google's six minutes are over: whatever the script does next, it is no more.
      if (made === cutAt) this._execution.spend(7 * 60_000);
      return event;
    });
    await expect(desk.choose(ON, [YES, OK])).rejects.toThrow('Exceeded maximum execution time');
    spy.mockRestore();
    expect(new Set(shown()).size).toBe(shown().length);
  }
  await desk.choose(ON, [YES, OK]);
  expect(own()).toHaveLength(1);
  expect(shown()).toEqual(ALL);
}, 60_000);

test('when Google refuses, what was done is kept, its words are in the journal, and the rest goes with the next run', async () => {
  const make = CalendarMethods.prototype.createAllDayEvent;
  let made = 0;
  const spy = jest.spyOn(CalendarMethods.prototype, 'createAllDayEvent').mockImplementation(function (
    this: CalendarMethods,
    ...args
  ) {
    made += 1;
    if (made > 3) throw new Error('too many');
    return make.apply(this, args);
  });
  await desk.choose(ON, [YES, OK]);
  expect(shown()).toHaveLength(3);
  expect(last()).toMatch(/^Календарь «НОКО: сроки»: событий 3, изменено 3; осталось 6 — .*; Google сообщает: «.+»\.$/);
  spy.mockRestore();
  await desk.wait(1);
  expect(shown()).toEqual(ALL);
  expect(desk.records('Журнал').at(-1)).toMatchObject({
    Действие: 'Календарь Google',
    Итог: 'Календарь «НОКО: сроки»: событий 9, изменено 6.',
  });
}, 60_000);

test('a calendar taken away by hand is told of once, and made anew only when that is agreed to', async () => {
  await desk.choose(ON, [YES, OK]);
  deleteCalendar(desk.workspace.kernel, own()[0]!.id);
  await desk.wait(2);
  const told = desk.records('Журнал').filter(({ Действие }) => Действие === 'Календарь Google');
  expect(told.at(-1)!.Итог).toMatch(/^Календаря «НОКО: сроки» нет среди ваших календарей/);
  expect(told).toHaveLength(2);
  await desk.choose(ON, [NO]);
  expect(own()).toEqual([]);
  await desk.choose(ON, [YES, OK]);
  expect(own()).toHaveLength(1);
  // The date of 20 January is not over yet: it is the 17th.
  expect(shown()).toEqual(ALL);
}, 60_000);

test('an event taken away by hand comes back when its line changes', async () => {
  await desk.choose(ON, [YES, OK]);
  const { kernel } = desk.workspace;
  const victim = events()[0]!;
  kernel.store.delete(`calendar-event:${victim.calendarId}:${victim.id}`);
  await desk.type('Сроки', duesRow('1', '20.01.2026'), 'Исполнено', '15.01.2026');
  await desk.wait(1);
  expect(shown()[0]).toBe('2026-01-20 ✓ П1, п. 1. Приказ');
  expect(shown()).toHaveLength(ALL.length);
}, 60_000);

test('switched off it stays as it is, or goes when that is asked for; switched on again it is the same calendar', async () => {
  await desk.choose(ON, [YES, OK]);
  const id = own()[0]!.id;
  await desk.choose(OFF, [YES, NO]);
  await desk.type('Сроки', duesRow('1', '20.01.2026'), 'Исполнено', '15.01.2026');
  await desk.wait(1);
  expect(shown()).toEqual(ALL);
  await desk.choose(ON, [YES]);
  expect(own().map((each) => each.id)).toEqual([id]);
  expect(shown()[0]).toBe('2026-01-20 ✓ П1, п. 1. Приказ');
  await desk.choose(OFF, [YES, YES]);
  expect(own()).toEqual([]);
  expect(last()).toBe('Календарь «НОКО: сроки» удалён вместе с событиями.');
  await desk.wait(1);
  expect(own()).toEqual([]);
}, 60_000);

test('the plan of the next year brings its dates, and what was kept in the old year stays to be seen', async () => {
  await desk.choose(ON, [YES, OK]);
  await desk.type('Сроки', duesRow('1', '20.01.2026'), 'Исполнено', '19.01.2026');
  await desk.wait(1);
  await desk.choose(['План', 'Перенести на следующий год'], [YES, OK]);
  expect(shown().slice(0, 5)).toEqual([
    '2026-01-20 ✓ П1, п. 1. Приказ',
    // Open when the plan went over, so still to be done.
    '2026-03-31 П1, п. 2. Отчёт',
    '2026-06-30 П1, п. 2. Отчёт',
    '2026-09-30 П1, п. 2. Отчёт',
    '2026-12-30 П1, п. 2. Отчёт',
  ]);
  expect(shown().filter((event) => event.startsWith('2027'))).toHaveLength(9);
  // What stayed as history is the calendar's alone: nothing is asked about it again.
  await desk.wait(1);
  expect(written(callsOf('everyMorning'))).toBe(0);
}, 60_000);
