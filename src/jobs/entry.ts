/**
 * What menu items and triggers do, by the names of their functions in main.ts. This part is
 * built into a file of its own, which the front door loads when it is called for: formulas,
 * which load the whole script at each call, never pay for it.
 */

import { approveMethod } from './approve-method.ts';
import { changeYear } from './change-year.ts';
import { checkHealth } from './check-health.ts';
import { checkMethod } from './check-method.ts';
import { councilReportJob } from './council-report.ts';
import { createForms } from './create-forms.ts';
import { everyMorningJob } from './every-morning.ts';
import { explainInstitution as explainTo, openExplanation } from './explain-score.ts';
import { fromMenu, fromTrigger } from './guarded.ts';
import { makeLinksDocument } from './links-document.ts';
import { loadPlan } from './load-plan.ts';
import { myDues, type PanelDue, showMyDues } from './my-dues.ts';
import { onSheetEdit } from './on-edit.ts';
import { makePlanDocuments } from './plan-document.ts';
import { layPlanViews } from './plan-views.ts';
import { prepareWorkbook } from './prepare-workbook.ts';
import { recountDues } from './recount-dues.ts';
import { refreshRating } from './refresh-rating.ts';
import { previewReminders, sendReminders } from './send-reminders.ts';
import { takeAnswerFromForm } from './take-answer.ts';
import { reconcileAnswersJob, recountTallyJob } from './tally-jobs.ts';
import { sendTestLetter } from './test-letter.ts';
import { tryWeights } from './try-weights.ts';

export { onSheetEdit as onEdit };

export function onAnswer(event: GoogleAppsScript.Events.FormsOnFormSubmit): void {
  fromTrigger('Ответ на анкету', (book) => takeAnswerFromForm(book, event));
}

export const everyMorning = (): void => fromTrigger('Ежедневная проверка', everyMorningJob);

export const menuPrepare = (): void => fromMenu('Подготовить таблицу', prepareWorkbook);
export const menuCreateForms = (): void => fromMenu('Создать анкеты', createForms);
export const menuLinksDocument = (): void => fromMenu('Ссылки и QR-коды', makeLinksDocument);
export const menuReconcileAnswers = (): void => fromMenu('Сверить ответы', reconcileAnswersJob);
export const menuRecountTally = (): void => fromMenu('Пересчитать свод', recountTallyJob);
export const menuRefreshRating = (): void => fromMenu('Обновить рейтинг', refreshRating);
export const menuExplain = (): void => fromMenu('Откуда это число', openExplanation);
/** Called by the panel's page, which shows what went wrong itself. */
export const explainInstitution = (code: unknown) => explainTo(SpreadsheetApp.getActiveSpreadsheet(), code);
export const menuTryWeights = (): void => fromMenu('Проба на других весах', tryWeights);
export const menuCheckMethod = (): void => fromMenu('Проверить методику', checkMethod);
export const menuApproveMethod = (): void => fromMenu('Утвердить методику', approveMethod);
export const menuCouncilReport = (): void => fromMenu('Отчёт Общественному совету', councilReportJob);
export const menuLoadPlan = (): void => fromMenu('Загрузить план', loadPlan);
export const menuRecountDues = (): void => fromMenu('Пересчитать сроки', recountDues);
export const menuPreviewReminders = (): void => fromMenu('Что будет отправлено за 30 дней', previewReminders);
export const menuRemindNow = (): void => fromMenu('Отправить напоминания', sendReminders);
export const menuPlanViews = (): void => fromMenu('Светофор и календарь года', layPlanViews);
export const menuMyDues = (): void => fromMenu('Мои сроки', showMyDues);
/** Called by the panel's page. */
export const panelDues = (person: string): PanelDue[] => myDues(SpreadsheetApp.getActiveSpreadsheet(), String(person));
export const menuPlanDocument = (): void => fromMenu('Документ плана', makePlanDocuments);
export const menuChangeYear = (): void => fromMenu('Перенести план на следующий год', changeYear);
export const menuTestLetter = (): void => fromMenu('Письмо себе', sendTestLetter);
export const menuCheckHealth = (): void => fromMenu('Проверить и починить', checkHealth);
