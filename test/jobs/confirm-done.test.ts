/** Links of letters through the built bundle: the page, the mark, what is refused. */
import { createHmac } from 'node:crypto';
import type { Confirmation } from '../../src/jobs/web/confirm-done.ts';
import type { HtmlOutput } from '../../workspace/services/html/html-output.ts';
import { type PlanDesk, planDesk, YES } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Приказ & состав', deadline: 'до 15 января', responsible: 'Отдел культуры' },
    { number: '2.', measure: 'Отчёт за год', deadline: 'до 22 января', responsible: 'Отдел культуры; Архив' },
    { number: '3.', measure: 'Сверка', deadline: 'до 29 января', responsible: 'Отдел культуры' },
    { number: '4.', measure: 'Опрос', deadline: 'до 12 февраля', responsible: 'Отдел культуры' },
  ]);
  await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
  await desk.choose(['План', 'Отправить напоминания сейчас']);
}, 60_000);

afterAll(() => desk.leave());

const webApp = { kind: 'web-app' as const };

/** Addresses of the pages in a letter, by the lines' order in it. */
function linksOf(letter = desk.letters().at(-1)!): string[] {
  return letter.text!.match(/(?<=Отметить исполнение: )\S+/g) ?? [];
}

function tokenOf(link: string, name = 'done'): string {
  return new URL(link).searchParams.get(name)!;
}

async function open(parameter: Record<string, string>): Promise<string> {
  const { value, error } = await desk.workspace.run('doGet', [{ parameter }], webApp);
  expect(error).toBeUndefined();
  return (value as HtmlOutput).getContent();
}

async function confirm(token: unknown, link: unknown = '', note: unknown = 'Приказ № 5'): Promise<Confirmation> {
  const { value, error } = await desk.workspace.run('confirmDone', [token, link, note], webApp);
  expect(error).toBeUndefined();
  return value as Confirmation;
}

const headingOf = (page: string): string => /<h1[^>]*>([^<]*)/.exec(page)![1]!;
const dueOf = (line: string) => desk.records('Сроки').find((row) => row.Строка === line)!;
const book = () => JSON.stringify(['Сроки', 'Журнал', 'Люди', 'План'].map((sheet) => desk.records(sheet)));
const secret = () => desk.workspace.kernel.store.get<string>('property:script:letter-links-secret')!;

/** A token as the letter's rules say (HMAC-SHA256 over the payload), made here apart from the add-in. */
function signed(fields: unknown, key = secret()): string {
  const payload = Buffer.from(typeof fields === 'string' ? fields : JSON.stringify(fields)).toString('base64url');
  return `${payload}.${createHmac('sha256', key).update(payload).digest('base64url')}`;
}

test('a letter has a link for each line that its reader answers for, in both its forms', () => {
  const letter = desk.letters().at(-1)!;
  const links = linksOf(letter);
  expect(links).toHaveLength(4);
  expect(new Set(links).size).toBe(4);
  for (const link of links) {
    expect(link).toMatch(/^http:\/\/localhost:8080\/macros\/s\/[\w-]+\/exec\?done=[\w-]+\.[\w-]{43}$/);
    expect(letter.html).toContain(`href="${link}"`);
  }
  expect(letter.text).toContain('отметьте по ссылке у строки или на листе «Сроки»');
});

test('opening a link changes nothing, however often: mail scanners open them too', async () => {
  const before = book();
  for (let time = 0; time < 3; time += 1) {
    const page = await open({ done: tokenOf(linksOf()[0]!) });
    expect(headingOf(page)).toBe('Отметить исполнение');
    expect(page).toContain('Приказ &#38; состав');
    expect(page).toContain('15.01.2026');
    expect(page).toContain('П1, п. 1');
  }
  expect(book()).toBe(before);
});

test('the button writes the date, who, and the evidence as text; the journal has a line; again changes nothing', async () => {
  const token = tokenOf(linksOf()[0]!);
  const answer = await confirm(token, 'https://культура.рф/приказ?n=5', '=HYPERLINK("http://x.ru")');
  expect(answer).toMatchObject({ heading: '✓ Отмечено' });
  expect(dueOf('1')).toMatchObject({
    Состояние: '✓ выполнено',
    Исполнено: '15.01.2026',
    'Кто отметил': 'Отдел культуры, по ссылке из письма',
    'Чем подтверждается': 'https://культура.рф/приказ?n=5\n=HYPERLINK("http://x.ru")',
  });
  const journal = desk.records('Журнал').at(-1)!;
  expect(journal.Действие).toBe('Исполнение по ссылке из письма');
  expect(journal['Над чем']).toBe('Сроки: П1, п. 1, срок 15.01.2026');
  const before = book();
  expect(await confirm(token, '', 'Другое')).toEqual({
    heading: 'Уже исполнено',
    paragraphs: [
      'П1, п. 1, срок 15.01.2026: отмечено 15.01.2026, Отдел культуры, по ссылке из письма.',
      expect.stringContaining('очистить ячейку «Исполнено»'),
    ],
  });
  expect(book()).toBe(before);
});

