/** The plan of measures, its dates and what reminds of them. */
import { byAddin, check, choice, date, defineTable, long, moment, number, text } from '../table.ts';
import { WATCHED_SHEETS } from '../watched-sheets.ts';

export const plansTable = defineTable({
  sheet: 'Планы',
  stage: 'plan',
  key: ['plan'],
  about: 'Планы, которые ведёт программа. Год можно исправить: сроки пересчитаются.',
  columns: {
    plan: text('План', 'Короткое имя: стоит в строках и в письмах.', { width: 120 }),
    title: long('Заголовок', 'Как в документе.', { ...byAddin, width: 480 }),
    year: number('Год', 'За какой год считать сроки.', { format: '0' }),
    approved: text('Утверждён', 'Кем и когда.', { ...byAddin, width: 220 }),
    lines: number('Строк', 'Строк плана.', { ...byAddin, format: '0' }),
    unread: number(
      'Не прочитано сроков',
      'Строки, где программа не поняла срок: см. лист «План», столбец «Сомнения».',
      { ...byAddin, format: '0' },
    ),
  },
});

export const planTable = defineTable({
  sheet: WATCHED_SHEETS.plan,
  stage: 'plan',
  key: ['plan', 'line'],
  about: 'Строки плана мероприятий, как они утверждены. Сроки прочитаны программой; сомнения — в последнем столбце.',
  frozenColumns: 4,
  columns: {
    plan: text('План', 'Короткое имя плана.', { ...byAddin, width: 110 }),
    line: text('Строка', 'Ключ строки: номер или номер с подстрокой.', { ...byAddin, width: 70 }),
    number: text('№ п/п', 'Номер, как в документе; у подстрок его нет.', { ...byAddin, width: 60 }),
    measure: long('Мероприятие', 'Наименование мероприятия.', { width: 380 }),
    section: text('Раздел', 'Раздел плана.', { ...byAddin, width: 160 }),
    deadline: text('Срок, как написан', 'Срок исполнения словами плана. Его можно поправить: даты пересчитаются.', {
      width: 160,
    }),
    reading: text('Прочитано как', 'Как программа поняла срок.', { ...byAddin, width: 220 }),
    result: long('Ожидаемый результат', 'Из плана, если там есть такой столбец.', { width: 260 }),
    responsible: long('Ответственные', 'Каждый с новой строки.', { width: 280 }),
    ladder: text(
      'Напоминать за, дней',
      'Только для этой строки: «60, 30, 7». Пусто — как в настройках; «нет» — об этой строке не напоминать.',
      { width: 110 },
    ),
    doubts: long('Сомнения', 'Что программа не поняла или поняла не наверняка.', { ...byAddin, width: 260 }),
  },
});

export const STATES = [
  'ожидается',
  'скоро',
  'сегодня',
  'просрочено',
  'выполнено',
  'не применимо',
  'без срока',
] as const;

/** Signs that stand before the word of a state, so that colour is never alone; the word is what the add-in goes by. */
export const STATE_SIGNS: Readonly<Partial<Record<(typeof STATES)[number], string>>> = {
  скоро: '●',
  сегодня: '●',
  просрочено: '▲',
  выполнено: '✓',
  'без срока': '–',
};

export const DUE_KINDS = ['срок', 'событие', 'контроль', 'без даты', 'прошлый год'] as const;

export const duesTable = defineTable({
  sheet: WATCHED_SHEETS.dues,
  stage: 'plan',
  key: ['plan', 'line', 'due'],
  about: 'Каждый срок года отдельной строкой. Отметьте исполнение в столбцах «Исполнено» и «Чем подтверждается».',
  frozenColumns: 3,
  columns: {
    plan: text('План', 'Короткое имя плана.', { ...byAddin, width: 110 }),
    line: text('Строка', 'Строка плана.', { ...byAddin, width: 70 }),
    due: text('Срок по плану', 'Дата, как она написана в плане; «—» — без даты.', { ...byAddin, width: 110 }),
    workingDay: date('Рабочий срок', 'Срок с учётом выходных (настройка «Перенос срока»).', byAddin),
    state: choice('Состояние', 'Считается само каждый день.', { ...byAddin, choices: STATES, signs: STATE_SIGNS }),
    kind: choice(
      'Вид',
      'срок — дата из плана; событие — считается от даты с листа «События»; контроль — точка проверки постоянной работы, не бывает просрочена; прошлый год — не закрыто до переноса плана.',
      { ...byAddin, choices: DUE_KINDS, width: 100 },
    ),
    measure: long('Мероприятие', 'Из плана.', { ...byAddin, width: 380 }),
    section: text('Раздел', 'Из плана.', { ...byAddin, width: 160 }),
    responsible: long('Ответственные', 'Из плана.', { ...byAddin, width: 260 }),
    doneOn: date('Исполнено', 'Впишите дату исполнения — строка закроется.'),
    doneBy: text('Кто отметил', 'Кто и как подтвердил исполнение.'),
    evidence: text('Чем подтверждается', 'Ссылка на приказ, протокол, страницу сайта.', { width: 240 }),
    notApplicable: check('Не применимо', 'Отметьте, если в этом году мероприятие не проводится.'),
    parties: text('Для счёта', 'Для программы: ответственные через черту, по ним считает «Светофор».', {
      ...byAddin,
      clipped: true,
      width: 100,
    }),
  },
});

