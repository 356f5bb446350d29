/** The calendar that a letter and the panel «Мои сроки» give the address of, through the built bundle. */
import type { TextOutput } from '../../workspace/services/content/content-service.ts';
import type { HtmlOutput } from '../../workspace/services/html/html-output.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;
let address: string;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Приказ', deadline: 'до 15 января', responsible: 'Отдел культуры' },
    { number: '2.', measure: 'Отчёт', deadline: 'до 24 января', responsible: 'Отдел культуры; Архив' },
    { number: '3.', measure: 'Чужое', deadline: 'до 29 января', responsible: 'Архив' },
  ]);
  await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
  await desk.choose(['План', 'Отправить напоминания сейчас']);
  address = /подписка\): (\S+)/.exec(desk.letters()[0]!.text!)![1]!;
}, 60_000);

afterAll(() => desk.leave());

async function fetched(from = address): Promise<TextOutput | HtmlOutput> {
  const parameter = Object.fromEntries(new URL(from).searchParams);
  const { value, error } = await desk.workspace.run('doGet', [{ parameter }], { kind: 'web-app' });
  expect(error).toBeUndefined();
  return value as TextOutput | HtmlOutput;
}

/** Properties of each event, unfolded; the reading of RFC 5545 and not of the writer. */
async function events(from?: string): Promise<Record<string, string>[]> {
  const text = (await fetched(from)).getContent().replace(/\r\n[ \t]/g, '');
  return [...text.matchAll(/BEGIN:VEVENT\r\n([\s\S]*?)END:VEVENT/g)].map(([, body]) =>
    Object.fromEntries([...body!.matchAll(/^([A-Z]+)[^:]*:(.*)\r$/gm)].map(([, name, value]) => [name, value])),
  );
}

test('it is a calendar with a name, fetched anew twice a day (RFC 7986, 5.1 and 5.7)', async () => {
  const output = (await fetched()) as TextOutput;
  expect(output.getMimeType().name()).toBe('ICAL');
  const lines = output
    .getContent()
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'NAME:Сроки плана: Отдел культуры',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'METHOD:PUBLISH',
    ]),
  );
});

test('it holds the person’s own dates on their working days, under the names of the letter’s attachment', async () => {
  const own = await events();
  // 24 January 2026 is a Saturday.
  expect(own.map(({ DTSTART, SUMMARY }) => [DTSTART, SUMMARY])).toEqual([
    ['20260115', 'Срок: П1\\, п. 1. Приказ'],
    ['20260123', 'Срок: П1\\, п. 2. Отчёт'],
  ]);
  expect(own[1]!.UID).toBe(`П1/2/24.01.2026@${desk.workspace.containerId}`);
});

test('reading it changes nothing and its calls do not grow with the rows', async () => {
  const before = JSON.stringify(desk.records('Сроки'));
  const parameter = Object.fromEntries(new URL(address).searchParams);
  const { record } = await desk.workspace.run('doGet', [{ parameter }], { kind: 'web-app' });
  expect(JSON.stringify(desk.records('Сроки'))).toBe(before);
  expect(Object.keys(record.calls).filter((call) => /\.(set|append|insert|delete)/.test(call))).toEqual([
    'TextOutput.setMimeType',
  ]);
  expect(record.calls['Range.getValues']).toBe(2);
});

test('what is done has a tick, what has moved moves under its name, what is not applicable goes', async () => {
  await desk.type('Сроки', 2, 'Исполнено', '15.01.2026');
  const shift = desk.records('Настройки').findIndex(({ Настройка }) => Настройка === 'Перенос срока') + 2;
  await desk.type('Настройки', shift, 'Значение', 'вперёд');
  await desk.choose(['План', 'Пересчитать сроки']);
  const own = await events();
  expect(own.map(({ UID, DTSTART, SUMMARY }) => [UID!.split('@')[0], DTSTART, SUMMARY])).toEqual([
    ['П1/1/15.01.2026', '20260115', '✓ Срок: П1\\, п. 1. Приказ'],
    ['П1/2/24.01.2026', '20260126', 'Срок: П1\\, п. 2. Отчёт'],
  ]);
  await desk.type('Сроки', 3, 'Не применимо', 'да');
  expect((await events()).map(({ SUMMARY }) => SUMMARY)).toEqual(['✓ Срок: П1\\, п. 1. Приказ']);
  await desk.type('Сроки', 3, 'Не применимо', '');
});

test('a secretary has everybody’s dates; the panel gives the same address as the letter', async () => {
  const { value } = await desk.workspace.run('panelFeed', [desk.records('Люди')[0]!.Код], { kind: 'html' });
  expect(value).toEqual({ address });
  await desk.type('Люди', 2, 'Роль', 'секретарь');
  expect((await events()).map(({ UID }) => UID!.split('@')[0])).toEqual([
    'П1/1/15.01.2026',
    'П1/2/24.01.2026',
    'П1/3/29.01.2026',
  ]);
});

test('a link for marking is no calendar, and a forged one is a page that says so', async () => {
  const mark = /Отметить исполнение: (\S+)/.exec(desk.letters()[0]!.text!)![1]!;
  for (const link of [mark.replace('?done=', '?feed='), address.slice(0, -1)]) {
    expect((await fetched(link)).getContent()).toContain('Ссылка не подошла');
  }
});

test('without a web app letters go out as ever, without links, and «Проверить и починить» says what to do', async () => {
  const { manifest } = desk.workspace.kernel.project;
  const { webapp } = manifest;
  delete manifest.webapp;
  try {
    await desk.choose(['План', 'Письмо себе'], [{ button: 'OK', text: 'me@example.org' }]);
    const letter = desk.letters().at(-1)!;
    expect(letter.text).not.toMatch(/macros|Отметить исполнение|подписка/);
    expect(letter.html).not.toMatch(/macros|Отметить исполнение/);
    await desk.choose(['Проверить и починить'], [{ button: 'OK' }]);
    expect(desk.records('Журнал').at(-1)!.Итог).toContain('веб-приложение не опубликовано');
  } finally {
    if (webapp) manifest.webapp = webapp;
  }
  await desk.choose(['Проверить и починить'], [{ button: 'OK' }]);
  expect(desk.records('Журнал').at(-1)!.Итог).toContain('✓ В письмах есть ссылка «Отметить исполнение».');
});
