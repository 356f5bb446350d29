/** What ratings are computed by and compared with. */
import { FORMER_TITLES as FORMER, FORMER_SHEET } from '../../texts/former-results.ts';
import { METHOD_COLUMN_TITLES as METHOD } from '../../texts/method-columns.ts';
import { byAddin, date, defineTable, long, number, text } from '../table.ts';
import { WATCHED_SHEETS } from '../watched-sheets.ts';

/** The methods as data; columns are `METHOD_COLUMNS`, in that order, because the formulas take them as a block. */
export const methodTable = defineTable({
  sheet: WATCHED_SHEETS.method,
  stage: 'rating',
  key: ['method', 'code'],
  about:
    'По каким правилам считается рейтинг. Заполняется по приказу № 344н; нормативы и веса можно править, затем выберите «НОКО → Рейтинг → Проверить методику».',
  frozenColumns: 2,
  columns: {
    method: text('Методика', 'Короткое имя: строки одной методики стоят под одним именем.', { ...byAddin, width: 170 }),
    code: text(METHOD.code, 'Показатель, критерий или слово настройки.', { ...byAddin, width: 100 }),
    criterion: text(METHOD.criterion, 'К какому критерию относится показатель.', { ...byAddin, width: 80 }),
    title: long('Название', 'Показатель словами; у настройки — её значение.', { width: 380 }),
    weight: number(METHOD.weight, 'Доля показателя в критерии; у одного критерия веса дают 1.'),
    kind: text(METHOD.kind, 'Как из данных получаются баллы.', { ...byAddin, width: 150 }),
    inputs: text(METHOD.inputs, 'Вопросы анкеты (q2; q4), перечни осмотра или показатели, через точку с запятой.', {
      width: 130,
    }),
    norm: text(METHOD.norm, '1.1: сколько единиц информации нужно на стенде и на сайте; «весь перечень» — все.', {
      width: 170,
    }),
    points: text(METHOD.points, 'Баллы за пункт или ступени шкалы.', { width: 240 }),
    max: number(METHOD.max, 'Наибольшее число баллов показателя.'),
    empty: text(METHOD.empty, 'Что делать, если никто не ответил; пусто — как в «Настройках».', { width: 110 }),
  },
});

/** Results of former years: frozen by a menu item, or typed for the years before the add-in. */
export const formerResultsTable = defineTable({
  sheet: FORMER_SHEET,
  stage: 'rating',
  key: ['year', 'code', 'name'],
  about:
    'Итоги прошлых лет: с ними сравнивается рейтинг. Год закрепляет меню «Рейтинг → Закрепить итоги года»; годы до программы впишите сами: достаточно года, кода и итога.',
  frozenColumns: 3,
  columns: {
    year: number(FORMER.year, 'Год оценки.', { format: '0', width: 60 }),
    code: text(FORMER.code, 'Код с листа «Учреждения». Если его нет, учреждение ищется по названию.', { width: 80 }),
    name: text(FORMER.name, 'Краткое название.', { width: 240 }),
    sphere: text('Сфера', 'Сфера, по которой оценивали.', { width: 160 }),
    k1: number('К1', 'Критерий, баллы.', { format: '0.00', width: 65 }),
    k2: number('К2', 'Критерий, баллы.', { format: '0.00', width: 65 }),
    k3: number('К3', 'Критерий, баллы.', { format: '0.00', width: 65 }),
    k4: number('К4', 'Критерий, баллы.', { format: '0.00', width: 65 }),
    k5: number('К5', 'Критерий, баллы.', { format: '0.00', width: 65 }),
    total: number(FORMER.total, 'Итоговый балл.', { format: '0.00', width: 70 }),
    error: number(
      FORMER.error,
      'Стандартная ошибка, баллы. Не известна — оставьте пустой: тогда и значимость неизвестна.',
      {
        format: '0.000',
      },
    ),
    shift: number(FORMER.shift, 'Для программы: при малом числе ответов центр интервала отстоит от итога.', {
      ...byAddin,
      format: '0.000',
      width: 80,
    }),
    answers: number(FORMER.answers, 'Учтено анкет.', { format: '#,##0', width: 80 }),
    recipients: number('Получателей', 'Численность получателей, от которой считалась выборка.', {
      format: '#,##0',
      width: 100,
    }),
    method: long('Методика', 'По каким правилам посчитано.', { width: 420 }),
    points: text(
      'Показатели',
      'Баллы показателей: «1.1 85,5; 5.3 95». Критерии с долями менее 10 ответов не хранятся.',
      {
        clipped: true,
        width: 140,
      },
    ),
    counts: text('Ответы', '«Да» из ответивших по вопросам: «q2 45/60; q15 57/60». Менее 10 ответов не хранится.', {
      clipped: true,
      width: 140,
    }),
    rules: text(FORMER.rules, 'По этой метке программа узнаёт, те же ли были правила.', {
      ...byAddin,
      clipped: true,
      width: 110,
    }),
    frozenOn: date('Закреплено', 'Когда итоги закреплены; пусто — вписаны вручную.', byAddin),
    note: text('Примечание', 'Для себя: откуда взяты числа.', { width: 200 }),
  },
});
