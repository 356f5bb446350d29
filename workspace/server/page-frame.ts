import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Page {
  title: string;
  body: Html | Html[];
  /** The way back, for every page but the first. */
  isHome?: boolean;
  /** Pages that follow the workspace's changes. */
  script?: 'home';
}

/** What all pages of the workspace share, the grid's apart: it fills the whole window. */
export function pageFrame({ title, body, isHome = false, script }: Page): Html {
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page/fonts.css" />
        <link rel="stylesheet" href="/assets/page/home.css" />
        ${script ? html`<script defer src="/assets/page/${script}.js"></script>` : ''}
      </head>
      <body>
        <a class="skip" href="#content">К содержанию</a>
        ${isHome ? '' : html`<nav class="back" aria-label="Назад"><a href="/">◂ Рабочее пространство</a></nav>`}
        <main id="content" tabindex="-1">${body}</main>
      </body>
    </html>`;
}
