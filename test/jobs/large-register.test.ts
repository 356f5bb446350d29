/** A city's register on the built bundle: the rating needs more rows than a new sheet has. */
import { readSheet, typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { OK, type PlanDesk, planDesk } from './plan-desk.ts';

const INSTITUTIONS = 300;

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', []);
  const { kernel, containerId } = desk.workspace;
  const register = Array.from({ length: INSTITUTIONS }, (_, at) => [
    ...[`у${at}`, `Учреждение ${at}`, '', at % 2 === 0 ? 'образование' : 'культура', '', '300', '', '', 'да', ''],
    at % 3 === 0 ? 'клуб' : 'школа',
  ]);
  typeCells(kernel, containerId, 'Учреждения', 2, 1, register);
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
}, 120_000);

afterAll(() => desk.leave());

test('each institution has its row in its sphere and in its type, though a new sheet has 1,000 rows', () => {
  const { kernel, containerId } = desk.workspace;
  const rows = readSheet(kernel, containerId, 'Рейтинг');
  expect(rows.length).toBeGreaterThan(1_000);
  expect(rows.filter(([, name]) => name?.startsWith('Учреждение ')).map(([, name]) => name)).toHaveLength(
    2 * INSTITUTIONS,
  );
  expect(readSheet(kernel, containerId, 'Показатели')).toHaveLength(1 + INSTITUTIONS);
});

test('more bad cells than a cell of «Журнал» could hold are told of, and the journal has the beginning', async () => {
  const { kernel, containerId } = desk.workspace;
  const wrong = 'около трёхсот человек, по отчёту за позапрошлый год, уточнить у директора до конца марта';
  typeCells(
    kernel,
    containerId,
    'Учреждения',
    2,
    6,
    Array.from({ length: INSTITUTIONS }, () => [wrong]),
  );
  await desk.choose(['Проверить и починить'], [OK]);
  const { Действие: action, Итог: outcome } = desk.records('Журнал').at(-1)!;
  expect([action, outcome!.length]).toEqual(['Проверить и починить', 5_001]);
  expect(outcome).toContain('Учреждения!F2');
});
