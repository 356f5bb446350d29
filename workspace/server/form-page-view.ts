import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { FormRecord } from '../services/forms/form-record.ts';
import { isQuestion } from '../services/forms/form-record.ts';
import type { FormPage } from '../services/forms/navigation.ts';
import type { SubmissionProblem } from '../services/forms/submission.ts';
import { linked } from './form-page-links.ts';
import { carried, firstFieldId, type Markup, question } from './form-page-questions.ts';
import type { FilledIn } from './form-page-state.ts';
import { FORM_PAGE_STYLE } from './form-page-style.ts';
import { errorsHeading, pageOf, problemWords, WORDS } from './form-page-words.ts';

const STYLE_HASH = createHash('sha256').update(FORM_PAGE_STYLE).digest('base64');

/** Nothing but the page's own style and its own form: no script, no frame, no other site. */
export const FORM_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function document(title: string, body: Markup): Markup {
  return html`<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${raw(FORM_PAGE_STYLE)}</style></head><body><main>${body}</main></body></html>`;
}

/** A page that only says something: closed, not found, thanks. */
export function messagePage(
  heading: string,
  text: string,
  links: readonly { href: string; words: string }[] = [],
): Markup {
  return document(
    heading,
    html`<header><h1>${heading}</h1><p>${linked(text)}</p></header>${links.length > 0 ? html`<div class="buttons">${links.map(({ href, words }, index) => html`<a class="button${index > 0 ? ' second' : ''}" href="${href}">${words}</a>`)}</div>` : ''}`,
  );
}

export interface ShownPage {
  form: FormRecord;
  pages: readonly FormPage[];
  page: FormPage;
  filledIn: FilledIn;
  problems: readonly SubmissionProblem[];
  /** A word about the form as a whole. */
  notice?: string;
  /** The question that the reader is to be brought to. */
  focusedItemId?: number;
  /** Does leaving this page send the form, whatever is answered on it? */
  isLast: boolean;
  action: string;
}

export function formPage(shown: ShownPage): Markup {
  const { form, page, problems, action, notice } = shown;
  const where = problems.length > 0 ? errorsHeading(problems.length) : (page.pageBreak?.title ?? '');
  const title = where === '' ? form.title : `${where} — ${form.title}`;
  const first = page.index === 0;
  return document(
    title,
    html`<header><h1>${form.title}</h1>${first && form.description ? html`<p>${linked(form.description)}</p>` : ''}${form.progressBar && shown.pages.length > 1 ? progress(shown) : ''}${asksAnything(shown) ? html`<p class="quiet">${WORDS.requiredLegend}</p>` : ''}</header>${problems.length > 0 ? errors(shown) : ''}${notice ? html`<div class="errors" role="alert">${notice}</div>` : ''}<form method="post" action="${action}" novalidate accept-charset="utf-8">${hidden(shown)}${page.pageBreak ? section(page.pageBreak.title, page.pageBreak.helpText) : ''}${first && form.collectEmail ? email(shown) : ''}${page.items.map((item) => (isQuestion(item) ? shownQuestion(shown, item) : section(item.title, item.helpText)))}${buttons(shown)}</form>`,
  );
}

function asksAnything({ form, page }: ShownPage): boolean {
  return (page.index === 0 && form.collectEmail) || page.items.some((item) => isQuestion(item) && item.required);
}

function progress({ page, pages }: ShownPage): Markup {
  const words = pageOf(page.index + 1, pages.length);
  return html`<p class="quiet">${words}<progress max="${pages.length}" value="${page.index + 1}" aria-label="${words}"></progress></p>`;
}

function section(title: string, text: string): Markup {
  if (title === '' && text === '') return html``;
  return html`<div class="section">${title ? html`<h2>${title}</h2>` : ''}${text ? html`<p>${linked(text)}</p>` : ''}</div>`;
}

/** What is wrong, first thing on the page, each with the way to its question. */
function errors({ page, problems }: ShownPage): Markup {
  const lines = problems.map((problem) => {
    const item = page.items.find(({ id }) => id === problem.where);
    const title = problem.where === 'email' ? WORDS.email : (item?.title ?? '');
    return html`<li><a href="#${firstFieldId(problem.where)}">${title ? `${title} — ` : ''}${problemWords(problem)}</a></li>`;
  });
  return html`<div class="errors" role="alert" tabindex="-1" autofocus><h2>${errorsHeading(problems.length)}</h2><ul>${lines}</ul></div>`;
}

/** Everything that must come back with the page: who sends, where they are, what they have answered elsewhere. */
function hidden({ page, pages, form, filledIn }: ShownPage): Markup {
  const elsewhere = pages.flatMap((other) =>
    other === page
      ? []
      : other.items.flatMap((item) => {
          const answer = filledIn.answers[item.id];
          return isQuestion(item) && answer !== undefined ? [carried(item, answer)] : [];
        }),
  );
  const carriesEmail = form.collectEmail && page.index !== 0 && filledIn.email;
  return html`<input type="hidden" name="token" value="${filledIn.token}"><input type="hidden" name="page" value="${page.index}">${filledIn.editKey ? html`<input type="hidden" name="edit2" value="${filledIn.editKey}">` : ''}${carriesEmail ? html`<input type="hidden" name="emailAddress" value="${filledIn.email}">` : ''}${elsewhere}`;
}

function shownQuestion(shown: ShownPage, item: Parameters<typeof question>[0]['item']): Markup {
  const problem = shown.problems.find(({ where }) => where === item.id);
  return question({
    item,
    answer: shown.filledIn.answers[item.id],
    error: problem && problemWords(problem),
    focused: shown.focusedItemId === item.id,
  });
}

function email({ filledIn, problems }: ShownPage): Markup {
  const problem = problems.find(({ where }) => where === 'email');
  const id = firstFieldId('email');
  const error = problem ? html`<p class="error" id="e-email">${problemWords(problem)}</p>` : '';
  const state = problem ? html` aria-invalid="true" aria-describedby="e-email"` : '';
  return html`<div class="q${problem ? ' invalid' : ''}"><label class="title" for="${id}">${WORDS.email} <span class="star" role="img" aria-label="${WORDS.required}">*</span></label>${error}<input id="${id}" name="emailAddress" type="email" autocomplete="email" aria-required="true"${state} value="${filledIn.email}"></div>`;
}

/** The first button is the one that Enter presses. */
function buttons({ page, isLast, filledIn }: ShownPage): Markup {
  const onward = isLast ? (filledIn.editKey ? WORDS.save : WORDS.submit) : WORDS.next;
  return html`<div class="buttons"><button name="action" value="next">${onward}</button>${page.index > 0 ? html`<button class="second" name="action" value="back">${WORDS.back}</button>` : ''}</div>`;
}
