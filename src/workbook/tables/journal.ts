/** What the add-in made and what it did. */
import { byAddin, date, defineTable, long, moment, text } from '../table.ts';

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
