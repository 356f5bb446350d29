import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { byteShelf } from '../services/drive/byte-shelf.ts';
import type { MessageRecord } from '../services/mail/message.ts';
import { outbox } from '../services/mail/outbox.ts';
import { renderMessage } from '../services/mail/outbox-files.ts';
import type { Workspace } from '../workspace-api.ts';
import { download } from './downloads.ts';
import { FRAME_SANDBOX, FRAME_SANDBOX_POLICY, linksOpenOutside } from './foreign-html.ts';
import { section, table } from './home-sections.ts';
import type { Moments } from './moments.ts';
import { type Html, pageFrame } from './page-frame.ts';

/** A message's own HTML: no script, nothing from the network, no way to the workspace. */
const MESSAGE_POLICY = `${FRAME_SANDBOX_POLICY}; default-src 'none'; img-src data:; style-src 'unsafe-inline'`;

/** Shown on the first page; older ones are a link away. */
const SHOWN_MESSAGES = 10;

export function outboxPages(workspace: Workspace, moments: Moments): Hono {
  const { kernel } = workspace;
  const app = new Hono();
  const messageOf = (context: Context): MessageRecord | undefined =>
    outbox(kernel)[Number(context.req.param('number')) - 1];

  app.get('/outbox', (context) => {
    const rows = messageRows(outbox(kernel), moments);
    const body = html`<h1>Отправленные письма</h1>
      <section class="card">${table('Письма', MESSAGE_TITLES, rows, 'Писем нет.')}</section>`;
    return context.html(pageFrame({ title: 'Отправленные письма', body }));
  });

  app.get('/outbox/:number{[0-9]+}', (context) => {
    const message = messageOf(context);
    if (!message) return context.notFound();
    return context.html(
      pageFrame({ title: message.subject || 'Письмо без темы', body: messageBody(message, moments) }),
    );
  });

  app.get('/outbox/:number{[0-9]+}/eml', async (context) => {
    const message = messageOf(context);
    if (!message) return context.notFound();
    return download(context, message.fileName, 'message/rfc822', await renderMessage(kernel, message));
  });

  app.get('/outbox/:number{[0-9]+}/html', (context) => {
    const message = messageOf(context);
    if (message?.html === undefined) return context.notFound();
    const shown = withPictures(message, (bytes) => byteShelf(kernel).read(bytes));
    return context.html(linksOpenOutside(shown), 200, { 'content-security-policy': MESSAGE_POLICY });
  });

  app.get('/outbox/:number{[0-9]+}/files/:index{[0-9]+}', (context) => {
    const file = messageOf(context)?.files[Number(context.req.param('index'))];
    if (!file) return context.notFound();
    return download(context, file.name, file.contentType, byteShelf(kernel).read(file.bytes));
  });

  return app;
}

const MESSAGE_TITLES = ['Кому', 'Тема', 'Отправлено', 'Вложения', 'Файл'];

export function outboxSection(messages: readonly MessageRecord[], moments: Moments): Html {
  const body = html`${table('Письма', MESSAGE_TITLES, messageRows(messages.slice(-SHOWN_MESSAGES), moments), 'Писем нет.')}
  ${messages.length > SHOWN_MESSAGES ? html`<p><a href="/outbox">Все письма: ${messages.length}</a></p>` : ''}`;
  return section('outbox', 'Письма', messages.length, body);
}

/** Newest first. */
function messageRows(messages: readonly MessageRecord[], moments: Moments): (Html | string)[][] {
  return messages
    .map((message) => [
      message.to.join(', '),
      html`<a href="/outbox/${message.number}">${message.subject || 'Без темы'}</a>`,
      moments.full(message.sentMs),
      attachments(message).length === 0 ? '–' : String(attachments(message).length),
      html`<a href="/outbox/${message.number}/eml">.eml<span class="hidden">: ${message.subject}</span></a>`,
    ])
    .reverse();
}

function attachments({ files }: MessageRecord) {
  return files.flatMap((file, index) => (file.contentId === undefined ? [{ ...file, index }] : []));
}

function messageBody(message: MessageRecord, moments: Moments): Html {
  const files = attachments(message);
  const people = [
    ['От кого', [message.fromName ? `${message.fromName} <${message.from}>` : message.from]],
    ['Кому', message.to],
    ['Копия', message.cc],
    ['Скрытая копия', message.bcc],
    ['Отвечать', message.replyTo ? [message.replyTo] : []],
    ['Отправлено', [moments.spoken(message.sentMs)]],
  ] as const;
  return html`<h1>${message.subject || 'Без темы'}</h1>
    <article class="card">
      <dl>
        ${people.map(([title, values]) =>
          values.length === 0
            ? ''
            : html`<dt>${title}</dt>
                <dd>${values.join(', ')}</dd>`,
        )}
      </dl>
      ${
        message.html === undefined
          ? html`<pre tabindex="0" aria-label="Текст письма">${message.text ?? ''}</pre>`
          : html`<iframe sandbox="${FRAME_SANDBOX}" src="/outbox/${message.number}/html" title="Текст письма"></iframe>`
      }
      ${
        message.html !== undefined && message.text
          ? html`<details>
              <summary>Текст без оформления</summary>
              <pre tabindex="0" aria-label="Текст без оформления">${message.text}</pre>
            </details>`
          : ''
      }
      ${
        files.length === 0
          ? ''
          : html`<h2>Вложения</h2>
              <ul>
                ${files.map(
                  (file) =>
                    html`<li>
                      <a href="/outbox/${message.number}/files/${file.index}">${file.name}</a>
                      <span class="quiet">${Math.ceil(file.sizeBytes / 1024)} КБ</span>
                    </li>`,
                )}
              </ul>`
      }
      <p><a class="button" href="/outbox/${message.number}/eml">Скачать .eml</a></p>
    </article>`;
}

/** Pictures that the HTML names by `cid:` become part of it: the frame has no way to fetch them. */
function withPictures(message: MessageRecord, read: (bytes: string) => Uint8Array): string {
  let shown = message.html ?? '';
  for (const { contentId, contentType, bytes } of message.files) {
    if (contentId === undefined || !/^image\/[\w.+-]+$/.test(contentType)) continue;
    const data = `data:${contentType};base64,${Buffer.from(read(bytes)).toString('base64')}`;
    shown = shown.replaceAll(`cid:${contentId}`, data);
  }
  return shown;
}
