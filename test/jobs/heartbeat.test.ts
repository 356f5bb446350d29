/** What happens when a daily run stops: its trigger is taken away, as Google does when a permission is withdrawn. */
import { outbox } from '../../workspace/services/mail/outbox.ts';
import { type PlanDesk, planDesk, YES } from './plan-desk.ts';

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
const handlers = (): string[] =>
  desk.workspace.kernel.triggers
    .all()
    .map(({ handler }) => handler)
    .sort();
const takeAway = (handler?: string): void => {
  const { triggers } = desk.workspace.kernel;
  for (const { uid, handler: runs } of triggers.all()) {
    if (handler === undefined || runs === handler) triggers.remove(uid);
  }
};
/** Messages in the corner of the window, as they were shown. */
const toasts: string[] = [];
const subjects = (): string[] => desk.letters().map(({ to, subject }) => `${to.join()}: ${subject}`);
const journal = (action: string): string[] =>
  desk
    .records('Журнал')
    .filter(({ Действие }) => Действие === action)
    .map(({ Итог }) => Итог!);

test('two daily triggers are made; while the morning’s runs, the afternoon’s says and writes nothing', async () => {
  expect(handlers()).toEqual(['everyAfternoon', 'everyMorning']);
  await desk.wait(2);
  expect(await health()).toContain('✓ Ежедневная проверка последний раз была 17.01.2026.');
  expect(desk.letters()).toHaveLength(0);
  expect(journal('Дневная проверка')).toEqual([]);
});

test('without the morning’s trigger the afternoon makes up for the run, mends the trigger and writes to the secretary once', async () => {
  // It is Saturday the 17th. On Sunday the run is made up for, but no letter goes on a day off; on Monday one does.
  takeAway('everyMorning');
  await desk.wait(1.5);
  expect(handlers()).toEqual(['everyAfternoon', 'everyMorning']);
  expect(journal('Дневная проверка')).toEqual([
    'Утренняя проверка не прошла (последняя — 17.01.2026): триггер создан заново, проверка выполняется сейчас. Писем секретарю: 0.',
  ]);
  takeAway('everyMorning');
  await desk.wait(0.5);
  expect(desk.letters()).toHaveLength(0);
  await desk.wait(0.5);
  expect(subjects()).toEqual(['secretary@example.org: НОКО: ежедневная проверка не запускалась с 18.01.2026']);
  const [logged] = desk.records('Напоминания');
  expect([logged!.Письмо, logged!.Состояние]).toEqual(['с1 (проверка)|2026-01-19', 'отправлено']);
  // The run was made up for, and the mended trigger runs on Tuesday morning.
  expect(await health()).toContain('✓ Ежедневная проверка последний раз была 19.01.2026.');
  await desk.wait(1);
  expect(await health()).toContain('✓ Ежедневная проверка последний раз была 20.01.2026.');
  expect(desk.letters()).toHaveLength(1);
});

test('the morning’s run sees to the afternoon’s trigger', async () => {
  takeAway('everyAfternoon');
  await desk.wait(1);
  expect(handlers()).toEqual(['everyAfternoon', 'everyMorning']);
});

test('with both triggers dead whoever opens the table is told, and the check mends both', async () => {
  const { workspace } = desk;
  workspace.onAnnounce((topic, detail) => {
    if (topic === 'toast') toasts.push((detail as { message: string }).message);
  });
  await workspace.openContainer();
  expect(toasts).toEqual([]);
  takeAway();
  await desk.wait(4);
  await workspace.openContainer();
  expect(toasts.at(-1)).toContain('Ежедневная проверка не запускалась с 21.01.2026: напоминания не уходят.');
  const said = await health();
  expect(said).toContain('▲ Ежедневная проверка не запускалась с 21.01.2026.');
  expect(said).toContain('Восстановлены триггеры: утренняя проверка, дневная проверка.');
  expect(handlers()).toEqual(['everyAfternoon', 'everyMorning']);
  // 25 January is a Sunday: the afternoon runs without a letter; on Monday morning the secretary is told of it once.
  await desk.wait(3);
  expect(subjects().slice(1)).toEqual(['secretary@example.org: НОКО: ежедневная проверка не запускалась с 21.01.2026']);
});

test('over the mail quota the letter waits in the log, and a stopped plan writes to nobody', async () => {
  const { kernel } = desk.workspace;
  const sent = outbox(kernel).length;
  takeAway('everyMorning');
  await desk.wait(0.5);
  kernel.quotas.add('email', 100);
  await desk.wait(0.5);
  expect(outbox(kernel)).toHaveLength(sent);
  expect(desk.records('Напоминания').at(-1)).toMatchObject({ Письмо: 'с1 (проверка)|2026-01-29', Состояние: 'ждёт' });
  await desk.choose(['План', 'Остановить напоминания'], [YES]);
  takeAway('everyMorning');
  await desk.wait(1);
  expect(outbox(kernel)).toHaveLength(sent);
  expect(journal('Дневная проверка').at(-1)).toContain('Писем секретарю: 0.');
});
