import { type Context, Hono } from 'hono';
import { pathOfShortCode } from '../services/forms/addresses.ts';
import type { FormRecord, ItemRecord, ResponseRecord } from '../services/forms/form-record.ts';
import { findPublishedForm, readItems } from '../services/forms/form-store.ts';
import { answersToday } from '../services/forms/grid-rows.ts';
import {
  alwaysSubmits,
  answersOnVisitedPages,
  type FormPage,
  nextPage,
  pagesOf,
  walk,
} from '../services/forms/navigation.ts';
import { findResponse, responseIdByToken, responsesOf } from '../services/forms/response-log.ts';
import {
  closedReason,
  editAnswers,
  emailProblems,
  pageProblems,
  type SubmissionProblem,
  SubmissionRefused,
  submitAnswers,
} from '../services/forms/submission.ts';
import type { Workspace } from '../workspace-api.ts';
import type { Markup } from './form-page-questions.ts';
import { shuffledPages } from './form-page-shuffle.ts';
import { type FilledIn, filledInFrom, type PostedPage, postedPage } from './form-page-state.ts';
import { FORM_PAGE_POLICY, formPage, messagePage, type ShownPage } from './form-page-view.ts';
import { closedWords, WORDS } from './form-page-words.ts';

/** What the pages need of a workspace. */
export type FormPagesHost = Pick<Workspace, 'kernel' | 'settle'>;

export interface FormPagesOptions {
  /** Runs the triggers of a response that has been stored; the respondent does not wait for them. */
  runTriggers?: () => Promise<void>;
}

/**
 * The pages that respondents see, at Google's paths: `/forms/d/e/ID/viewform` and
 * `/forms/d/e/ID/formResponse`, short links at `/forms/s/CODE`. Each step is one request;
 * what was answered before travels in hidden fields and is checked again at the end.
 */
