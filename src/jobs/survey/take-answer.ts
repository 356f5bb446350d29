import { readResponse } from '../../google/forms.ts';
import { oneAtATime, recallAll } from '../../google/state.ts';
import type { Outcome } from '../guarded.ts';
import { takeAnswer } from './count-answers.ts';
import { FORM_STATE, isFilled, type KnownForm } from './create-forms.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The trigger of a form: takes one answer into the sheet and the tally. Quiet when all is well. */
export function takeAnswerFromForm(
  book: Spreadsheet,
  event: GoogleAppsScript.Events.FormsOnFormSubmit,
): Outcome | undefined {
  const formId = event.source.getId();
  const forms = recallAll<KnownForm>(FORM_STATE);
  const sphere = Object.keys(forms).find((key) => forms[key]!.formId === formId);
  const binding = sphere === undefined ? undefined : forms[sphere];
  if (!isFilled(binding)) {
    return { on: formId, outcome: 'Ответ пришёл из формы, которую эта таблица не создавала: он не учтён.' };
  }
  oneAtATime(() => takeAnswer(book, readResponse(event.response, binding)));
  return undefined;
}
