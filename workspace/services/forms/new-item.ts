import { GoogleError } from '../../kernel/google-object.ts';
import { newEntryId } from './form-item.ts';
import type { ItemRecord, ItemTypeName } from './form-record.ts';
import type { FormScope } from './form-scope.ts';
import { appendItem } from './form-store.ts';

/** Google's labels of a new question's first choice, row and column, by the account's language. */
const FIRST = {
  ru: { choice: 'Вариант 1', row: 'Строка 1', column: 'Столбец 1' },
  en: { choice: 'Option 1', row: 'Row 1', column: 'Column 1' },
};

/**
 * Puts a new item of a kind at the form's end, with Google's defaults.
 *
 * @returns its id
 * @throws GoogleError for kinds that the workspace has not
 */
export function addItemOfType(scope: FormScope, type: ItemTypeName, id: number): number {
  appendItem(scope.kernel, scope.formId, newRecord(scope, type, id));
  scope.questionsChanged();
  return id;
}

function newRecord(scope: FormScope, type: ItemTypeName, id: number): ItemRecord {
  const item = { id, title: '', helpText: '' };
  if (type === 'SECTION_HEADER') return { ...item, type };
  if (type === 'PAGE_BREAK') return { ...item, type, navigation: { to: 'CONTINUE' } };
  const question = { ...item, required: false, entryIds: [newEntryId(scope)], points: 0 };
  const first = scope.kernel.user.locale.startsWith('ru') ? FIRST.ru : FIRST.en;
  switch (type) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
    case 'TIME':
    case 'DURATION':
      return { ...question, type };
    case 'MULTIPLE_CHOICE':
    case 'LIST':
    case 'CHECKBOX':
      return { ...question, type, choices: [{ value: first.choice }], otherOption: false };
    case 'SCALE':
      return { ...question, type, lower: 1, upper: 5, leftLabel: '', rightLabel: '' };
    case 'RATING':
      return { ...question, type, icon: 'STAR', levels: 3 };
    case 'GRID':
    case 'CHECKBOX_GRID':
      return { ...question, type, rows: [first.row], columns: [first.column] };
    case 'DATE':
    case 'DATETIME':
      return { ...question, type, includesYear: true };
    default:
      throw new GoogleError(`not available on the local workspace: form items of type ${type}`);
  }
}
