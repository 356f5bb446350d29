import type { Kernel } from '../../kernel/kernel.ts';
import { type AnswerProblem, checkAnswer, isBlank } from './answer-check.ts';
import { addDestinationRow, replaceDestinationRow } from './destination.ts';
import type { Answers, AnswerValue, FormRecord, ItemRecord, ResponseRecord } from './form-record.ts';
import { isQuestion } from './form-record.ts';
import { readForm, readItems } from './form-store.ts';
import { rowsOfGrids } from './grid-rows.ts';
import { answersOnVisitedPages, type FormPage, pagesOf, walk } from './navigation.ts';
import {
  appendResponse,
  changeResponse,
  findResponse,
  newEditKey,
  newResponseId,
  responseIdByToken,
} from './response-log.ts';
import { raiseFormSubmit } from './submit-event.ts';
import { isEmail } from './text-rules.ts';

/** Why a form as a whole takes no answer. */
export type ClosedReason = 'unpublished' | 'closed' | 'sign-in';

/** Why answers were not taken: the form is closed, or some of them are wrong. */
export type Refusal =
  | { code: 'form-closed'; reason: ClosedReason }
  /** The answers lead round in a circle and never to the end. */
  | { code: 'never-ends' }
  | { code: 'invalid'; problems: SubmissionProblem[] };

export interface SubmissionProblem {
  /** The item's id, or 'email' for the respondent's address. */
  where: number | 'email';
  /** Index of the page that the question stands on. */
  page: number;
  problem: AnswerProblem | { code: 'not-an-email'; got: string };
}

export class SubmissionRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`the form did not take the answers: ${JSON.stringify(refusal)}`);
    this.refusal = refusal;
  }
}

export interface Sender {
  /** The same token never makes a second response: a double click or a repeated request. */
  token?: string;
  /** Asked for where the form collects addresses. */
  email?: string;
}

/** A form that takes no answers from the page, and why. */
export function closedReason(form: FormRecord): ClosedReason | undefined {
  if (!form.published) return 'unpublished';
  if (!form.acceptingResponses) return 'closed';
  // The workspace's public pages know no accounts, so what Google ties to an account stays closed.
  if (form.requireLogin || form.limitOneResponsePerUser) return 'sign-in';
  return undefined;
}

/**
 * Sends answers as a respondent: the way that the form's page takes. Answers to questions
 * on pages that these answers do not lead through are discarded.
 *
 * @param answers by item id, in the shapes of `AnswerValue`
 * @returns the response's id; that of the first one when the token was used before
 * @throws SubmissionRefused when nothing was stored
 */
export function submitAnswers(kernel: Kernel, formId: string, answers: Answers, sender: Sender = {}): string {
  const sent = sender.token === undefined ? undefined : responseIdByToken(kernel, formId, sender.token);
  if (sent !== undefined) return sent;
  const form = readForm(kernel, formId);
  return storeResponse(kernel, formId, {
    submittedMs: kernel.clock.now(),
    answers: acceptedAnswers(form, readItems(kernel, formId), answers, sender.email),
    email: form.collectEmail ? (sender.email ?? '').trim() : '',
    token: sender.token,
    raiseEvents: true,
  }).id;
}

/** Changes a response that was sent before, where the form allows it. Its id stays. */
export function editAnswers(
  kernel: Kernel,
  formId: string,
  responseId: string,
  answers: Answers,
  sender: Sender,
): void {
  const form = readForm(kernel, formId);
  const before = findResponse(kernel, formId, responseId);
  if (!before || !form.allowResponseEdits) throw new SubmissionRefused({ code: 'form-closed', reason: 'closed' });
  const accepted = acceptedAnswers(form, readItems(kernel, formId), answers, sender.email);
  const email = form.collectEmail ? (sender.email ?? '').trim() : before.email;
  // A double click on "save" is one change.
  if (email === before.email && JSON.stringify(accepted) === JSON.stringify(before.answers)) return;
  const gridRows = rowsOfGrids(readItems(kernel, formId), accepted);
  const response: ResponseRecord = { ...before, submittedMs: kernel.clock.now(), answers: accepted, gridRows, email };
  kernel.store.transaction(() => {
    changeResponse(kernel, formId, response);
    const row = replaceDestinationRow(kernel, formId, before, response);
    raiseFormSubmit(kernel, formId, response.id, row);
  });
}

/** @throws SubmissionRefused */
function acceptedAnswers(
  form: FormRecord,
  items: readonly ItemRecord[],
  answers: Answers,
  email: string | undefined,
): Answers {
  const reason = closedReason(form);
  if (reason) throw new SubmissionRefused({ code: 'form-closed', reason });
  const pages = pagesOf(items);
  const { visited, ends } = walk(pages, answers);
  const problems = visited.flatMap((index) => pageProblems(pages[index] as FormPage, answers));
  if (form.collectEmail) problems.unshift(...emailProblems(email));
  if (problems.length > 0) throw new SubmissionRefused({ code: 'invalid', problems });
  if (!ends) throw new SubmissionRefused({ code: 'never-ends' });
  return withoutBlanks(answersOnVisitedPages(pages, answers));
}

/** What is wrong on one page. */
export function pageProblems(page: FormPage, answers: Answers): SubmissionProblem[] {
  const problems: SubmissionProblem[] = [];
  for (const item of page.items) {
    if (!isQuestion(item)) continue;
    const problem = checkAnswer(item, answers[item.id]);
    if (problem) problems.push({ where: item.id, page: page.index, problem });
  }
  return problems;
}

/** The address is asked on the first page. */
export function emailProblems(email: string | undefined): SubmissionProblem[] {
  if (isBlank(email)) return [{ where: 'email', page: 0, problem: { code: 'required' } }];
  if (isEmail(email as string)) return [];
  return [{ where: 'email', page: 0, problem: { code: 'not-an-email', got: email as string } }];
}

function withoutBlanks(answers: Answers): Answers {
  const kept: Record<number, AnswerValue> = {};
  for (const [id, answer] of Object.entries(answers)) if (!isBlank(answer)) kept[Number(id)] = answer;
  return kept;
}

export interface NewResponse {
  submittedMs: number;
  answers: Answers;
  email: string;
  token?: string;
  /** A script's own `submit()` raises none. */
  raiseEvents: boolean;
}

/** Keeps a response, its row in the destination sheet and its events as one change: all or none. */
export function storeResponse(kernel: Kernel, formId: string, sent: NewResponse): ResponseRecord {
  const { raiseEvents, ...rest } = sent;
  const gridRows = rowsOfGrids(readItems(kernel, formId), sent.answers);
  const response: ResponseRecord = { id: newResponseId(), editKey: newEditKey(), ...rest, gridRows };
  kernel.store.transaction(() => {
    appendResponse(kernel, formId, response);
    const row = addDestinationRow(kernel, formId, response);
    if (raiseEvents) raiseFormSubmit(kernel, formId, response.id, row);
  });
  kernel.announce('files');
  return response;
}
