/** Where a year begins: the steps, the settings, who is who. */
import { SPHERES } from '../../domain/methodology/sphere.ts';
import { byAddin, check, choice, date, defineTable, long, number, text } from '../table.ts';
import { WATCHED_SHEETS } from '../watched-sheets.ts';

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
