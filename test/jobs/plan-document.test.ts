/** «Документ плана» through the built bundle. */
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '', measure: 'I. Организация', deadline: '', responsible: '' },
    { number: '1.', measure: 'Приказ', deadline: 'до 12 января', responsible: 'Отдел культуры; УСЗН' },
    { number: '', measure: 'В библиотеках', deadline: 'Декабрь', responsible: 'УСЗН' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

test('the document is a table like that of the plan, is recorded, and made again is a new version', async () => {
  await desk.choose(['План', 'Документ плана']);
  await desk.choose(['План', 'Документ плана']);
  const documents = desk.records('Документы');
  expect(documents.map((row) => [row.Документ, row.Вид])).toEqual([
    ['План мероприятий П1, 2026 год, версия 1', 'план'],
    ['План мероприятий П1, 2026 год, версия 2', 'план'],
  ]);
  const files = desk.workspace.kernel.files.all().map(({ name }) => name);
  expect(files.filter((name) => name === 'План мероприятий П1, 2026 год')).toHaveLength(2);
});
