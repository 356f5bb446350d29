/** A letter of more lines than Google takes: 200 KB a message (guide "Quotas for Google services"). */
import { OK, planDesk } from './plan-desk.ts';

const LINES = 120;

test('goes out with its most urgent lines and says that there are more', async () => {
  const desk = await planDesk(
    'План мероприятий на 2026 год',
    Array.from({ length: LINES }, (_, at) => ({
      number: `${at + 1}.`,
      measure: `Мероприятие ${at + 1}: ${'подготовить и представить сведения, '.repeat(30)}`,
      deadline: 'до 22 января',
      responsible: 'Отдел культуры',
    })),
  );
  try {
    await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
    await desk.choose(['План', 'Отправить напоминания сейчас'], [OK]);
    const [letter] = desk.letters();
    expect(letter!.subject).toContain(`скоро срок — ${LINES}`);
    expect(Buffer.byteLength(letter!.text ?? '') + Buffer.byteLength(letter!.html ?? '')).toBeLessThan(200 * 1024);
    expect(letter!.text).toMatch(/здесь самые срочные, \d+ из 120\. Остальные — на листе «Сроки»/);
    expect(desk.records('Напоминания').at(-1)!.Состояние).toBe('отправлено');
  } finally {
    desk.leave();
  }
}, 60_000);
