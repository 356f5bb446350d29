/** «Перенести на следующий год» through the built bundle: a plan of 2025 goes over to 2026. */
import { OK, type PlanDesk, planDesk, YES } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2025 год', [
    { number: '1.', measure: 'Приказ', deadline: 'ежегодно до 30 января', responsible: 'Отдел' },
    {
      number: '2.',
      measure: 'Отчёт',
      deadline: 'до 15 числа месяца, следующего за отчетным кварталом',
      responsible: 'Отдел',
    },
    { number: '3.', measure: 'Работа', deadline: 'постоянно', responsible: 'Отдел' },
    { number: '4.', measure: 'Протокол', deadline: 'в течение 3 дней после заседания', responsible: 'Отдел' },
    { number: '5.', measure: 'Итоги', deadline: 'до 1 июня 2025 года', responsible: 'Отдел' },
  ]);
  const row = (line: string): number => desk.records('Сроки').findIndex((each) => each.Строка === line) + 2;
  await desk.type('События', 2, 'Дата', '10.03.2025');
  await desk.type('Сроки', row('1'), 'Исполнено', '29.01.2025');
  await desk.type('Сроки', row('1'), 'Чем подтверждается', 'приказ № 5');
  await desk.type('Сроки', row('4'), 'Исполнено', '12.03.2025');
  await desk.type('Сроки', row('5'), 'Не применимо', 'да');
}, 60_000);

afterAll(() => desk.leave());

const dues = (line: string): string[] =>
  desk
    .records('Сроки')
    .filter((row) => row.Строка === line)
    .map((row) => `${row['Срок по плану']} ${row.Состояние} ${row.Вид}`);

test('«Нет» changes nothing', async () => {
  const before = desk.records('Сроки');
  await desk.choose(['План', 'Перенести на следующий год'], [{ button: 'NO' }]);
  expect(desk.records('Сроки')).toEqual(before);
  expect(desk.records('Планы')[0]!.Год).toBe('2025');
});

test('dates are worked out for the next year, and what is open stays with its date', async () => {
  await desk.choose(['План', 'Перенести на следующий год'], [YES, OK]);
  expect(desk.records('Планы')[0]!.Год).toBe('2026');
  expect(dues('1')).toEqual(['30.01.2026 ожидается срок']);
  expect(dues('2')).toEqual([
    '15.04.2026 ожидается срок',
    '15.07.2026 ожидается срок',
    '15.10.2026 ожидается срок',
    '15.01.2027 ожидается срок',
    '15.04.2025 ▲ просрочено прошлый год',
    '15.07.2025 ▲ просрочено прошлый год',
    '15.10.2025 ▲ просрочено прошлый год',
    // Today: the report of the last quarter of 2025 is due in the year after its plan.
    '15.01.2026 ● сегодня прошлый год',
  ]);
  expect(dues('3').map((due) => due.slice(0, 10))).toEqual(['31.03.2026', '30.06.2026', '30.09.2026', '31.12.2026']);
});

test('an event of the former year opens nothing in the new one until its new date is written', async () => {
  expect(dues('4')).toEqual(['— – без срока событие']);
  await desk.type('События', 2, 'Дата', '16.03.2026');
  expect(dues('4')).toEqual(['19.03.2026 ожидается событие']);
});

test('the history keeps who did what and when; control points that passed and lines without date are in it only if marked', () => {
  const history = desk.records('Архив сроков');
  const of = (line: string): string[] =>
    history
      .filter((row) => row.Строка === line)
      .map((row) =>
        `${row.Год} ${row['Срок по плану']} ${row.Состояние} ${row.Исполнено} ${row['Чем подтверждается']}`.trim(),
      );
  expect(of('1')).toEqual(['2025 30.01.2025 ✓ выполнено 29.01.2025 приказ № 5']);
  expect(of('2')).toEqual([]);
  expect(of('4')).toEqual(['2025 13.03.2025 ✓ выполнено 12.03.2025']);
  expect(of('5')).toEqual(['2025 01.06.2025 не применимо']);
});

test('a phrase that names its year is doubted, and a line that was carried over is closed as any other', async () => {
  const line = desk.records('План').find((row) => row.Строка === '5')!;
  expect(line.Сомнения).toMatch(/2025/);
  expect(dues('5')).toEqual(['— – без срока без даты']);
  const row = desk.records('Сроки').findIndex((each) => each['Срок по плану'] === '15.04.2025') + 2;
  await desk.type('Сроки', row, 'Исполнено', '15.01.2026');
  await desk.choose(['План', 'Пересчитать сроки'], [OK]);
  expect(dues('2')).toContain('15.04.2025 ✓ выполнено прошлый год');
});
