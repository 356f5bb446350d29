/** When the plan's letters go, by what an official wrote: a line's own days, quiet days, the stop button. */
import { type PlanDesk, planDesk, YES } from './plan-desk.ts';

const LINES = [
  { number: '1.', measure: 'Приказ', deadline: 'до 16 февраля', responsible: 'Отдел культуры' },
  { number: '2.', measure: 'Отчёт', deadline: 'до 16 февраля', responsible: 'Отдел культуры' },
  { number: '3.', measure: 'Сайт', deadline: 'до 16 февраля', responsible: 'Отдел культуры' },
];
const TITLE = 'План мероприятий на 2026 год';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk(TITLE, LINES);
  await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
}, 60_000);

afterAll(() => desk.leave());

/** Day and month of each letter, and the lines in it by their numbers. */
const letters = (): string[] =>
  desk.records('Напоминания').map(({ Письмо, 'О чём': about }) => {
    const day = Письмо!.split('|')[1]!.slice(5);
    return `${day}: ${about!
      .match(/п\. \d/g)!
      .map((line) => line.slice(3))
      .join()}`;
  });
const last = (): string => desk.records('Журнал').at(-1)!.Итог!;
const setting = async (name: string, value: string): Promise<void> => {
  const row = desk.records('Настройки').findIndex(({ Настройка }) => Настройка === name) + 2;
  await desk.type('Настройки', row, 'Значение', value);
};

test('days of a line’s own and «нет» hold for that line; what is not read is told with its cell, and the usual days go on', async () => {
  await desk.type('План', 2, 'Напоминать за, дней', '20, 4');
  await desk.type('План', 3, 'Напоминать за, дней', 'нет');
  await desk.type('План', 4, 'Напоминать за, дней', 'за неделю');
  const column = Object.keys(desk.records('План')[0]!).indexOf('Напоминать за, дней');
  const cell = `План!${String.fromCharCode(65 + column)}4`;
  const preview = async (): Promise<string> => {
    await desk.choose(['План', 'Что будет отправлено за 30 дней'], [{ button: 'OK' }]);
    return last();
  };
  // 16 February 2026 is a Monday. Line 1: 27 January (20 days) and 12 February (4 days). Line 3, as in the settings:
  // 16 January (30 days, a Saturday moved to Friday), 2, 9, 13 February (3 days, on the day before is Sunday).
  const said = await preview();
  expect(said.match(/^\d\d\.\d\d/gm)).toEqual(['16.01', '27.01', '02.02', '09.02', '12.02', '13.02']);
  expect(said).toContain(`▲ ${cell}: «за неделю» не прочитано: непонятно «неделю».`);
  await desk.wait(8);
  expect(letters()).toEqual(['01-16: 3']);
  expect(last()).toMatch(new RegExp(`^отправлено писем: 1\\. ${cell}: «за неделю» не прочитано`));
  await desk.type('План', 4, 'Напоминать за, дней', '7');
  expect(await preview()).not.toContain('не прочитано');
});

test('quiet days: the letter of a quiet day goes before it, and nothing goes on it', async () => {
  // 27 January is a Tuesday, 9 February a Monday.
  await setting('Тихие дни', 'вт; 09.02; что-то');
  await desk.wait(19);
  // Now 11 February. Line 1: 26 January instead of the 27th; line 3: seven days before is the 9th, so Friday the 6th.
  expect(letters()).toEqual(['01-16: 3', '01-26: 1', '02-06: 3']);
  expect(last()).toContain('Настройки, «Тихие дни»: в тихих днях не прочитано «что-то».');
  await desk.choose(['План', 'Отправить напоминания сейчас']);
  expect(last()).toContain('отправлено писем: 0');
});

test('the stop button asks, stops every letter, shows in the steps, and what was missed goes once when it is let go', async () => {
  await desk.choose(['План', 'Остановить напоминания'], [{ button: 'NO' }]);
  await desk.choose(['План', 'Остановить напоминания'], [YES]);
  expect(last()).toMatch(/^Напоминания остановлены/);
  const step = (): string => desk.records('Начните здесь').find(({ Шаг }) => Шаг!.startsWith('9.'))!.Состояние!;
  expect(step()).toBe('▲ остановлено');
  await desk.wait(9);
  // 12 February (4 days before) passed unsent, and so did the date itself.
  expect(letters()).toHaveLength(3);
  await desk.choose(['План', 'Включить напоминания'], [YES]);
  expect(step()).not.toBe('▲ остановлено');
  expect(last()).toContain('Ближайшие письма — 25.02.2026, числом 1.');
  // Today's run is over. 21 and 22 February are a weekend, Monday the 23rd a holiday, Tuesdays are quiet: Wednesday the 25th.
  await desk.wait(5);
  expect(letters().slice(3)).toEqual(['02-25: 1,3']);
});

test('the setting typed by hand is the same stop button, and what is not read is said at once', async () => {
  const toasts: string[] = [];
  const leave = desk.workspace.onAnnounce((topic, detail) => {
    if (topic === 'toast') toasts.push((detail as { message: string }).message);
  });
  const step = (): string => desk.records('Начните здесь').find(({ Шаг }) => Шаг!.startsWith('9.'))!.Состояние!;
  await setting('Напоминания', 'остановлены');
  expect(step()).toBe('▲ остановлено');
  await setting('Напоминания', 'включены');
  expect(step()).not.toBe('▲ остановлено');
  expect(toasts.filter((message) => /не прочитано/.test(message)).length).toBeGreaterThan(0);
  toasts.length = 0;
  await setting('Тихие дни', 'вт; 09.02');
  expect(toasts).toEqual([]);
  await setting('Тихие дни', '31.02');
  expect(toasts[0]).toContain('не прочитано «31.02»');
  await setting('Тихие дни', '');
  leave();
});

test('the same plan loaded again and the plan of the next year keep the days of the lines', async () => {
  const days = (): string[] => desk.records('План').map((row) => row['Напоминать за, дней']!);
  expect(days()).toEqual(['20, 4', 'нет', '7']);
  await desk.paste(TITLE, [...LINES, { ...LINES[0]!, number: '4.', measure: 'Новое' }]);
  await desk.choose(['План', 'Загрузить из листа «Вставка плана»'], [YES, { button: 'OK' }]);
  expect(days()).toEqual(['20, 4', 'нет', '7', '']);
  await desk.choose(['План', 'Перенести на следующий год'], [YES, { button: 'OK' }]);
  expect(desk.records('Планы')[0]!.Год).toBe('2027');
  expect(days()).toEqual(['20, 4', 'нет', '7', '']);
});
