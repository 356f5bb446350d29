/** What happens when the daily run stops: the trigger is taken away, as Google does when a permission is withdrawn. */
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Приказ', deadline: 'до 1 июня', responsible: 'Отдел' },
  ]);
  await desk.type('Люди', 3, 'Код', 'с1');
  await desk.type('Люди', 3, 'Кто', 'Секретарь');
  await desk.type('Люди', 3, 'Эл. почта', 'secretary@example.org');
  await desk.type('Люди', 3, 'Роль', 'секретарь');
}, 60_000);

afterAll(() => desk.leave());

const health = async (): Promise<string> => {
  await desk.choose(['Проверить и починить'], [{ button: 'OK' }]);
  return desk.records('Журнал').at(-1)!.Итог!;
};

test('a run of yesterday is no silence: nobody is told', async () => {
  await desk.wait(2);
  expect(await health()).toContain('✓ Ежедневная проверка последний раз была 17.01.2026.');
  expect(desk.letters()).toHaveLength(0);
});

test('after days without a run the check says since when, mends the trigger, and the secretary is told once', async () => {
  const { kernel } = desk.workspace;
  for (const { uid } of kernel.triggers.all()) kernel.triggers.remove(uid);
  await desk.wait(5);
  expect(await health()).toContain('▲ Ежедневная проверка не запускалась с 17.01.2026.');
  expect(desk.letters()).toHaveLength(0);
  await desk.wait(3);
  expect(desk.letters().map(({ to, subject }) => `${to.join()}: ${subject}`)).toEqual([
    'secretary@example.org: НОКО: ежедневная проверка не запускалась с 17.01.2026',
  ]);
  expect(await health()).toContain('✓ Ежедневная проверка последний раз была 25.01.2026.');
});
