/** The items of the menu «План» that read the plan, lay it out and write it as a document. */
import { fromMenu } from '../guarded.ts';
import { changeYear } from '../plan/change-year.ts';
import { type DoneAnswer, type DoneRequest, goToDue, markDone } from '../plan/due-actions.ts';
import type { DueKey } from '../plan/due-row.ts';
import { myDues, type PanelDue, showMyDues } from '../plan/my-dues.ts';
import { makePlanDocuments } from '../plan/plan-document.ts';
import { layPlanViews, recountDuesAndViews } from '../plan/plan-views.ts';
import { feedOf, type PanelFeed, revokeLinks } from '../web/hand-out-links.ts';

export const menuRecountDues = (): void => fromMenu('Пересчитать сроки', recountDuesAndViews);
export const menuPlanViews = (): void => fromMenu('Обновить обзорные листы', layPlanViews);
export const menuMyDues = (): void => fromMenu('Мои сроки', showMyDues);
/** Called by the panel's page. */
export const panelDues = (person: string): PanelDue[] => myDues(SpreadsheetApp.getActiveSpreadsheet(), String(person));
export const panelGoTo = (key: DueKey): string => goToDue(SpreadsheetApp.getActiveSpreadsheet(), key);
export const panelMarkDone = (request: DoneRequest): DoneAnswer =>
  markDone(SpreadsheetApp.getActiveSpreadsheet(), request);
export const panelFeed = (person: string): PanelFeed => feedOf(SpreadsheetApp.getActiveSpreadsheet(), String(person));
export const menuRevokeLinks = (): void => fromMenu('Отозвать ссылки из писем', revokeLinks);
export const menuPlanDocument = (): void => fromMenu('Документ плана', makePlanDocuments);
export const menuChangeYear = (): void => fromMenu('Перенести план на следующий год', changeYear);
