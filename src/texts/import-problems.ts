import type { ImportProblem } from '../domain/plan/import-problem.ts';
import type { Texts } from './words.ts';

const REMEDY = 'Откройте его в Word или в Google Документах и сохраните как .docx, затем выберите снова.';

const OTHER_KIND: Readonly<Record<Extract<ImportProblem, { code: 'import.other-kind' }>['kind'], string>> = {
  doc: `— документ старого вида (.doc). ${REMEDY}`,
  pdf: '— PDF: в нём нет таблицы, только её вид. Возьмите исходный документ Word или откройте PDF в Word и сохраните как .docx.',
  picture:
    '— картинка: текста в ней нет. Распознайте её (на Google Диске: «Открыть с помощью → Google Документы»), проверьте текст и дайте ссылку на полученный документ.',
  other: `— не документ Word. ${REMEDY}`,
};

export const importProblemTexts: Texts<ImportProblem> = {
  'import.empty': () => 'Плана нет: вставьте его из Word, дайте ссылку или выберите файл.',
  'import.not-a-link': ({ link }) =>
    `«${link}» — не ссылка на файл Google Диска. Откройте документ и скопируйте адрес из строки браузера: https://docs.google.com/document/d/…`,
  'import.not-found': ({ reason }) =>
    `Файл по этой ссылке не открылся. Проверьте, что он не удалён и что у вас есть к нему доступ; если программе не дано право читать файлы Диска, выберите .docx на компьютере. Google сообщает: «${reason}».`,
  'import.other-kind': ({ name, kind }) => `«${name}» ${OTHER_KIND[kind]}`,
  'import.password': ({ name }) =>
    `«${name}» закрыт паролем. Снимите пароль в Word («Файл → Сведения → Защита документа»), сохраните как .docx и выберите снова.`,
  'import.broken': ({ name, reason }) =>
    `«${name}» не читается: файл повреждён (${reason}). Откройте его в Word и сохраните как .docx заново.`,
  'import.too-large': ({ found, most, unit }) =>
    unit === 'mb'
      ? `Файл занимает ${found} МБ, прочитать можно до ${most} МБ. Уберите из него картинки или вставьте план из Word.`
      : `В источнике ${found} строк, за один раз можно загрузить до ${most}. Загрузите план по частям под одним именем.`,
  'import.bad-year': ({ year }) => `«${year}» — не год плана. Впишите год от 2000 до 2100.`,
  'import.bad-name': ({ name }) =>
    `«${name}» не годится как короткое имя плана: нужно от 1 до 20 знаков, в одну строку и без знака «|».`,
};
