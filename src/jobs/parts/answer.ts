/** What the trigger of a form runs, a thousand times a year: the smallest part. */
import { fromTrigger } from '../guarded.ts';
import { takeAnswerFromForm } from '../survey/take-answer.ts';

export function onAnswer(event: GoogleAppsScript.Events.FormsOnFormSubmit): void {
  fromTrigger('Ответ на анкету', (book) => takeAnswerFromForm(book, event));
}