test('a used link says who closed the line and when, and nothing else', async () => {
  const page = await open({ done: tokenOf(linksOf()[0]!) });
  expect(headingOf(page)).toBe('Уже исполнено');
  expect(page).not.toContain('состав');
  expect(page).not.toContain('культура.рф');
  expect(page).not.toContain('<form');
});

test('when the secretary clears the cell the link marks again, and nobody’s evidence is lost', async () => {
  await desk.type('Сроки', 2, 'Исполнено', '');
  const token = tokenOf(linksOf()[0]!);
  expect(headingOf(await open({ done: token }))).toBe('Отметить исполнение');
  expect(await confirm(token, '', 'Приказ № 6')).toMatchObject({ heading: '✓ Отмечено' });
  expect(dueOf('1')['Чем подтверждается']).toBe(
    'https://культура.рф/приказ?n=5\n=HYPERLINK("http://x.ru")\n\nПриказ № 6',
  );
});

test.each([
  ['nothing', '', ''],
  ['spaces', '  ', ' \n '],
  ['a word instead of an address', 'приказ', ''],
  ['a script', 'javascript:alert(1)', ''],
  ['a file', 'file:///etc/passwd', ''],
  ['a host under a name', 'https://google.com@evil.example/', ''],
  ['a note that is too long', '', 'я'.repeat(501)],
])('evidence that is %s is to be mended, and the line stays open', async (_, link, note) => {
  const before = book();
  expect(await confirm(tokenOf(linksOf()[1]!), link, note)).toEqual({ mend: expect.stringMatching(/[.]$/) });
  expect(book()).toBe(before);
});

test('whatever is sent instead of text is no evidence', async () => {
  expect(await confirm(tokenOf(linksOf()[1]!), { toString: 'x' }, ['note'])).toHaveProperty('mend');
});

describe('a link that is not good', () => {
  const good = () => ['done', 'П1', '2', '22.01.2026', 'о1', '0', '2026-02-14'];
  const last = (token: string) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  const BAD: [string, () => string][] = [
    ['empty', () => ''],
    ['a word', () => 'привет'],
    ['without a signature', () => tokenOf(linksOf()[1]!).split('.')[0]!],
    ['cut', () => tokenOf(linksOf()[1]!).slice(0, -1)],
    ['with a changed signature', () => last(tokenOf(linksOf()[1]!))],
    ['with a changed payload', () => `A${tokenOf(linksOf()[1]!).slice(1)}`],
    [
      'with the payload of another',
      () => `${tokenOf(linksOf()[2]!).split('.')[0]}.${tokenOf(linksOf()[1]!).split('.')[1]}`,
    ],
    ['signed with another secret', () => signed(good(), 'secret')],
    ['signed, for a calendar', () => signed(['feed', 'о1'])],
    ['signed, for an unknown purpose', () => signed(['all', ...good().slice(1)])],
    ['signed, no JSON', () => signed('done|П1')],
    ['signed, with a field too many', () => signed([...good(), 'x'])],
    ['signed, with an impossible day', () => signed([...good().slice(0, 6), '2026-02-30'])],
    ['very long', () => `${'A'.repeat(100_000)}.${'A'.repeat(43)}`],
    ['markup', () => '"><script>alert(1)</script>'],
  ];

  test.each(BAD)('%s: one page for all, no sheet is opened, nothing of the address is repeated', async (_, make) => {
    const token = make();
    const { value, record } = await desk.workspace.run('doGet', [{ parameter: { done: token } }], webApp);
    const page = (value as HtmlOutput).getContent();
    expect(headingOf(page)).toBe('Ссылка не подошла');
    expect(page).not.toContain('alert(1)');
    expect(Object.keys(record.calls).filter((call) => /^(Spreadsheet|Sheet|Range)/.test(call))).toEqual([]);
    expect(await confirm(token)).toMatchObject({ heading: 'Ссылка не подошла' });
  });

  test('a good one made here is taken, so the others are refused for what is wrong with them', async () => {
    expect(headingOf(await open({ done: signed(good()) }))).toBe('Отметить исполнение');
  });

  test('none at all: the same page', async () => {
    expect(headingOf(await open({}))).toBe('Ссылка не подошла');
  });
});

