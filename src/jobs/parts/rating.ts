/** The menu «Рейтинг». */
import { fromMenu } from '../guarded.ts';
import { addMethod } from '../rating/add-method.ts';
import { approveMethod } from '../rating/approve-method.ts';
import { checkMethod } from '../rating/check-method.ts';
import { closeYear } from '../rating/close-year.ts';
import { explainInstitution as explainTo, openExplanation } from '../rating/explain-score.ts';
import { refreshRating } from '../rating/refresh-rating.ts';
import { tryWeights } from '../rating/try-weights.ts';

export const menuRefreshRating = (): void => fromMenu('Обновить рейтинг', refreshRating);
export const menuExplain = (): void => fromMenu('Откуда это число', openExplanation);
/** Called by the panel's page, which shows what went wrong itself. */
export const explainInstitution = (code: unknown) => explainTo(SpreadsheetApp.getActiveSpreadsheet(), code);
export const menuCloseYear = (): void => fromMenu('Закрепить итоги года', closeYear);
export const menuTryWeights = (): void => fromMenu('Проба на других весах', tryWeights);
export const menuAddMethod = (): void => fromMenu('Добавить методику', addMethod);
export const menuCheckMethod = (): void => fromMenu('Проверить методику', checkMethod);
export const menuApproveMethod = (): void => fromMenu('Утвердить методику', approveMethod);
