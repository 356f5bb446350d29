import { addDays, russianDay } from '../../domain/plan/dates.ts';
import { previewReminders } from '../../domain/plan/reminders.ts';
import { confirm } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { appendRows, readTable, writeColumn } from '../../workbook/records.ts';
import { readSettings, SETTINGS } from '../../workbook/settings.ts';
import { settingsTable } from '../../workbook/tables/start.ts';
import type { Outcome } from '../guarded.ts';
import { refreshSteps } from '../workbook/refresh-steps.ts';
import { ranOn } from './last-run.ts';
import { loadReminders } from './load-reminders.ts';
import { areStopped } from './reminder-rules.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How far the next letters are looked for. */
const AHEAD_DAYS = 30;

const ON = SETTINGS.remindersOn.name;

/** «Остановить напоминания»: no letter goes to anybody until they are let go again. */
export function stopReminders(book: Spreadsheet): Outcome | undefined {
  if (areStopped(readSettings(book))) {
    return { on: ON, outcome: 'Напоминания уже остановлены. Включить: «НОКО → План → Включить напоминания».' };
  }
  const question =
    'Письма перестанут уходить всем: ответственным, руководителю и секретарю. Сроки и их состояния считаются по-прежнему.\n\nКогда вы включите напоминания, о каждой строке уйдёт одно письмо — последнее из пропущенных.\n\nОстановить?';
  if (!confirm('Остановить напоминания', question)) return undefined;
  write(book, 'остановлены');
  return { on: ON, outcome: 'Напоминания остановлены. Включить: «НОКО → План → Включить напоминания».' };
}

/** «Включить напоминания»: says first how many letters the next run will send. */
export function startReminders(book: Spreadsheet): Outcome | undefined {
  if (!areStopped(readSettings(book))) {
    return { on: ON, outcome: 'Напоминания и так включены.' };
  }
  const today = localDay(new Date());
  const { input } = loadReminders(book, today);
  const [first] = previewReminders({ ...input, today: ranOn() === today ? addDays(today, 1) : today }, AHEAD_DAYS);
  const next = first
    ? `Ближайшие письма — ${russianDay(first.day)}, числом ${first.digests.length}.`
    : `За ближайшие ${AHEAD_DAYS} дней писем не будет.`;
  if (!confirm('Включить напоминания', `${next}\n\nВключить?`)) return undefined;
  write(book, 'включены');
  return { on: ON, outcome: `Напоминания включены. ${next}` };
}

function write(book: Spreadsheet, value: string): void {
  const settings = readTable(book, settingsTable);
  const row = settings.rows.find(({ name }) => name === ON);
  if (row) {
    row.value = value;
    writeColumn(settings, 'value');
  } else appendRows(book, settingsTable, [{ ...SETTINGS.remindersOn, value }]);
  refreshSteps(book);
}
