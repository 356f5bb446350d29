import { Hono } from 'hono';
import { html } from 'hono/html';
import { publishedUrl } from '../services/forms/addresses.ts';
import { type AnswerValue, type ItemRecord, isQuestion, type ResponseRecord } from '../services/forms/form-record.ts';
import { findForm, readItems } from '../services/forms/form-store.ts';
import { responsesOf } from '../services/forms/response-log.ts';
import type { Workspace } from '../workspace-api.ts';
import { section, table } from './home-sections.ts';
import type { Moments } from './moments.ts';
import { type Html, pageFrame } from './page-frame.ts';

/** Responses shown whole; the sheet has all of them. */
const SHOWN_RESPONSES = 20;

/** Where Google edits a form: here it shows the questions and the answers; forms are made by the script. */
export function formSummaryPages(workspace: Workspace, moments: Moments): Hono {
  const { kernel } = workspace;
  const app = new Hono();
  app.get('/forms/d/:id/edit', (context) => {
    const form = findForm(kernel, context.req.param('id'));
    if (!form) return context.notFound();
    const items = readItems(kernel, form.id);
    const responses = responsesOf(kernel, form.id);
    const body = html`<header class="top">
        <h1>${form.title}</h1>
        <p class="quiet">
          ${form.published ? 'Опубликована' : 'Не опубликована'}, ${form.acceptingResponses ? 'ответы принимаются' : 'ответы не принимаются'}
        </p>
        <p class="buttons">
          <a class="button" href="${pathOf(publishedUrl(kernel, form))}">Открыть форму</a>
          ${
            form.destination
              ? html`<a class="button plain" href="/spreadsheets/d/${form.destination.spreadsheetId}/edit">Таблица с ответами</a>`
              : ''
          }
        </p>
      </header>
      ${questionsSection(items)}${responsesSection(items, responses, moments)}`;
    return context.html(pageFrame({ title: form.title, body }));
  });
  return app;
}

export function pathOf(url: string): string {
  return new URL(url).pathname;
}

function questionsSection(items: readonly ItemRecord[]): Html {
  const questions = items.filter(isQuestion);
  const rows = questions.map((item) => [item.title, item.required ? 'обязательный' : 'можно пропустить']);
  return section('questions', 'Вопросы', rows.length, table('Вопросы', ['Вопрос', 'Ответ'], rows, 'Вопросов нет.'));
}

function responsesSection(items: readonly ItemRecord[], responses: readonly ResponseRecord[], moments: Moments): Html {
  const titles = new Map(items.map((item) => [item.id, item.title]));
  const shown = responses.slice(-SHOWN_RESPONSES).reverse();
  const body =
    shown.length === 0
      ? html`<p class="quiet">Ответов ещё нет.</p>`
      : html`<ul class="runs">
          ${shown.map(
            (response) =>
              html`<li class="run">
                <details>
                  <summary>${moments.full(response.submittedMs)}</summary>
                  <dl>
                    ${Object.entries(response.answers).map(
                      ([itemId, value]) =>
                        html`<dt>${titles.get(Number(itemId)) ?? 'Удалённый вопрос'}</dt>
                          <dd>${answerWords(value)}</dd>`,
                    )}
                  </dl>
                </details>
              </li>`,
          )}
        </ul>`;
  return section('responses', 'Последние ответы', responses.length, body);
}

function answerWords(value: AnswerValue): string {
  return Array.isArray(value)
    ? value.map((part) => (Array.isArray(part) ? part.join(', ') : (part ?? '–'))).join('; ')
    : value;
}
