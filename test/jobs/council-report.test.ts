/** The Council's report on the built bundle: it is not made of a rating that is not all there. */
import { readSheet, typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { OK, type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

const REPORT = ['Документы', 'Отчёт Общественному совету'];
const institution = (code: string, sphere: string): string[] => [
  ...[code, `Учреждение ${code}`, '', sphere, '', '300', '', '', 'да'],
];
const sheet = (name: string): string[][] => readSheet(desk.workspace.kernel, desk.workspace.containerId, name);
const type = (name: string, row: number, column: number, cells: string[][]): void =>
  typeCells(desk.workspace.kernel, desk.workspace.containerId, name, row, column, cells);

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', []);
  type('Учреждения', 2, 1, [institution('к1', 'культура')]);
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
}, 60_000);

afterAll(() => desk.leave());

test('a sphere that came into the register after the sheet was laid out is named, and nothing is made', async () => {
  type('Учреждения', 3, 1, [institution('ш1', 'образование')]);
  await desk.choose(REPORT, [OK]);
  expect(sheet('Журнал').at(-1)![3]).toContain('Отчёт не составлен: на листе «Рейтинг» не видно итогов (образование).');
  expect(sheet('Документы')).toHaveLength(1);
});

test('formulas that Google is still working out are waited for', async () => {
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  const rows = sheet('Рейтинг').map(([first]) => first);
  const header = rows.indexOf('Место', rows.indexOf('Культура'));
  type('Рейтинг', header + 1, 1, [['Загрузка…']]);
  await desk.choose(REPORT, [OK]);
  expect(sheet('Журнал').at(-1)![3]).toContain('не видно итогов (культура)');
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  await desk.choose(REPORT);
  expect(sheet('Документы').at(-1)![1]).toBe('отчёт');
});
