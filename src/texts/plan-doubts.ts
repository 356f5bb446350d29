import type { PlanDoubt } from '../domain/plan/plan-line.ts';

/** What was done or is doubtful about an imported plan; `about` is the piece of the source it is about. */
export const planDoubtTexts: Readonly<Record<PlanDoubt['code'], (about: string) => string>> = {
  'cell-joined': (about) => `Ячейка «${columnName(about)}» была разорвана между страницами и склеена.`,
  'cell-merged': (about) => `Ячейка «${columnName(about)}» объединена с верхней строкой: взято то, что в ней написано.`,
  'number-gap': (about) => `В нумерации пропуск: ${about}. Так в источнике; номера не изменены.`,
  'number-repeated': (about) => `Номер ${about} стоит дважды.`,
  'list-shared': () => 'Ответственные записаны одним списком на несколько строк: он отнесён ко всем этим строкам.',
  'responsible-inherited': () => 'Ответственные взяты у строки, к которой относится эта подстрока.',
  'sub-line': () => 'Строка без номера принята как подстрока предыдущей.',
  'sub-line-after-break': () =>
    'Строка без номера после разрыва страницы принята как подстрока: проверьте, не продолжение ли это.',
  'no-deadline': () => 'Срок не указан.',
  'no-responsible': () => 'Ответственный не указан.',
  'no-measure': () => 'Мероприятие не указано.',
  'column-missing': (about) => `В таблице нет столбца «${columnName(about)}».`,
  'column-unknown': (about) => `Столбец «${about}» не узнан и не загружен.`,
  'text-outside': (about) => `Текст вне таблицы не загружен: «${about}».`,
  'text-box': (about) => `Надпись (текстовое поле) не загружена: «${about}». Если она нужна, перенесите её в таблицу.`,
  'nested-table': (about) =>
    `Таблица внутри ячейки не загружена: «${about}». Если она нужна, перенесите её в саму ячейку.`,
  'no-year': () => 'В заголовке нет года: проверьте, на какой год рассчитаны сроки.',
};

const COLUMNS: Readonly<Record<string, string>> = {
  number: '№ п/п',
  measure: 'Мероприятие',
  deadline: 'Срок',
  result: 'Ожидаемый результат',
  responsible: 'Ответственные',
};

function columnName(column: string): string {
  return COLUMNS[column] ?? column;
}
