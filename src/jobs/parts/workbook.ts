/** Making the sheets and checking that all is well. */
import { fromMenu } from '../guarded.ts';
import { checkHealth } from '../workbook/check-health.ts';
import { prepareWorkbook } from '../workbook/prepare-workbook.ts';

export const menuPrepare = (): void => fromMenu('Подготовить таблицу', prepareWorkbook);
export const menuCheckHealth = (): void => fromMenu('Проверить и починить', checkHealth);