test('a link from a trial letter shows the page and marks nothing', async () => {
  await desk.choose(['План', 'Письмо себе'], [{ button: 'OK', text: 'me@example.org' }]);
  const before = book();
  const token = tokenOf(linksOf()[0]!);
  const page = await open({ done: token });
  expect(page).toContain('пробного письма');
  expect(page).not.toContain('<button');
  expect(await confirm(token)).toMatchObject({ heading: 'Ссылка не подошла' });
  expect(book()).toBe(before);
});

test('a line whose text was changed after the letter says so; one whose date was changed is not there any more', async () => {
  const [, second, third] = linksOf(desk.letters()[0]!);
  await desk.type('План', 3, 'Мероприятие', 'Отчёт за полугодие');
  await desk.choose(['План', 'Пересчитать сроки']);
  const page = await open({ done: tokenOf(second!) });
  expect(page).toContain('Отчёт за полугодие');
  expect(page).toContain('текст мероприятия в плане изменили');
  await desk.type('План', 4, 'Срок, как написан', 'до 30 января');
  expect(headingOf(await open({ done: tokenOf(third!) }))).toBe('План изменился');
  expect(await confirm(tokenOf(third!))).toMatchObject({ heading: 'План изменился' });
});

test('a line that is not applicable any more, and a person who is no more, are told', async () => {
  const row = desk.records('Сроки').findIndex((each) => each.Строка === '2') + 2;
  await desk.type('Сроки', row, 'Не применимо', 'да');
  const token = signed(['done', 'П1', '2', '22.01.2026', 'о1', '0', '2026-02-14']);
  expect(headingOf(await open({ done: token }))).toBe('Отмечать не нужно');
  await desk.type('Сроки', row, 'Не применимо', '');
  const stranger = signed(['done', 'П1', '2', '22.01.2026', 'о9', '0', '2026-02-14']);
  expect(headingOf(await open({ done: stranger }))).toBe('Ссылка больше не действует');
});

test('all links that were sent can be revoked, and «Нет» revokes nothing', async () => {
  const token = tokenOf(linksOf(desk.letters()[0]!)[3]!);
  await desk.choose(['План', 'Ссылки из писем: отозвать все'], [{ button: 'NO' }]);
  expect(headingOf(await open({ done: token }))).toBe('Отметить исполнение');
  await desk.choose(['План', 'Ссылки из писем: отозвать все'], [YES]);
  expect(headingOf(await open({ done: token }))).toBe('Ссылка не подошла');
  expect(desk.records('Журнал').at(-1)!.Итог).toContain('отозваны');
});

test('a link lives to its last day and not a day longer; the next letter brings a fresh one', async () => {
  const setting = desk.records('Настройки').findIndex((row) => row.Настройка!.startsWith('Ссылка из письма')) + 2;
  await desk.type('Настройки', setting, 'Значение', '7');
  await desk.wait(14);
  const letter = desk.letters().at(-1)!;
  const token = tokenOf(linksOf(letter)[0]!);
  const sentMs = letter.sentMs;
  const DAY_MS = 86_400_000;
  await desk.workspace.advanceTo(sentMs + 7 * DAY_MS);
  expect(headingOf(await open({ done: token }))).toBe('Отметить исполнение');
  await desk.workspace.advanceTo(sentMs + 8 * DAY_MS);
  expect(headingOf(await open({ done: token }))).toBe('Срок действия ссылки истёк');
  expect(await confirm(token)).toMatchObject({ heading: 'Срок действия ссылки истёк' });
});

test('links cost no call to a sheet or a property: what they need is read once, however many letters go out', async () => {
  for (let row = 2; row < 2 + desk.records('Люди').length; row += 1) {
    await desk.type('Люди', row, 'Эл. почта', `p${row}@example.org`);
  }
  const before = desk.letters().length;
  await desk.wait(7);
  const runs = desk.workspace.executions().filter(({ functionName }) => functionName === 'everyMorning');
  const busy = runs.filter(({ calls }) => (calls['MailApp.sendEmail'] ?? 0) > 1);
  expect([desk.letters().length > before, busy.length > 0]).toEqual([true, true]);
  for (const { calls } of busy) {
    // One reading of the properties is that of the forms' bindings.
    expect([calls['Properties.getProperties'], calls['Service.getUrl']]).toEqual([2, 1]);
  }
});
