import { html } from 'hono/html';
import type { ExecutionRecord, Workspace } from '../workspace-api.ts';
import type { Moments } from './moments.ts';
import { durationWords } from './moments.ts';
import type { Html } from './page-frame.ts';

export interface ClockNotice {
  /** The last execution before the clock was moved: what came after it ran because of it. */
  ranAfterId?: number;
  error?: string;
}

/** The workspace's clock: what it shows, how to move it, what ran on the way. */
export function clockCard(workspace: Workspace, moments: Moments, notice: ClockNotice): Html {
  const { clock, user } = workspace.kernel;
  const now = clock.now();
  return html`<section id="clock" class="card clock" aria-labelledby="clock-title" data-live>
    <h2 id="clock-title">Часы</h2>
    <p class="time">
      <time datetime="${new Date(now).toISOString()}" data-running="${clock.running}" data-zone="${user.timeZone}"
        >${moments.spoken(now)}</time
      >
    </p>
    <p class="quiet">${clock.running ? 'Идут' : 'Стоят'} · ${user.timeZone}</p>
    <form method="post" action="/clock">
      <div class="buttons">
        <button name="by" value="day">На день вперёд</button>
        <button name="by" value="week">На неделю вперёд</button>
        <button name="by" value="${clock.running ? 'pause' : 'resume'}" class="plain">
          ${clock.running ? 'Остановить' : 'Запустить'}
        </button>
      </div>
    </form>
    <form method="post" action="/clock" class="move-to">
      <label for="clock-to">Перевести на</label>
      <input id="clock-to" name="to" type="datetime-local" required min="${moments.input(now)}" value="${moments.input(now)}" />
      <button>Перевести</button>
    </form>
    ${notice.error ? html`<p class="problem" role="alert">${notice.error}</p>` : ''}
    ${notice.ranAfterId === undefined ? '' : whatRan(workspace.executions(), notice.ranAfterId, moments)}
  </section>`;
}

function whatRan(executions: readonly ExecutionRecord[], afterId: number, moments: Moments): Html {
  const ran = executions.filter((execution) => execution.id > afterId);
  if (ran.length === 0) return html`<p role="status">Часы переведены. По триггерам ничего не запускалось.</p>`;
  return html`<div role="status" class="ran">
    <p>Часы переведены. Запусков: ${ran.length}.</p>
    <ul class="ran-list">
      ${ran.map(
        (execution) =>
          html`<li>
            ${moments.full(execution.startedMs)} — <a href="#run-${execution.id}">${execution.functionName}</a>,
            ${statusWords(execution)}, ${durationWords(execution.estimatedMs)}
          </li>`,
      )}
    </ul>
  </div>`;
}

const STATUS: Readonly<Record<ExecutionRecord['status'], string>> = {
  completed: '✓ выполнено',
  failed: '▲ ошибка',
  'timed-out': '▲ не хватило времени',
};

/** A word and a sign, never colour alone. */
export function statusWords({ status }: ExecutionRecord): string {
  return STATUS[status];
}
