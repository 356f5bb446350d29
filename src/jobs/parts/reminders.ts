/** The daily trigger and the items of the menu «План» that have to do with letters. */
import { fromMenu, fromTrigger } from '../guarded.ts';
import { everyMorningJob } from '../reminders/every-morning.ts';
import { previewReminders, sendReminders } from '../reminders/send-reminders.ts';
import { startReminders, stopReminders } from '../reminders/stop-reminders.ts';
import { sendTestLetter } from '../reminders/test-letter.ts';

export const everyMorning = (): void => fromTrigger('Ежедневная проверка', everyMorningJob);
export const menuPreviewReminders = (): void => fromMenu('Что будет отправлено за 30 дней', previewReminders);
export const menuRemindNow = (): void => fromMenu('Отправить напоминания', sendReminders);
export const menuTestLetter = (): void => fromMenu('Письмо себе', sendTestLetter);
export const menuStopReminders = (): void => fromMenu('Остановить напоминания', stopReminders);
export const menuStartReminders = (): void => fromMenu('Включить напоминания', startReminders);
