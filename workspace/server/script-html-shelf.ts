import { randomUUID } from 'node:crypto';

/** HTML that scripts have shown or returned, kept until its frame has taken it. */
export interface ScriptHtmlShelf {
  /** @returns the address for the frame */
  put(html: string): string;
  take(token: string): string | undefined;
  /** The frame's policy: an origin of its own, so that its script cannot reach the workspace but by messages. */
  readonly policy: string;
}

/** Pages kept; an abandoned window's page goes when so many newer ones have come. */
const KEPT = 50;

const CLIENT = '<script src="/assets/page/script-client.js"></script>';

const POLICY = [
  'sandbox allow-scripts allow-forms allow-popups',
  "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'",
  "frame-ancestors 'self'",
].join('; ');

export function openScriptHtmlShelf(): ScriptHtmlShelf {
  const pages = new Map<string, string>();
  return {
    put(html) {
      const token = randomUUID();
      pages.set(token, withClient(html));
      if (pages.size > KEPT) pages.delete(pages.keys().next().value as string);
      return `/script/html/${token}`;
    },
    take: (token) => pages.get(token),
    policy: POLICY,
  };
}

/** The client goes first: the page's own scripts use `google.script` while it loads. */
function withClient(html: string): string {
  const head = /<head[^>]*>/i.exec(html);
  if (head) return html.slice(0, head.index + head[0].length) + CLIENT + html.slice(head.index + head[0].length);
  const root = /<html[^>]*>/i.exec(html);
  if (root) return html.slice(0, root.index + root[0].length) + CLIENT + html.slice(root.index + root[0].length);
  return `<!doctype html>${CLIENT}<meta charset="utf-8">${html}`;
}
