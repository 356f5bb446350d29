import {
  calendarEntries,
  type LetterLine,
  plainLetter,
  reminderLetter,
} from '../../../src/domain/documents/reminder-letter.ts';

const line = (number: string, workingDay: string): LetterLine => ({
  plan: 'П1',
  number,
  measure: `Мероприятие ${number}`,
  due: workingDay.split('-').reverse().join('.'),
  workingDay,
  responsible: 'Отдел',
  link: `https://example.org/t#gid=7&range=A${number}`,
});

test('one letter holds everything, the most urgent first', () => {
  const letter = reminderLetter('2026-05-20', 'Отдел', 'responsible', [
    line('8', '2026-05-29'),
    line('1', '2026-05-18'),
    line('5', '2026-05-20'),
    line('2', '2026-05-21'),
  ]);
  expect(letter.subject).toBe('План мероприятий: просрочено — 1, срок сегодня — 1, скоро срок — 2');
  expect(
    letter.groups.map(({ title, lines }) => [
      title,
      ...lines.map(({ line: { number }, when }) => `${number}: ${when}`),
    ]),
  ).toEqual([
    ['Просрочено', '1: просрочено на 2 дня'],
    ['Срок сегодня', '5: сегодня'],
    ['Скоро срок', '2: через 1 день', '8: через 9 дней'],
  ]);
});

test.each([
  [1, '1 день'],
  [2, '2 дня'],
  [5, '5 дней'],
  [11, '11 дней'],
  [14, '14 дней'],
  [21, '21 день'],
  [22, '22 дня'],
])('%i is written «%s»', (days, words) => {
  const due = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
  const { groups } = reminderLetter('2026-01-01', 'Отдел', 'responsible', [line('1', due)]);
  expect(groups[0]!.lines[0]!.when).toBe(`через ${words}`);
});

test('the plain twin says the same and ends with the link', () => {
  const letter = reminderLetter('2026-05-20', 'Отдел', 'head', [line('1', '2026-05-18')]);
  const text = plainLetter(letter, 'https://example.org/t');
  expect(text).toContain('Отдел: эти строки плана просрочены');
  expect(text).toContain('ПРОСРОЧЕНО (1)\n– 18.05.2026 (просрочено на 2 дня). П1, п. 1: Мероприятие 1');
  expect(text.endsWith('Таблица: https://example.org/t')).toBe(true);
});

test('where the date of the plan is a day off, the working day that the days left are counted to stands beside it', () => {
  // 12 June is a holiday; 11 June 2026 is three days after the 8th.
  const letter = reminderLetter('2026-06-08', 'Отдел', 'responsible', [
    { ...line('10', '2026-06-11'), due: '12.06.2026' },
    line('11', '2026-06-15'),
  ]);
  expect(letter.groups[0]!.lines.map(({ date, when }) => [date, when])).toEqual([
    ['12.06.2026, рабочий срок 11.06.2026', 'через 3 дня'],
    ['15.06.2026', 'через 7 дней'],
  ]);
  expect(plainLetter(letter, '')).toContain('– 12.06.2026, рабочий срок 11.06.2026 (через 3 дня). П1, п. 10');
});

test('the plain twin names who answers for a line, as the letter does: its reader may be the head or the secretary', () => {
  const letter = reminderLetter('2026-05-20', 'Глава', 'head', [{ ...line('1', '2026-05-18'), note: 'Вы замещаете.' }]);
  expect(plainLetter(letter, '')).toContain('Мероприятие 1\n  Ответственные: Отдел\n  Вы замещаете.\n  https://');
});

test('each line of the plain twin is followed by the address of its own row', () => {
  const letter = reminderLetter('2026-05-20', 'Отдел', 'responsible', [
    line('1', '2026-05-18'),
    line('2', '2026-05-21'),
  ]);
  expect(plainLetter(letter, 'https://example.org/t').match(/range=A\d/g)).toEqual(['range=A1', 'range=A2']);
});

test('the calendar gets what is still to come, on the working day, and lasts over letters by its name', () => {
  const letter = reminderLetter('2026-05-20', 'Отдел', 'responsible', [
    line('1', '2026-05-18'),
    line('2', '2026-05-20'),
    line('3', '2026-05-29'),
  ]);
  expect(calendarEntries(letter, 'book').map(({ uid, day, url }) => [uid, day, url.slice(-2)])).toEqual([
    ['П1/2/20.05.2026@book', '2026-05-20', 'A2'],
    ['П1/3/29.05.2026@book', '2026-05-29', 'A3'],
  ]);
});

test('a line that its reader answers for has its page in the plain twin, and the closing says so; others have not', () => {
  const own = { ...line('1', '2026-05-18'), confirm: 'https://example.org/exec?done=x' };
  const letter = reminderLetter('2026-05-20', 'Отдел', 'responsible', [own, line('2', '2026-05-21')]);
  const text = plainLetter({ ...letter, feed: 'https://example.org/exec?feed=y' }, 'https://example.org/t');
  expect(text.match(/Отметить исполнение: \S+/g)).toEqual(['Отметить исполнение: https://example.org/exec?done=x']);
  expect(text).toContain('отметьте по ссылке у строки или на листе «Сроки»');
  expect(text.endsWith('(подписка): https://example.org/exec?feed=y')).toBe(true);
  expect(text).toContain('не пересылайте его');
  const copy = plainLetter(reminderLetter('2026-05-20', 'Отдел', 'head', [line('2', '2026-05-21')]), '');
  expect(copy).toContain('Исполненное отметьте на листе «Сроки»');
  expect(copy).not.toContain('не пересылайте');
});
