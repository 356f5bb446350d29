/** Letters of the plan through the built bundle: what lies in the outbox when the menu was used. */
import { typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Приказ; состав, порядок', deadline: 'до 15 января', responsible: 'Отдел культуры' },
    { number: '2.', measure: 'Отчёт <b>года</b>', deadline: 'до 22 января', responsible: 'Отдел культуры' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

test('«Письмо себе» goes to the typed address only, looks like a reminder and spends nobody’s', async () => {
  await desk.choose(['План', 'Письмо себе'], [{ button: 'OK', text: 'me@example.org' }]);
  const letters = desk.letters();
  expect(letters.map(({ to, subject }) => [to.join(), subject])).toEqual([
    ['me@example.org', 'План мероприятий: срок сегодня — 1, скоро срок — 1'],
  ]);
  expect(letters[0]!.html).not.toContain('<b>года');
  expect(desk.records('Напоминания')).toHaveLength(0);
  expect(desk.records('Журнал').at(-1)!.Итог).toBe('Пробное письмо отправлено на me@example.org.');
});

test('«Отмена» sends nothing', async () => {
  await desk.choose(['План', 'Письмо себе'], [{ button: 'CANCEL', text: 'me@example.org' }]);
  expect(desk.letters()).toHaveLength(1);
});

test('a reminder opens at the row of each line and brings its dates as a calendar file', async () => {
  await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
  await desk.choose(['План', 'Отправить напоминания сейчас']);
  const [, letter] = desk.letters();
  const [first, second] = desk.records('Сроки');
  expect([first!.Строка, second!.Строка]).toEqual(['1', '2']);
  expect(letter!.to).toEqual(['culture@example.org']);
  expect(letter!.text!.match(/#gid=\d+&range=A\d+/g)!.map((link) => link.slice(-2))).toEqual(['A2', 'A3']);
  expect(letter!.html).toMatch(/href="[^"]*#gid=\d+&#38;range=A3"/);
  const [file] = letter!.files;
  expect([letter!.files.length, file!.name, file!.contentType]).toEqual([1, 'сроки.ics', 'text/calendar']);
});

test('what is overdue has no day left to put into a calendar', async () => {
  await desk.type('Сроки', 3, 'Исполнено', '16.01.2026');
  await desk.wait(6);
  const last = desk.letters().at(-1)!;
  expect([last.subject, last.files]).toEqual(['План мероприятий: просрочено — 1', []]);
});

test('a stand-in reads whose line it is; the secretary reads who has not been told for want of an address', async () => {
  const people = desk.records('Люди');
  const fresh = people.length + 2;
  const titles = Object.keys(people[0]!);
  typeCells(desk.workspace.kernel, desk.workspace.containerId, 'Люди', fresh, 1, [
    titles.map((title) => ({ Код: 'ив', Кто: 'Иванова И. И.', 'Эл. почта': 'ivanova@example.org' })[title] ?? ''),
    titles.map((title) => ({ Код: 'с', 'Эл. почта': 's@example.org', Роль: 'секретарь' })[title] ?? ''),
  ]);
  await desk.type('Люди', 2, 'Кто замещает', 'Иванова И.И.');
  await desk.type('Люди', 2, 'Отсутствует с', '20.01.2026');
  await desk.paste('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Справка', deadline: 'до 29 января', responsible: 'Отдел культуры; Архив' },
  ]);
  await desk.choose(['План', 'Загрузить из листа «Вставка плана»'], [{ button: 'YES' }, { button: 'OK' }]);
  await desk.wait(1);
  const since = desk.letters().length;
  const about = (to: string) => desk.letters().find(({ to: [only], text }) => only === to && /Справка/.test(text!))!;
  expect(since).toBeGreaterThan(2);
  expect(about('ivanova@example.org').text).toContain('\n  Вы замещаете: Отдел культуры.\n');
  expect(about('ivanova@example.org').html).toContain('>Вы замещаете: Отдел культуры.<');
  expect(about('s@example.org').text).toContain('▲ Нет адреса, письмо не ушло: Архив.');
  expect(about('culture@example.org')).toBeUndefined();
  await desk.type('Люди', 2, 'Кто замещает', 'Сидоров');
  await desk.choose(['Проверить и починить'], [{ button: 'OK' }]);
  expect(desk.records('Журнал').at(-1)!.Итог).toContain('Отдел культуры — «Кто замещает»: «Сидоров» в списке нет.');
}, 60_000);

test('a sub-line without a number says in a letter what is to be done: the line above stands beside it', async () => {
  typeCells(desk.workspace.kernel, desk.workspace.containerId, 'Вставка плана', 1, 1, [
    ['План опросов на 2026 год', '', '', ''],
    ['№ п/п', 'Наименование мероприятий', 'Срок исполнения', 'Ответственный исполнитель'],
    ['1.', 'Опрос получателей с помощью анкетирования:', '', 'Общественный совет'],
    ['', 'Учреждения культуры', 'Декабрь', ''],
    ['2.', 'Итоги', 'Декабрь', 'Архив'],
  ]);
  await desk.choose(['План', 'Загрузить из листа «Вставка плана»'], [{ button: 'YES' }, { button: 'OK' }]);
  const polls = desk.records('Сроки').filter(({ План }) => План === 'П2');
  expect(polls.map(({ Строка, Мероприятие }) => [Строка, Мероприятие])).toEqual([
    ['1.1', 'Учреждения культуры (п. 1: Опрос получателей с помощью анкетирования)'],
    ['2', 'Итоги'],
  ]);
}, 60_000);
