import { SPHERES } from '../domain/methodology/sphere.ts';
import { FORMER_TITLES as FORMER, FORMER_SHEET } from '../texts/former-results.ts';
import { METHOD_COLUMN_TITLES as METHOD } from '../texts/method-columns.ts';
import { columnsOf } from './column-ranges.ts';
import { type Column, check, choice, date, defineTable, long, moment, number, type Table, text } from './table.ts';
import { WATCHED_SHEETS } from './watched-sheets.ts';

const byAddin = { filledBy: 'addin' } as const;

export const ROLES = ['ответственный', 'секретарь', 'руководитель', 'член совета', 'контакт'] as const;

export const stepsTable = defineTable({
  sheet: 'Начните здесь',
  stage: 'start',
  key: ['step'],
  about: 'Шаги года по порядку: что сделано и что делать дальше.',
  columns: {
    step: text('Шаг', 'Что нужно сделать.', { ...byAddin, width: 260 }),
    state: text('Состояние', 'Заполняется само после каждого действия.', { ...byAddin, width: 150 }),
    how: long('Как это сделать', 'Где в меню находится действие и что оно изменит.', { ...byAddin, width: 520 }),
  },
});

export const settingsTable = defineTable({
  sheet: WATCHED_SHEETS.settings,
  stage: 'start',
  key: ['name'],
  about: 'Всё, что закон оставляет на усмотрение, и всё, что меняется от года к году. Отчёты называют эти значения.',
  frozenColumns: 1,
  columns: {
    name: text('Настройка', 'Название не меняйте: по нему программа находит значение.', { ...byAddin, width: 240 }),
    value: text('Значение', 'Меняйте здесь.', { width: 220 }),
    meaning: long('Что это значит', 'Пояснение и допустимые значения.', { ...byAddin, width: 520 }),
  },
});

export const peopleTable = defineTable({
  sheet: 'Люди',
  stage: 'start',
  key: ['code'],
  about: 'Кто за что отвечает и куда писать. Ответственные из плана добавляются сюда сами, адрес впишите вы.',
  frozenColumns: 2,
  columns: {
    code: text('Код', 'Короткое постоянное имя. Создаётся само.', { ...byAddin, width: 110 }),
    who: text('Кто', 'Человек, должность или организация, как в плане.', { width: 320 }),
    email: text('Эл. почта', 'Сюда приходит одно письмо в день с ближайшими сроками.', { width: 220 }),
    role: choice('Роль', 'Секретарь получает копии, руководитель — просроченное.', { choices: ROLES }),
    standIn: text('Кто замещает', 'Код или имя того, кому писать, пока этот человек отсутствует.', { width: 110 }),
    awayFrom: date('Отсутствует с', 'Первый день отсутствия.'),
    awayTo: date('по', 'Последний день отсутствия.'),
    note: long('Примечание', 'Для себя; программа не читает.', { width: 220 }),
  },
});

/** Suggestions; a type may be any word. */
const INSTITUTION_TYPES = [
  ...['школа', 'детский сад', 'дополнительное образование'],
  ...['библиотека', 'клуб', 'музей', 'театр'],
  ...['поликлиника', 'больница', 'амбулатория', 'социальное обслуживание на дому', 'стационар'],
] as const;

