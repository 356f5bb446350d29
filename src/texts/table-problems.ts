import type { CellProblem } from '../workbook/cells.ts';
import type { TableProblem } from '../workbook/records.ts';
import type { Texts } from './words.ts';

export const tableProblemTexts: Texts<CellProblem | TableProblem> = {
  'cell.not-a-number': ({ got }, place) =>
    `Здесь нужно число, а стоит «${got}». Где: ${place}. Исправьте ячейку или очистите её.`,
  'cell.not-a-date': ({ got }, place) =>
    `Здесь нужна дата, а стоит «${got}». Где: ${place}. Напишите её так: 30.01.2026.`,
  'cell.not-a-choice': ({ got, choices }, place) =>
    `«${got}» нет в списке. Где: ${place}. Выберите одно из значений: ${choices.join('; ')}.`,
  'cell.not-yes-or-no': ({ got }, place) => `Здесь может стоять «да» или «нет», а стоит «${got}». Где: ${place}.`,
  'table.sheet-missing': ({ sheet }) =>
    `Нет листа «${sheet}». Выберите в меню «НОКО → Подготовить таблицу»: он будет создан, остальные листы не изменятся.`,
  'table.column-missing': ({ sheet, title }) =>
    `На листе «${sheet}» нет столбца «${title}». Выберите в меню «НОКО → Подготовить таблицу»: столбец вернётся, данные не изменятся.`,
};
