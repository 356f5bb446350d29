import type { FormSection } from '../domain/survey/form-sections.ts';
import { formSections } from '../domain/survey/form-sections.ts';
import type { Question, Questionnaire } from '../domain/survey/questionnaire.ts';

type Form = GoogleAppsScript.Forms.Form;
type FormResponse = GoogleAppsScript.Forms.FormResponse;
type PageBreakItem = GoogleAppsScript.Forms.PageBreakItem;
type MultipleChoiceItem = GoogleAppsScript.Forms.MultipleChoiceItem;

/** Which item of the form asks which question. Bound by id: titles may be edited, numbers shift. */
export interface FormBinding {
  formId: string;
  /** Item id of the question «which institution». */
  institution: number;
  /** Item id → question id. */
  questions: Record<string, string>;
}

const INSTITUTION_QUESTION = 'О каком учреждении Вы отвечаете?';

const THANKS = 'Спасибо! Ваш ответ принят. Он анонимный и будет учтён вместе с другими.';

/**
 * Fills an empty form with the questionnaire and its branches. Nothing that names a person is
 * asked or collected.
 */
export function fillForm(
  form: Form,
  title: string,
  questionnaire: Questionnaire,
  institutions: readonly string[],
): FormBinding {
  form
    .setTitle(title)
    .setDescription(questionnaire.preamble)
    .setConfirmationMessage(THANKS)
    .setProgressBar(true)
    .setAllowResponseEdits(false)
    .setCollectEmail(false);
  const chooser = form
    .addListItem()
    .setTitle(INSTITUTION_QUESTION)
    .setRequired(true)
    .setChoiceValues([...institutions]);

  const sections = formSections(questionnaire);
  const pages: Record<string, PageBreakItem> = {};
  const branches: { item: MultipleChoiceItem; section: FormSection }[] = [];
  const binding: FormBinding = { formId: form.getId(), institution: chooser.getId(), questions: {} };
  sections.forEach((section, at) => {
    // The first page is the form's own; every other begins with a break.
    if (at > 0) pages[section.id] = form.addPageBreakItem();
    section.questions.forEach((question, place) => {
      const branching = section.onNoGoTo !== undefined && place === section.questions.length - 1;
      const id = addQuestion(form, question, branching ? (item) => branches.push({ item, section }) : undefined);
      binding.questions[String(id)] = question.id;
    });
  });
  // A choice can only lead to a page that exists, so branches come when all pages are there.
  for (const { item, section } of branches) {
    const question = section.questions[section.questions.length - 1]!;
    const target = (id: string): PageBreakItem | GoogleAppsScript.Forms.PageNavigationType =>
      pages[id] ?? FormApp.PageNavigationType.SUBMIT;
    item.setChoices(
      question.choices.map((choice, at) =>
        // createChoice has two overloads, one for a page and one for a kind of jump.
        item.createChoice(choice, target(at === 1 ? section.onNoGoTo! : section.next) as PageBreakItem),
      ),
    );
  }
  return binding;
}

/** @param branch called with the item instead of giving it plain choices */
function addQuestion(form: Form, question: Question, branch?: (item: MultipleChoiceItem) => void): number {
  if (question.kind === 'text') {
    return form.addParagraphTextItem().setTitle(question.text).setRequired(question.required).getId();
  }
  const item = form.addMultipleChoiceItem().setTitle(question.text).setRequired(question.required);
  if (branch) branch(item);
  else item.setChoiceValues([...question.choices]);
  return item.getId();
}

/** Institutions that the form offers: those of the register now. */
export function offerInstitutions(form: Form, binding: FormBinding, institutions: readonly string[]): void {
  form
    .getItemById(binding.institution)
    .asListItem()
    .setChoiceValues([...institutions]);
}

/** The link of one institution: it is already chosen there. */
export function linkFor(form: Form, binding: FormBinding, institution: string): string {
  const chooser = form.getItemById(binding.institution).asListItem();
  return form.createResponse().withItemResponse(chooser.createResponse(institution)).toPrefilledUrl();
}

/** What one respondent sent, by question id, and which institution was chosen. */
export interface SentAnswer {
  response: string;
  at: Date;
  institution: string;
  values: Record<string, string>;
}

/** Characters. A cell holds 50,000, and one answer that no row takes would keep out all that come after it. */
const LONGEST_ANSWER = 10_000;

export function readResponse(response: FormResponse, binding: FormBinding): SentAnswer {
  const sent: SentAnswer = {
    response: response.getId(),
    at: new Date(response.getTimestamp().getTime()),
    institution: '',
    values: {},
  };
  for (const item of response.getItemResponses()) {
    const id = item.getItem().getId();
    const given = String(item.getResponse()).slice(0, LONGEST_ANSWER);
    if (id === binding.institution) sent.institution = given;
    else {
      const question = binding.questions[String(id)];
      // A question that the official added is theirs: its answers stay in the form.
      if (question) sent.values[question] = given;
    }
  }
  return sent;
}
