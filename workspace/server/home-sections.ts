import { html } from 'hono/html';
import type { TriggerRecord } from '../kernel/triggers.ts';
import type { ExecutionRecord, RunningExecution } from '../workspace-api.ts';
import { statusWords } from './clock-card.ts';
import { durationWords, type Moments } from './moments.ts';
import type { Html } from './page-frame.ts';

/** A part of the first page; `id` is its anchor, and what the live page replaces. */
export function section(id: string, title: string, count: number | undefined, body: Html): Html {
  return html`<section id="${id}" class="card" aria-labelledby="${id}-title" data-live>
    <h2 id="${id}-title">${title}${count === undefined ? '' : html` <span class="count">${count}</span>`}</h2>
    ${body}
  </section>`;
}

/** Rows with named cells: a table on a wide screen, cards on a narrow one. */
export function table(
  caption: string,
  titles: readonly string[],
  rows: readonly (Html | string)[][],
  empty: string,
): Html {
  if (rows.length === 0) return html`<p class="quiet">${empty}</p>`;
  return html`<table>
    <caption class="hidden">${caption}</caption>
    <thead>
      <tr>
        ${titles.map((title) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, index) => html`<td data-title="${titles[index] ?? ''}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const TRIGGER_KINDS: Readonly<Record<TriggerRecord['eventType'], string>> = {
  CLOCK: 'по времени',
  ON_OPEN: 'при открытии файла',
  ON_EDIT: 'при правке файла',
  ON_CHANGE: 'при изменении файла',
  ON_FORM_SUBMIT: 'при ответе на форму',
};

export function triggersSection(
  triggers: readonly { trigger: TriggerRecord; sourceName: string | undefined; nextMs: number | undefined }[],
  moments: Moments,
): Html {
  const rows = triggers.map(({ trigger, sourceName, nextMs }) => [
    trigger.handler,
    sourceName ? `${TRIGGER_KINDS[trigger.eventType]} «${sourceName}»` : TRIGGER_KINDS[trigger.eventType],
    nextMs === undefined ? '–' : moments.full(nextMs),
    trigger.lastFiredMs === undefined ? '–' : moments.full(trigger.lastFiredMs),
  ]);
  const body = table(
    'Триггеры скрипта',
    ['Функция', 'Когда', 'Следующий запуск', 'Последний запуск'],
    rows,
    'Триггеров нет: скрипт их ещё не создал.',
  );
  return section('triggers', 'Триггеры', triggers.length, body);
}

const KINDS: Readonly<Record<ExecutionRecord['kind'], string>> = {
  menu: 'меню',
  editor: 'вручную',
  'simple-trigger': 'простой триггер',
  trigger: 'триггер',
  'custom-function': 'функция в ячейке',
  html: 'окно скрипта',
  'web-app': 'веб-приложение',
};

/** Shown on the first page; the log itself keeps more. */
const SHOWN_EXECUTIONS = 50;

export function executionsSection(
  executions: readonly ExecutionRecord[],
  running: readonly RunningExecution[],
  moments: Moments,
): Html {
  const shown = executions.slice(-SHOWN_EXECUTIONS).reverse();
  const finished =
    shown.length === 0
      ? html`<p class="quiet">Скрипт ещё не запускался.</p>`
      : html`<ul class="runs">
          ${shown.map((execution) => executionItem(execution, moments))}
        </ul>`;
  const body = html`${running.map((run) => runningForm(run, moments))}${finished}`;
  return section('executions', 'Выполнения', executions.length, body);
}

/** A plain form, so that it works without JavaScript. */
function runningForm({ id, functionName, kind, startedMs }: RunningExecution, moments: Moments): Html {
  return html`<form class="running" method="post" action="/executions/${id}/stop">
    <span class="name">${functionName}</span>
    <span class="quiet">идёт с ${moments.full(startedMs)} · ${KINDS[kind]}</span>
    <button>Остановить<span class="hidden">: ${functionName}</span></button>
  </form>`;
}

function executionItem(execution: ExecutionRecord, moments: Moments): Html {
  const calls = Object.entries(execution.calls).sort((a, b) => b[1] - a[1]);
  const callCount = calls.reduce((sum, [, count]) => sum + count, 0);
  return html`<li id="run-${execution.id}" class="run ${execution.status}">
    <details>
      <summary>
        <span class="name">${execution.functionName}</span>
        <span class="state">${statusWords(execution)}</span>
        <span class="quiet">
          ${moments.full(execution.startedMs)} · ${KINDS[execution.kind]} · на Google около
          ${durationWords(execution.estimatedMs)} · вызовов ${callCount}
        </span>
      </summary>
      ${execution.error ? html`<p class="problem">${execution.error}</p>` : ''}
      ${
        execution.log.length === 0
          ? html`<p class="quiet">Записей в журнале нет.</p>`
          : html`<pre tabindex="0" aria-label="Журнал запуска">${execution.log
              .map((line) => `${line.level}  ${line.text}`)
              .join('\n')}</pre>`
      }
      ${
        calls.length === 0
          ? ''
          : table(
              'Вызовы служб Google',
              ['Метод', 'Вызовов'],
              calls.map(([method, count]) => [method, String(count)]),
              '',
            )
      }
    </details>
  </li>`;
}
