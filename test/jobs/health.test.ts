/** «Проверить и починить»: what it says of a plan that has something of everything wrong. */
import { calendars, deleteCalendar } from '../../workspace/services/calendar/calendar-store.ts';
import { openBook } from '../../workspace/services/spreadsheet/book.ts';
import { typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { type PlanDesk, planDesk, YES } from './plan-desk.ts';

const OK = { button: 'OK' } as const;

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Приказ о составе', deadline: 'до 20 января', responsible: 'Отдел культуры' },
    { number: '2.', measure: 'Отчёт', deadline: 'ежеквартально', responsible: 'Отдел спорта; Отдел культуры' },
    { number: '3.', measure: 'Сайт', deadline: 'до 30 февраля', responsible: 'Отдел культуры' },
    { number: '4.', measure: 'Осмотр', deadline: 'до 3 марта', responsible: 'Школа № 1' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

const health = async (): Promise<string[]> => {
  await desk.choose(['Проверить и починить'], [OK]);
  return desk.records('Журнал').at(-1)!.Итог!.split('\n');
};
const setting = async (name: string, value: string): Promise<void> => {
  const row = desk.records('Настройки').findIndex(({ Настройка }) => Настройка === name) + 2;
  await desk.type('Настройки', row, 'Значение', value);
};

test('lines that nobody would be reminded of, phrases not read and the coming run are named', async () => {
  await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
  // 15 January 2026, 10:00: there has been no run yet, and the afternoon's is due.
  const said = await health();
  expect(said).toEqual(
    expect.arrayContaining([
      '✓ Триггеры на месте: утренняя и дневная проверка.',
      '– Ежедневной проверки ещё не было.',
      '– Следующая проверка: 15.01.2026 между 15 и 16 часами.',
      '✓ Напоминания включены.',
      '– Писем сегодня ещё можно отправить: 100; ждут отправки: 0.',
      '▲ Не прочитано сроков: 1. Лист «План», столбец «Сомнения»: П1, п. 3 «до 30 февраля».',
      '▲ Открытых сроков, о которых некому напомнить: 1 — П1, п. 4 «Осмотр». Впишите адреса на листе «Люди»: Школа № 1.',
      '✓ Производственный календарь есть на все годы планов.',
      '▲ На листе «Люди» нет секретаря с адресом: если проверка не пройдёт, сообщить об этом будет некому.',
      '– Календарь Google не ведётся.',
    ]),
  );
});

test('a line without a responsible party is named; one of which nobody is to be reminded is not missed', async () => {
  await desk.type('План', 2, 'Ответственные', '');
  await desk.type('План', 5, 'Напоминать за, дней', 'нет');
  const said = (await health()).join('\n');
  expect(said).toContain(
    '▲ Открытых сроков без ответственного: 1. Впишите его на листе «План»: П1, п. 1 «Приказ о составе».',
  );
  expect(said).not.toContain('некому напомнить');
  await desk.type('План', 2, 'Ответственные', 'Отдел культуры');
  expect((await health()).join('\n')).toContain('✓ У каждого открытого срока есть кому напомнить.');
});

test('the stop button, rules that were not read and letters that wait are told of', async () => {
  await setting('Тихие дни', 'по праздникам');
  await setting('Напоминать за, дней', 'почаще');
  desk.workspace.kernel.quotas.add('email', 100);
  await desk.choose(['План', 'Отправить напоминания сейчас']);
  await desk.choose(['План', 'Остановить напоминания'], [YES]);
  const said = (await health()).join('\n');
  expect(said).toContain('▲ Напоминания остановлены: письма не уходят.');
  expect(said).toContain('▲ Настройки, «Тихие дни»: в тихих днях не прочитано «по праздникам».');
  expect(said).toContain('▲ Настройки, «Напоминать за, дней»: «почаще» не прочитано: непонятно «почаще».');
  expect(said).toContain('– Писем сегодня ещё можно отправить: 0; ждут отправки: 1.');
  await desk.choose(['План', 'Включить напоминания'], [YES]);
  await setting('Тихие дни', '');
  await setting('Напоминать за, дней', '7, 0');
});

test('a year that has no production calendar is named with what to do', async () => {
  await desk.type('Планы', 2, 'Год', '2031');
  expect((await health()).join('\n')).toMatch(/▲ .*2031/);
  await desk.type('Планы', 2, 'Год', '2026');
});

test('the Google calendar is told of as it stands: kept, lost, not kept', async () => {
  await desk.choose(['План', 'Календарь Google: включить или обновить'], [YES, OK]);
  expect((await health()).at(-1)).toBe('✓ Календарь Google «НОКО: сроки»: событий 6, обновлён 15.01.2026.');
  const { kernel } = desk.workspace;
  deleteCalendar(kernel, calendars(kernel).find(({ name }) => name === 'НОКО: сроки')!.id);
  await desk.wait(1);
  expect((await health()).at(-1)).toMatch(/^▲ Календаря «НОКО: сроки» нет среди ваших календарей/);
});

test('a questionnaire that somebody deleted is named, and stops neither the check nor the letters', async () => {
  const { kernel, containerId } = desk.workspace;
  typeCells(kernel, containerId, 'Учреждения', 2, 1, [['клуб', 'Клуб', '', 'культура', '', '100', '', '', 'да']]);
  await desk.choose(['Опрос', 'Создать анкеты'], [YES, OK]);
  expect((await health()).join('\n')).toContain('приём ответов (анкет: 1).');
  kernel.store.delete(`form:${/\/d\/([\w-]+)\//.exec(desk.records('Формы')[0]!['Форма для правки']!)![1]!}`);
  expect((await health()).join('\n')).toContain('▲ Анкета (культура) не открывается, Google сообщает: «');
  const before = desk.letters().length;
  await desk.wait(4);
  expect(desk.letters().length).toBeGreaterThan(before);
  const runs = desk.records('Журнал').filter(({ Действие }) => Действие === 'Ежедневная проверка');
  expect(runs.at(-1)!.Итог).toMatch(/^▲ Ответы на анкеты не сверены: .* отправлено писем: 1/);
}, 60_000);

test('with a sheet missing it still says which, and mends the triggers', async () => {
  const { triggers } = desk.workspace.kernel;
  for (const { uid } of triggers.all()) triggers.remove(uid);
  const { kernel, containerId } = desk.workspace;
  const book = openBook(kernel, containerId);
  const { id: sheetId, name: sheetName } = book.sheets().find(({ name }) => name === 'Напоминания')!;
  book.asPerson(() => book.write({ type: 'DELETE_SHEET', sheetId, sheetName }));
  const said = (await health()).join('\n');
  expect(said).toMatch(/▲ .*«Напоминания»/);
  expect(said).toContain('✓ Восстановлены триггеры: утренняя проверка, дневная проверка.');
});