/** What became of the dates of former years; written when a plan goes over to the next one. */
export const duesHistoryTable = defineTable({
  sheet: 'Архив сроков',
  stage: 'technical',
  key: ['plan', 'year', 'line', 'due'],
  about: 'Сроки прошлых лет: что и когда было исполнено. Заполняется при переносе плана на следующий год.',
  frozenColumns: 4,
  columns: {
    plan: text('План', 'Короткое имя плана.', { ...byAddin, width: 110 }),
    year: number('Год', 'Год плана.', { ...byAddin, format: '0', width: 70 }),
    line: text('Строка', 'Строка плана.', { ...byAddin, width: 70 }),
    due: text('Срок по плану', 'Дата, как она написана в плане.', { ...byAddin, width: 110 }),
    workingDay: date('Рабочий срок', 'Срок с учётом выходных.', byAddin),
    state: choice('Состояние', 'Каким оно было при переносе.', { ...byAddin, choices: STATES, signs: STATE_SIGNS }),
    measure: long('Мероприятие', 'Как было в плане.', { ...byAddin, width: 380 }),
    responsible: long('Ответственные', 'Как было в плане.', { ...byAddin, width: 260 }),
    doneOn: date('Исполнено', 'Когда исполнено.', byAddin),
    doneBy: text('Кто отметил', 'Кто и как подтвердил исполнение.', byAddin),
    evidence: text('Чем подтверждается', 'Приказ, протокол, страница сайта.', { ...byAddin, width: 240 }),
  },
});

export const eventsTable = defineTable({
  sheet: WATCHED_SHEETS.events,
  stage: 'plan',
  key: ['event'],
  about:
    'События, от которых считаются сроки («в течение 10 дней после заседания»). Впишите дату — срок откроется на листе «Сроки».',
  frozenColumns: 1,
  columns: {
    event: text('Событие', 'Словами плана. Строки из плана добавляются сюда сами.', { width: 320 }),
    date: date('Дата', 'Когда событие произошло или назначено. Повторилось — добавьте ещё одну строку.'),
    plan: text('План', 'Короткое имя плана; пусто — любой план.', { width: 110 }),
    line: text('Строка', 'Строка плана; пусто — все строки, чей срок назван этим событием.', { width: 90 }),
    note: long('Примечание', 'Для себя; программа не читает.', { width: 260 }),
  },
});

export const REMINDER_STATES = ['отправляется', 'отправлено', 'ждёт', 'не ушло', 'заменено'] as const;

export const remindersTable = defineTable({
  sheet: 'Напоминания',
  stage: 'plan',
  key: ['key'],
  about: 'Письма, которые программа отправила или собирается отправить.',
  frozenColumns: 2,
  columns: {
    key: text('Письмо', 'Кому и за какой день: второе такое же не уйдёт.', { ...byAddin, width: 130 }),
    state: choice('Состояние', 'ждёт — не хватило суточного лимита; заменено — вошло в письмо другого дня.', {
      ...byAddin,
      choices: REMINDER_STATES,
      width: 110,
    }),
    at: moment('Когда', 'Время отправки.', byAddin),
    to: text('Кому', 'Адрес.', { ...byAddin, width: 200 }),
    person: text('Получатель', 'Кто это.', { ...byAddin, width: 260 }),
    subject: text('Тема', 'Тема письма.', { ...byAddin, width: 300 }),
    lines: long('О чём', 'Строки плана и сколько дней осталось.', { ...byAddin, width: 320 }),
    steps: long('Ступени', 'Для программы: какие напоминания вошли в письмо.', { ...byAddin, width: 200 }),
    quota: number('Лимит до отправки', 'Для программы: сколько писем ещё можно было отправить.', {
      ...byAddin,
      format: '0',
    }),
  },
});

/** What stands in the Google calendar of the plan; made when that is switched on, so it is not one of `TABLES`. */
export const calendarEventsTable = defineTable({
  sheet: 'Календарь Google',
  stage: 'technical',
  key: ['key'],
  hidden: true,
  about:
    'Для программы: какие события она внесла в календарь Google. Не меняйте: по этому листу она узнаёт свои события.',
  columns: {
    key: text('Срок', 'План, строка и дата.', { ...byAddin, width: 200 }),
    event: text('Событие', 'Идентификатор в календаре; пусто — событие ещё вносится.', { ...byAddin, clipped: true }),
    day: date('День', 'На какой день внесено.', byAddin),
    title: text('Название', 'Как названо в календаре.', { ...byAddin, clipped: true, width: 320 }),
    print: text('Отпечаток', 'Изменился — описание пора обновить.', byAddin),
    link: text('Ссылка', 'На какую строку ведёт.', { ...byAddin, clipped: true }),
  },
});

export const calendarTable = defineTable({
  sheet: 'Календарь',
  stage: 'technical',
  key: ['date'],
  about: 'Особые дни: праздники, переносы, сокращённые. Если постановление перенесло день — исправьте здесь.',
  columns: {
    date: date('День', 'Дата.'),
    working: choice('Какой день', 'Рабочий или выходной.', { choices: ['рабочий', 'выходной', 'сокращённый'] }),
    why: text('Основание', 'Постановление, праздник.', { width: 360 }),
  },
});
