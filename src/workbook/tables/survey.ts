/** What respondents and experts said, and its tally. */
import { columnsOf } from '../column-ranges.ts';
import { byAddin, type Column, check, choice, date, defineTable, long, moment, number, text } from '../table.ts';
import { WATCHED_SHEETS } from '../watched-sheets.ts';

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
      clipped: true,
      width: 120,
    }),
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
