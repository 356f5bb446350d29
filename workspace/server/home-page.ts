import { Hono } from 'hono';
import { html } from 'hono/html';
import { type FileRecord, MIME } from '../kernel/files.ts';
import { zonedTime } from '../kernel/time-zone.ts';
import { fileUrl } from '../services/drive/addresses.ts';
import { publishedUrl } from '../services/forms/addresses.ts';
import { findForm } from '../services/forms/form-store.ts';
import { responsesOf } from '../services/forms/response-log.ts';
import { outbox } from '../services/mail/outbox.ts';
import type { Workspace } from '../workspace-api.ts';
import { calendarSection } from './calendar-pages.ts';
import { type ClockNotice, clockCard } from './clock-card.ts';
import { pathOf } from './form-summary-pages.ts';
import { executionsSection, section, table, triggersSection } from './home-sections.ts';
import type { Moments } from './moments.ts';
import { outboxSection } from './outbox-pages.ts';
import { type Html, pageFrame } from './page-frame.ts';
import { quotasSection } from './quotas-section.ts';

/** The first page: a small Drive with everything that the script has made and done. */
export function homePage(workspace: Workspace, moments: Moments): Hono {
  const app = new Hono();
  app.get('/', (context) => {
    const notice = clockNotice(context.req.query('clock'), context.req.query('ran'));
    return context.html(renderHome(workspace, moments, notice));
  });
  app.post('/executions/:id/stop', (context) => {
    // One that has ended meanwhile needs no stopping.
    workspace.stop(Number(context.req.param('id')));
    return context.redirect('/#executions', 303);
  });
  return app;
}

function clockNotice(problem: string | undefined, ran: string | undefined): ClockNotice {
  if (problem === 'past') return { error: 'Часы переводятся только вперёд. Выберите время позже того, что на часах.' };
  if (problem === 'unread') return { error: 'Не удалось прочесть дату. Укажите день и время.' };
  return ran !== undefined && /^\d+$/.test(ran) ? { ranAfterId: Number(ran) } : {};
}

function renderHome(workspace: Workspace, moments: Moments, notice: ClockNotice): Html {
  const { kernel } = workspace;
  const files = kernel.files.all().filter((file) => !file.trashed && file.mimeType !== MIME.folder);
  const { triggers } = kernel;
  const name = kernel.files.get(workspace.containerId)?.name ?? 'Рабочее пространство';
  const parts = [
    filesSection(files, moments),
    formsSection(workspace, files),
    outboxSection(outbox(kernel), moments),
    calendarSection(kernel, moments),
    triggersSection(
      triggers.all().map((trigger) => ({
        trigger,
        sourceName: trigger.sourceId === null ? undefined : kernel.files.get(trigger.sourceId)?.name,
        nextMs: triggers.nextMs(trigger),
      })),
      moments,
    ),
    executionsSection(workspace.executions(), workspace.running(), moments),
    quotasSection(kernel, triggersRunMsToday(workspace)),
  ];
  const body = html`<header class="top">
      <h1>${name}</h1>
      <p class="quiet">Локальное рабочее пространство · ${kernel.user.email}</p>
      <nav aria-label="Разделы">
        <ul>
          ${SECTIONS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
        </ul>
      </nav>
    </header>
    ${clockCard(workspace, moments, notice)}${parts}`;
  return pageFrame({ title: `${name} — рабочее пространство`, body, isHome: true, script: 'home' });
}

const SECTIONS = [
  ['clock', 'Часы'],
  ['files', 'Файлы'],
  ['forms', 'Формы'],
  ['outbox', 'Письма'],
  ['calendar', 'Календарь'],
  ['triggers', 'Триггеры'],
  ['executions', 'Выполнения'],
  ['quotas', 'Квоты'],
] as const;

const KINDS: Readonly<Record<string, string>> = {
  [MIME.spreadsheet]: 'таблица',
  [MIME.document]: 'документ',
  [MIME.form]: 'форма',
};

function filesSection(files: readonly FileRecord[], moments: Moments): Html {
  const shown = files.filter((file) => file.mimeType !== MIME.form).sort((a, b) => b.updatedMs - a.updatedMs);
  const rows = shown.map((file) => [
    html`<a href="${fileUrl('', file)}">${file.name}</a>`,
    KINDS[file.mimeType] ?? file.mimeType,
    moments.full(file.updatedMs),
    downloads(file),
  ]);
  return section(
    'files',
    'Файлы',
    rows.length,
    table('Файлы', ['Имя', 'Вид', 'Изменён', 'Скачать'], rows, 'Файлов нет.'),
  );
}

const DOWNLOADS: Readonly<Record<string, readonly string[]>> = {
  [MIME.spreadsheet]: ['xlsx'],
  [MIME.document]: ['docx', 'pdf'],
};

function downloads(file: FileRecord): Html {
  const kinds = DOWNLOADS[file.mimeType];
  if (!kinds) return html`<a href="/uc?id=${file.id}">скачать<span class="hidden">: ${file.name}</span></a>`;
  return html`${kinds.map(
    (kind) => html`<a href="/files/${file.id}/${kind}">.${kind}<span class="hidden">: ${file.name}</span></a> `,
  )}`;
}

function formsSection(workspace: Workspace, files: readonly FileRecord[]): Html {
  const { kernel } = workspace;
  const rows = files.flatMap((file) => {
    const form = file.mimeType === MIME.form ? findForm(kernel, file.id) : undefined;
    if (!form) return [];
    return [
      [
        html`<a href="${pathOf(publishedUrl(kernel, form))}">${file.name || form.title}</a>`,
        form.published ? (form.acceptingResponses ? '✓ принимает ответы' : '– приём закрыт') : '– не опубликована',
        html`<a href="${fileUrl('', file)}">${responsesOf(kernel, form.id).length}<span class="hidden"> ответов: ${form.title}</span></a>`,
      ],
    ];
  });
  return section('forms', 'Формы', rows.length, table('Формы', ['Форма', 'Состояние', 'Ответов'], rows, 'Форм нет.'));
}

/** Run time of triggers on the clock's day, as the log has it. */
function triggersRunMsToday(workspace: Workspace): number {
  const { clock, scriptTimeZone } = workspace.kernel;
  const today = zonedTime(clock.now(), scriptTimeZone);
  return workspace
    .executions()
    .filter(({ kind, startedMs }) => {
      const { year, month, day } = zonedTime(startedMs, scriptTimeZone);
      return kind === 'trigger' && year === today.year && month === today.month && day === today.day;
    })
    .reduce((sum, { estimatedMs, tookMs }) => sum + Math.max(estimatedMs, tookMs), 0);
}
