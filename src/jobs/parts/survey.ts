/** The menu «Опрос». */
import { fromMenu } from '../guarded.ts';
import { createForms } from '../survey/create-forms.ts';
import { makeLinksDocument } from '../survey/links-document.ts';
import { reconcileAnswersJob, recountTallyJob } from '../survey/tally-jobs.ts';

export const menuCreateForms = (): void => fromMenu('Создать анкеты', createForms);
export const menuLinksDocument = (): void => fromMenu('Ссылки и QR-коды', makeLinksDocument);
export const menuReconcileAnswers = (): void => fromMenu('Сверить ответы', reconcileAnswersJob);
export const menuRecountTally = (): void => fromMenu('Пересчитать свод', recountTallyJob);
