/** «Пульт» with a plan, through the built bundle: it follows «Сроки» and the daily run by itself. */
import { openBook } from '../../workspace/services/spreadsheet/book.ts';
import { readSheet, typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Сводка', deadline: 'ежеквартально', responsible: 'УСЗН' },
    { number: '2.', measure: 'Отчёт', deadline: 'до 24 января', responsible: 'Отдел «А» & Ко; УСЗН' },
    { number: '3.', measure: 'Приказ', deadline: 'до 12 января', responsible: 'УСЗН' },
    { number: '4.', measure: 'Сайт', deadline: 'по мере необходимости', responsible: 'УСЗН' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

const cells = (): string[][] => readSheet(desk.workspace.kernel, desk.workspace.containerId, 'Пульт');
/** Lines under a header in the right half, until an empty one. */
const under = (title: string): string[] => {
  const rows = cells().map((row) => row.slice(5, 9));
  const from = rows.findIndex((row) => row.includes(title)) + 1;
  const lines = rows.slice(from).map((row) => row.filter((cell) => cell !== '').join(' | '));
  return lines.slice(0, lines.indexOf('') < 0 ? lines.length : lines.indexOf(''));
};
const tile = (caption: string): string => {
  const [captions, numbers] = cells().slice(2, 4);
  return numbers![captions!.indexOf(caption)]!;
};
const health = (name: string): string => under('Почта и проверки').find((line) => line.startsWith(name))!;

test('it is the second tab, right after the steps', () => {
  const tabs = openBook(desk.workspace.kernel, desk.workspace.containerId).sheets();
  expect(tabs.slice(0, 2).map(({ name }) => name)).toEqual(['Начните здесь', 'Пульт']);
});

test('what is overdue and due next is listed by date with its line, measure and parties', () => {
  expect(under('Просроченное и ближайшее')).toEqual([
    '12.01.2026 | ▲ просрочено | П1, 3. Приказ | УСЗН',
    // 24 January 2026 is a Saturday: counted on Friday.
    '23.01.2026 | ● скоро | П1, 2. Отчёт | Отдел «А» & Ко, УСЗН',
    '31.03.2026 | ожидается | П1, 1. Сводка | УСЗН',
    '30.06.2026 | ожидается | П1, 1. Сводка | УСЗН',
    '30.09.2026 | ожидается | П1, 1. Сводка | УСЗН',
    '30.12.2026 | ожидается | П1, 1. Сводка | УСЗН',
  ]);
  expect([tile('▲ Просрочено'), tile('● Сегодня и в ближайшие две недели'), tile('Сроков исполнено')]).toEqual([
    '1',
    '1',
    '0%',
  ]);
});

test('a date that is marked leaves the list at once, with no menu', async () => {
  const row = desk.records('Сроки').findIndex(({ Строка }) => Строка === '3') + 2;
  await desk.type('Сроки', row, 'Исполнено', '15.01.2026');
  expect(under('Просроченное и ближайшее')[0]).toContain('П1, 2. Отчёт');
  expect([tile('▲ Просрочено'), tile('Сроков исполнено')]).toEqual(['0', '17%']);
  const step = cells().find(([name]) => name === '9. Исполнять план')!;
  expect(step.slice(2, 4)).toEqual(['1 из 6', '██░░░░░░░░']);
});

test('the daily run is shown with its day; a silence of more than two days is told of', async () => {
  expect(health('Ежедневная проверка')).toBe('Ежедневная проверка | – ещё не было: пройдёт утром');
  await desk.wait(1);
  expect(health('Ежедневная проверка')).toBe('Ежедневная проверка | ✓ прошла 16.01.2026');
  expect(tile('Ежедневная проверка')).toBe('16.01.2026');
  typeCells(desk.workspace.kernel, desk.workspace.containerId, 'Пульт', 7, 16, [['13.01.2026']]);
  expect(health('Ежедневная проверка')).toBe('Ежедневная проверка | ▲ не запускалась с 13.01.2026');
  await desk.wait(1);
  expect(health('Ежедневная проверка')).toBe('Ежедневная проверка | ✓ прошла 17.01.2026');
});

test('what stops letters is told of', async () => {
  expect(health('Без адреса')).toBe('Без адреса на листе «Люди» | ▲ 2');
  expect(health('Напоминания')).toBe('Напоминания | ✓ включены');
  const row = desk.records('Настройки').findIndex(({ Настройка }) => Настройка === 'Напоминания') + 2;
  await desk.type('Настройки', row, 'Значение', 'остановлены');
  expect(health('Напоминания')).toBe('Напоминания | ▲ остановлены в настройках');
});

test('laid out again it holds the same, the daily run too', async () => {
  const before = cells();
  await desk.choose(['План', 'Обновить обзорные листы']);
  expect(cells()).toEqual(before);
});
