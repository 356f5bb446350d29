import { type SphereId, sphereNamed, sphereOf } from '../../domain/methodology/sphere.ts';
import { requiredSample } from '../../domain/rating/sample-size.ts';
import { officialQuestionnaire } from '../../domain/survey/official-questionnaire.ts';
import { type FormBinding, fillForm, linkFor, offerInstitutions } from '../../google/forms.ts';
import { oneAtATime, recall, remember } from '../../google/state.ts';
import { ensureFormTrigger } from '../../google/triggers.ts';
import { confirm, sayProgress } from '../../ui/say.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { formsTable } from '../../workbook/tables/survey.ts';
import type { Outcome } from '../guarded.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Institution = RowOf<typeof institutionsTable>;

/** What is remembered of a form: first its id, so that a run cut off here never makes a second one. */
export type KnownForm = { formId: string } | FormBinding;

export const FORM_STATE = 'form:';

export const ON_ANSWER = 'onAnswer';

/**
 * One form a sphere, made once and filled once; later runs only bring its list of institutions
 * and the links up to date. Each form is a step of its own: a run that is cut off goes on from
 * the form it had reached.
 */
export function createForms(book: Spreadsheet): Outcome | undefined {
  const register = readTable(book, institutionsTable);
  const taking = register.rows.filter((institution) => institution.takesPart && sphereNamed(institution.sphere));
  if (taking.length === 0) {
    return {
      on: institutionsTable.sheet,
      outcome: 'Нет ни одного учреждения со сферой и отметкой «Оценивается». Заполните лист «Учреждения» и повторите.',
      mustBeRead: true,
    };
  }
  const spheres = bySphere(taking);
  const fresh = [...spheres.keys()].filter((sphere) => !isFilled(recall<KnownForm>(FORM_STATE + sphere)));
  const list = [...spheres].map(([, group]) => `• ${group[0]!.sphere}: ${group.length}`).join('\n');
  const question =
    fresh.length > 0
      ? `Будут созданы и опубликованы анкеты (${fresh.length}), у каждой сферы своя:\n${list}\n\nСоздать?`
      : `Анкеты уже есть. Обновить в них списки учреждений и ссылки?\n${list}`;
  if (!confirm('Создать анкеты', question)) return undefined;

  return oneAtATime(() => {
    const links: Record<string, { link: string; formId: string; edit: string }> = {};
    let done = 0;
    spheres.forEach((group, sphere) => {
      done += 1;
      sayProgress(`Анкета ${done} из ${spheres.size}: ${group[0]!.sphere}…`);
      const names = group.map(({ name }) => name);
      const { form, binding } = openOrCreate(sphere, names);
      offerInstitutions(form, binding, names);
      ensureFormTrigger(ON_ANSWER, form);
      for (const { code, name } of group) {
        links[code] = { link: linkFor(form, binding, name), formId: form.getId(), edit: form.getEditUrl() };
      }
    });
    const forms = readTable(book, formsTable);
    replaceRows(
      forms,
      taking.map(({ code, name, sphere, recipients }) => ({
        code,
        name,
        sphere,
        ...links[code]!,
        answers: null,
        required: recipients ? requiredSample(recipients) : null,
        share: null,
      })),
    );
    return {
      on: formsTable.sheet,
      outcome: `Анкеты опубликованы: ${spheres.size}, ссылок для учреждений: ${taking.length}. Они на листе «Формы».`,
    };
  });
}

function openOrCreate(sphere: SphereId, institutions: readonly string[]) {
  const known = recall<KnownForm>(FORM_STATE + sphere);
  const questionnaire = officialQuestionnaire(sphere);
  const title = `${questionnaire.title} (${sphereOf(sphere).name})`;
  if (isFilled(known)) return { form: FormApp.openById(known.formId), binding: known };
  let form: GoogleAppsScript.Forms.Form;
  if (known) {
    // An earlier run was cut off between making the form and remembering its questions.
    form = FormApp.openById(known.formId);
    for (const item of form.getItems()) form.deleteItem(item);
  } else {
    form = FormApp.create(title);
    remember(FORM_STATE + sphere, { formId: form.getId() });
  }
  const binding = fillForm(form, title, questionnaire, institutions);
  // Forms made by a script start unpublished since 2026-06-30.
  form.setPublished(true).setAcceptingResponses(true);
  remember(FORM_STATE + sphere, binding);
  return { form, binding };
}

export function isFilled(known: KnownForm | undefined): known is FormBinding {
  return known !== undefined && 'questions' in known;
}

function bySphere(institutions: readonly Institution[]): Map<SphereId, Institution[]> {
  const groups = new Map<SphereId, Institution[]>();
  for (const institution of institutions) {
    const { id } = sphereNamed(institution.sphere)!;
    const group = groups.get(id);
    if (group) group.push(institution);
    else groups.set(id, [institution]);
  }
  return groups;
}