export function formPages(workspace: FormPagesHost, options: FormPagesOptions = {}): Hono {
  const { kernel } = workspace;
  const runTriggers = options.runTriggers ?? (() => workspace.settle());
  const pages = new Hono();

  pages.get('/forms/s/:code', (context) => {
    const path = pathOfShortCode(kernel, context.req.param('code'));
    return path === undefined ? notFound(context) : context.redirect(path, 302);
  });

  pages.get('/forms/d/e/:publishedId/viewform', (context) => {
    const form = findPublishedForm(kernel, context.req.param('publishedId'));
    if (!form) return notFound(context);
    const items = readItems(kernel, form.id);
    const filledIn = filledInFrom(items, new URL(context.req.url).searchParams);
    if (closedReason(form)) return closed(context, form);
    if (filledIn.editKey === '') return step(context, form, items, filledIn, 0);
    const response = responseByEditKey(form, filledIn.editKey);
    if (!response || !form.allowResponseEdits) return page(context, messagePage(form.title, WORDS.notEditable));
    return step(
      context,
      form,
      items,
      { ...filledIn, answers: answersToday(items, response), email: response.email },
      0,
    );
  });

  pages.post('/forms/d/e/:publishedId/formResponse', async (context) => {
    const form = findPublishedForm(kernel, context.req.param('publishedId'));
    if (!form) return notFound(context);
    const items = readItems(kernel, form.id);
    const posted = postedPage(items, new URLSearchParams(await context.req.text()));
    const sent = responseIdByToken(kernel, form.id, posted.filledIn.token);
    if (sent !== undefined) return repeated(context, form, items, posted.filledIn, sent);
    if (closedReason(form)) return closed(context, form);
    return answer(context, form, items, posted);
  });

  // A reload of the thanks page or a link copied from it begins anew.
  pages.get('/forms/d/e/:publishedId/formResponse', (context) =>
    context.redirect(`/forms/d/e/${context.req.param('publishedId')}/viewform`, 302),
  );

  function answer(context: Context, form: FormRecord, items: readonly ItemRecord[], posted: PostedPage) {
    const formPagesList = pagesOf(items);
    const { filledIn, action } = posted;
    const { visited } = walk(formPagesList, filledIn.answers);
    const reached = visited.includes(posted.page) ? posted.page : (visited[visited.length - 1] as number);
    if (action.do === 'clear') {
      const { [action.itemId]: _, ...answers } = filledIn.answers;
      return step(context, form, items, { ...filledIn, answers }, reached, { focusedItemId: action.itemId });
    }
    if (action.do === 'back') return step(context, form, items, filledIn, visited[visited.indexOf(reached) - 1] ?? 0);
    const page = formPagesList[reached] as FormPage;
    const problems = pageProblems(page, filledIn.answers);
    if (form.collectEmail && reached === 0) problems.unshift(...emailProblems(filledIn.email));
    if (problems.length > 0) return step(context, form, items, filledIn, reached, { problems });
    const next = nextPage(formPagesList, reached, filledIn.answers);
    return next === 'SUBMIT' ? send(context, form, items, filledIn) : step(context, form, items, filledIn, next);
  }

  function send(context: Context, form: FormRecord, items: readonly ItemRecord[], filledIn: FilledIn) {
    try {
      const responseId = store(form, filledIn);
      runTriggers().catch((error: unknown) => console.error('a form trigger could not be run', error));
      return thanks(context, form, responseId);
    } catch (error) {
      if (!(error instanceof SubmissionRefused)) throw error;
      const { refusal } = error;
      if (refusal.code === 'form-closed') return closed(context, form);
      if (refusal.code === 'never-ends') return step(context, form, items, filledIn, 0, { notice: WORDS.neverEnds });
      const page = refusal.problems[0]?.page ?? 0;
      const problems = refusal.problems.filter((problem) => problem.page === page);
      return step(context, form, items, filledIn, page, { problems });
    }
  }

  function store(form: FormRecord, { answers, token, email, editKey }: FilledIn): string {
    if (editKey === '') return submitAnswers(kernel, form.id, answers, { token, email });
    const response = responseByEditKey(form, editKey);
    if (!response) throw new SubmissionRefused({ code: 'form-closed', reason: 'closed' });
    editAnswers(kernel, form.id, response.id, answers, { email });
    return response.id;
  }

  /** The second request of a double click gets the same thanks; one with other answers is told that they do not count. */
  function repeated(
    context: Context,
    form: FormRecord,
    items: readonly ItemRecord[],
    filledIn: FilledIn,
    sent: string,
  ) {
    const response = findResponse(kernel, form.id, sent);
    const now = answersOnVisitedPages(pagesOf(items), filledIn.answers);
    const same = response === undefined || JSON.stringify(response.answers) === JSON.stringify(now);
    return thanks(context, form, sent, same ? undefined : WORDS.alreadyRecorded);
  }

  function responseByEditKey(form: FormRecord, editKey: string): ResponseRecord | undefined {
    return responsesOf(kernel, form.id).find((response) => response.editKey === editKey);
  }

  function thanks(context: Context, form: FormRecord, responseId: string, instead?: string) {
    const path = `/forms/d/e/${form.publishedId}/viewform`;
    const links = form.respondAgainLink ? [{ href: path, words: WORDS.another }] : [];
    const response = findResponse(kernel, form.id, responseId);
    if (form.allowResponseEdits && response) {
      links.push({ href: `${path}?edit2=${encodeURIComponent(response.editKey)}`, words: WORDS.edit });
    }
    return page(context, messagePage(form.title, instead ?? (form.confirmationMessage || WORDS.recorded), links));
  }

  return pages;
}

interface StepDetails {
  problems?: readonly SubmissionProblem[];
  notice?: string;
  focusedItemId?: number;
}

function step(
  context: Context,
  form: FormRecord,
  items: readonly ItemRecord[],
  filledIn: FilledIn,
  index: number,
  details: StepDetails = {},
) {
  const ordered = pagesOf(items);
  const pages = form.shuffleQuestions ? shuffledPages(ordered, filledIn.token) : ordered;
  const shown: ShownPage = {
    form,
    pages,
    page: pages[index] as FormPage,
    filledIn,
    problems: details.problems ?? [],
    notice: details.notice,
    focusedItemId: details.focusedItemId,
    isLast: alwaysSubmits(ordered, index),
    action: `/forms/d/e/${form.publishedId}/formResponse`,
  };
  return page(context, formPage(shown), shown.problems.length > 0 ? 422 : 200);
}

function closed(context: Context, form: FormRecord) {
  const text = closedWords(closedReason(form) ?? 'closed');
  return page(context, messagePage(form.title, form.published && form.closedMessage ? form.closedMessage : text));
}

function notFound(context: Context) {
  return page(context, messagePage(WORDS.notFound, WORDS.notFoundAdvice), 404);
}

function page(context: Context, markup: Markup, status: 200 | 404 | 422 = 200) {
  context.header('content-security-policy', FORM_PAGE_POLICY);
  // The way back in the browser shows what was filled in; nobody else may keep it.
  context.header('cache-control', 'private, no-cache');
  return context.html(markup, status);
}
