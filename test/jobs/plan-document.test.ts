/** «Документ плана» through the built bundle. */
import { titleOfYear } from '../../src/domain/plan/plan-title.ts';
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

test('a plan that has gone over to the next year has that year in its title and nobody’s approval of the former one', async () => {
  await desk.type('Планы', 2, 'Утверждён', 'Утвержден Общественным советом, 19.01.2026');
  await desk.choose(['План', 'Перенести на следующий год'], [{ button: 'YES' }, { button: 'OK' }]);
  await desk.choose(['План', 'Документ плана'], [{ button: 'OK' }]);
  expect(desk.records('Документы').at(-1)!.Документ).toBe('План мероприятий П1, 2027 год, версия 1');
  expect(desk.records('Журнал').at(-1)!.Итог).toContain(
    'В заголовке П1 год заменён на 2027, прежнее утверждение не указано. Впишите новые на лист «Планы».',
  );
});

test.each([
  ['План отдела на 2016 год', 'План отдела на 2026 год'],
  ['План по исполнению закона от 2013 года на 2016 г.', 'План по исполнению закона от 2013 года на 2026 г.'],
  ['План на 2016–2018 годы', 'План на 2016–2018 годы'],
  ['План на 2016/2017 учебный год', 'План на 2016/2017 учебный год'],
  ['План отдела', 'План отдела'],
])('«%s» in 2026 is «%s»', (title, shown) => {
  expect(titleOfYear(title, 2026)).toBe(shown);
});