export const institutionsTable = defineTable({
  sheet: 'Учреждения',
  stage: 'start',
  key: ['code'],
  about: 'Реестр учреждений, которые оценивают в этом году.',
  frozenColumns: 2,
  columns: {
    code: text('Код', 'Короткое постоянное имя латиницей или цифрами: ш1, библ.', { width: 80 }),
    name: text('Краткое название', 'Его видят отвечающие на анкету и читатели отчёта.', { width: 240 }),
    fullName: long('Полное название', 'По уставу; попадает в документы.'),
    sphere: choice('Сфера', 'По сфере выбираются показатели и анкета.', {
      choices: SPHERES.map(({ name }) => name),
      width: 200,
    }),
    district: text('Территория', 'Район, посёлок: для рейтинга по территориям.'),
    recipients: number(
      'Получателей за прошлый год',
      'Численность получателей услуг в календарном году до оценки: от неё зависит выборка.',
      { format: '#,##0', width: 110 },
    ),
    site: text('Сайт', 'Официальный сайт учреждения.', { width: 200 }),
    contact: text('Эл. почта', 'Куда писать учреждению.', { width: 200 }),
    takesPart: check('Оценивается', 'Снимите отметку, если в этом году учреждение не оценивают.'),
    note: text('Примечание', 'Для себя.', { width: 140 }),
    // The last one: formulas of books made before it know the others by their letters.
    type: choice(
      'Тип',
      'Для мест внутри типа: школы среди школ. Выберите или впишите свой; пусто — без такого места.',
      {
        choices: INSTITUTION_TYPES,
        open: true,
        width: 150,
      },
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

export const formsTable = defineTable({
  sheet: 'Формы',
  stage: 'survey',
  key: ['code'],
  about: 'Ссылка на анкету для каждого учреждения и ход опроса.',
  frozenColumns: 2,
  columns: {
    code: text('Код', 'Учреждение.', { ...byAddin, width: 80 }),
    name: text('Учреждение', 'Краткое название.', { ...byAddin, width: 240 }),
    sphere: text('Сфера', 'Анкета общая для сферы.', { ...byAddin, width: 190 }),
    link: text('Ссылка на анкету', 'Учреждение в ней уже выбрано. QR-код — в документе «Ссылки и QR-коды».', {
      ...byAddin,
      width: 320,
    }),
    answers: number('Ответов', 'Учтённых ответов; меняется сразу, как пришла анкета.', {
      ...byAddin,
      format: '#,##0',
      formula: (book) => {
        const tally = columnsOf(book, tallyTable);
        return (at) =>
          `=SUMIFS(${tally('answered')};${tally('institution')};${at('code')};${tally('question')};"всего")`;
      },
    }),
    required: number('Нужно', 'min(600; 40 % получателей) — методика выявления мнения, приказ 675н.', {
      ...byAddin,
      format: '#,##0',
    }),
    share: number('Собрано', 'Доля от нужного.', {
      ...byAddin,
      format: '0%',
      formula: () => (at) => `=IFERROR(${at('answers')}/${at('required')};"")`,
    }),
    formId: text('Идентификатор формы', 'Для программы.', { ...byAddin, width: 120 }),
    edit: text('Форма для правки', 'Открывается у владельца формы.', { ...byAddin, width: 200 }),
  },
});

/** One row an answer, whatever it came from; the columns of the questions are added from the questionnaire. */
export const answersTable = defineTable({
  sheet: WATCHED_SHEETS.answers,
  stage: 'survey',
  key: ['response'],
  about:
    'Ответы на анкеты: одна строка — одна анкета. Без имён и телефонов. Исключить ответ: отметьте «Исключён» и напишите почему.',
  frozenColumns: 3,
  columns: {
    response: text('Ответ', 'Код ответа: по нему один ответ не учитывается дважды.', { ...byAddin, width: 120 }),
    institution: text('Код учреждения', 'К какому учреждению относится ответ.', { ...byAddin, width: 110 }),
    at: moment('Когда', 'Время отправки.', byAddin),
    source: text('Откуда', 'Форма, бумага, файл.', { ...byAddin, width: 90 }),
    excluded: check('Исключён', 'Исключённый ответ остаётся здесь, но не входит в расчёт.'),
    why: text('Почему исключён', 'Обязательно при исключении: причина попадает в отчёт.', { width: 200 }),
    ...Object.fromEntries(
      Array.from({ length: 18 }, (_, at) => [
        `q${at + 1}`,
        text(`Вопрос ${at + 1}`, 'Ответ на вопрос анкеты с этим номером (нумерация приказа 675н).', {
          ...byAddin,
          width: at === 15 ? 260 : 80,
        }),
      ]),
    ),
  } as {
    response: Column<'text'>;
    institution: Column<'text'>;
    at: Column<'moment'>;
    source: Column<'text'>;
    excluded: Column<'check'>;
    why: Column<'text'>;
    [question: `q${number}`]: Column<'text'>;
  },
});

/** The tally; its columns are those of `tallyRows`, in that order. */
export const tallyTable = defineTable({
  sheet: 'Свод',
  stage: 'rating',
  key: ['institution', 'question'],
  about:
    'Сколько «да» и «нет» у каждого учреждения на каждый вопрос. Из этих чисел считается рейтинг; их можно пересчитать заново.',
  frozenColumns: 2,
  columns: {
    institution: text('Код учреждения', 'Из реестра; «?» — ответы, где учреждение не узнано.', {
      ...byAddin,
      width: 120,
    }),
    question: text('Вопрос', 'Код вопроса анкеты; «всего» — анкеты учреждения.', { ...byAddin, width: 90 }),
    yes: number('Да', 'Ответили «да».', { ...byAddin, format: '#,##0' }),
    no: number('Нет', 'Ответили «нет»; в строке «всего» — исключённые анкеты.', { ...byAddin, format: '#,##0' }),
    answered: number('Ответили', 'Ответили на вопрос; в строке «всего» — учтённые анкеты.', {
      ...byAddin,
      format: '#,##0',
    }),
    products: text('Совместные суммы', 'Для погрешности: как ответы одного человека идут вместе.', {
      ...byAddin,
      width: 120,
    }),
  },
});

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

/** Words of «Состав получателей» → questions of the questionnaire. */
export const COMPOSITION_QUESTIONS = { пол: 'q17', возраст: 'q18' } as const;

/** Who the recipients are, for «Второй взгляд»; made when it is first asked for. */
export const compositionTable = defineTable({
  sheet: 'Состав получателей',
  stage: 'rating',
  key: ['institution', 'question', 'group'],
  about:
    'Сколько у учреждения получателей каждого пола и возраста: по этим числам считается «Второй взгляд». Официальный рейтинг от них не зависит.',
  frozenColumns: 1,
  columns: {
    institution: text('Код учреждения', 'Из реестра.', { width: 120 }),
    question: choice('По какому признаку', 'пол или возраст; считается по каждому отдельно.', {
      choices: Object.keys(COMPOSITION_QUESTIONS),
    }),
    group: text(
      'Группа',
      'Ответ анкеты. Если из группы ответили меньше 10 человек, объедините её с соседней в одной строке через точку с запятой: «55–64; 65 и старше».',
      { width: 240 },
    ),
    recipients: number('Получателей', 'За прошлый год, по отчётности учреждения. Нет таких — 0.', {
      format: '#,##0',
      width: 110,
    }),
  },
});

/** What an expert saw at an institution, on its stand and on its site. */
export const observationsTable = defineTable({
  sheet: 'Наблюдения',
  stage: 'survey',
  key: ['institution', 'item'],
  about: 'Что эксперт нашёл на стенде, на сайте и в помещениях: из этого считаются показатели 1.1, 1.2, 2.1, 3.1, 3.2.',
  frozenColumns: 3,
  columns: {
    institution: text('Код учреждения', 'Из реестра.', { ...byAddin, width: 120 }),
    item: text('Код пункта', 'Из контрольного списка.', { ...byAddin, width: 90 }),
    title: long('Что проверяется', 'Пункт контрольного списка.', { ...byAddin, width: 420 }),
    found: choice(
      'Найдено',
      'да — есть; нет — нет; не требуется — у учреждения такого быть не должно. Для ожидания — баллы.',
      {
        choices: ['да', 'нет', 'не требуется'],
        open: true,
        width: 110,
      },
    ),
    evidence: text('Чем подтверждается', 'Ссылка на страницу или фотографию.', { width: 240 }),
    by: text('Кто проверил', 'Эксперт.'),
    on: date('Когда', 'Дата проверки.'),
  },
});

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

export const documentsTable = defineTable({
  sheet: 'Документы',
  stage: 'documents',
  key: ['document'],
  about: 'Все созданные документы: что, когда и по каким данным.',
  frozenColumns: 1,
  columns: {
    document: text('Документ', 'Название и номер версии.', { ...byAddin, width: 320 }),
    kind: text('Вид', 'Отчёт, приказ, протокол…', { ...byAddin }),
    link: text('Ссылка', 'Открыть документ.', { ...byAddin, width: 320 }),
    snapshot: text('По данным на', 'Дата и число ответов, по которым он составлен.', { ...byAddin, width: 220 }),
    madeOn: moment('Создан', 'Когда создан.', byAddin),
    signed: date('Подписан', 'Впишите дату подписания.'),
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

export const journalTable = defineTable({
  sheet: 'Журнал',
  stage: 'technical',
  key: ['at'],
  about: 'Что и когда сделала программа.',
  columns: {
    at: moment('Когда', 'Время действия.', byAddin),
    action: text('Действие', 'Что сделано.', { ...byAddin, width: 260 }),
    on: text('Над чем', 'Лист, форма, документ.', { ...byAddin, width: 260 }),
    outcome: long('Итог', 'Что получилось.', { ...byAddin, width: 480 }),
  },
});

/** Tables in the order of the tabs; the sheet «Рейтинг» stands after «Свод» and is laid out by its own file. */
export const TABLES: readonly Table[] = [
  stepsTable,
  settingsTable,
  peopleTable,
  institutionsTable,
  plansTable,
  planTable,
  duesTable,
  eventsTable,
  remindersTable,
  formsTable,
  answersTable,
  observationsTable,
  methodTable,
  tallyTable,
  formerResultsTable,
  documentsTable,
  duesHistoryTable,
  calendarTable,
  journalTable,
];
