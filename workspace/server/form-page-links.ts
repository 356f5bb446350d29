import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** The form's own text with its web addresses as links. */
export function linked(text: string): HtmlEscapedString | Promise<HtmlEscapedString> {
  const parts = text.split(/(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)])/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<a href="${part}" rel="noopener noreferrer">${part}</a>` : part))}`;
}
