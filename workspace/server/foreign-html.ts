/**
 * HTML that somebody else wrote (messages, documents), shown in a frame: nothing in it runs,
 * and its links open in a window of their own, which is not held by the frame's limits.
 */
export const FRAME_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';

/** The same for who opens the frame's address by itself. */
export const FRAME_SANDBOX_POLICY = `sandbox ${FRAME_SANDBOX}`;

const OUTSIDE = '<base target="_blank">';

export function linksOpenOutside(html: string): string {
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return OUTSIDE + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + OUTSIDE + html.slice(end);
}
