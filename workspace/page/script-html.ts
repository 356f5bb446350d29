import { postJson } from './requests.ts';

/** An HTML page that a script shows beside the grid: `showSidebar`, `showModalDialog`, `showModelessDialog`. */
export interface HtmlWindow {
  kind: 'sidebar' | 'modal' | 'modeless';
  title: string;
  /** The page's own address, served once the script has shown it. */
  url: string;
  widthPixels?: number;
  heightPixels?: number;
}

/** What the page inside asks of the page around it; see script-client.ts. */
type FrameMessage =
  | { type: 'run'; call: number; functionName: string; args: unknown[]; files?: unknown[] }
  | { type: 'close' }
  | { type: 'size'; widthPixels?: number; heightPixels?: number };

const SIDEBAR_WIDTH_PIXELS = 300;

/** Puts the page into a frame that can reach neither the server nor this page, but by messages. */
export function showScriptHtml(html: HtmlWindow, clientId: string): void {
  if (html.kind === 'sidebar') showSidebar(html, clientId);
  else showFrameDialog(html, clientId);
}

function showSidebar(html: HtmlWindow, clientId: string): void {
  const bar = document.getElementById('sidebar');
  if (!bar) return;
  const close = (): void => {
    bar.hidden = true;
    bar.replaceChildren();
    window.dispatchEvent(new Event('resize'));
  };
  const frame = bridgedFrame(html, clientId, { close, resize: () => {} });
  frame.className = 'sidebar-frame';
  bar.replaceChildren(titleBar(html.title, close), frame);
  bar.setAttribute('aria-label', html.title);
  bar.style.width = `${SIDEBAR_WIDTH_PIXELS}px`;
  bar.hidden = false;
  window.dispatchEvent(new Event('resize'));
}

function showFrameDialog(html: HtmlWindow, clientId: string): void {
  const before = document.activeElement as HTMLElement | null;
  const dialog = document.createElement('dialog');
  dialog.className = 'script-window';
  dialog.setAttribute('aria-label', html.title);
  const frame = bridgedFrame(html, clientId, {
    close: () => dialog.close(),
    resize: (width, height) => {
      if (width) frame.style.width = `${width}px`;
      if (height) frame.style.height = `${height}px`;
    },
  });
  frame.className = 'window-frame';
  frame.style.width = `${html.widthPixels ?? 600}px`;
  frame.style.height = `${html.heightPixels ?? 400}px`;
  dialog.append(
    titleBar(html.title, () => dialog.close()),
    frame,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus();
  });
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  if (html.kind === 'modal') dialog.showModal();
  else dialog.show();
  frame.focus();
}

function titleBar(title: string, close: () => void): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'title-bar';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', 'Закрыть');
  button.addEventListener('click', close);
  bar.append(heading, button);
  return bar;
}

/** A frame without the page's origin, and the one way out of it: messages of the three kinds. */
export function bridgedFrame(
  html: { title: string; url: string; runAt?: string },
  clientId: string,
  actions: { close(): void; resize(widthPixels?: number, heightPixels?: number): void },
): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups');
  frame.title = html.title || 'Окно скрипта';
  frame.src = html.url;
  const listen = (event: MessageEvent<FrameMessage>): void => {
    if (!frame.isConnected) {
      window.removeEventListener('message', listen);
      return;
    }
    if (event.source !== frame.contentWindow) return;
    const message = event.data;
    if (message.type === 'close') actions.close();
    else if (message.type === 'size') actions.resize(message.widthPixels, message.heightPixels);
    else if (message.type === 'run') void run(frame, message, clientId, html.runAt ?? '/script/run');
  };
  window.addEventListener('message', listen);
  return frame;
}

async function run(
  frame: HTMLIFrameElement,
  { call, functionName, args, files }: Extract<FrameMessage, { type: 'run' }>,
  clientId: string,
  runAt: string,
): Promise<void> {
  let result: { value?: unknown; error?: string };
  try {
    result = await postJson(runAt, { functionName, args, files, client: clientId });
  } catch (error) {
    result = { error: error instanceof Error ? error.message : String(error) };
  }
  // The frame's origin is opaque, so no other target can be named; what goes there came from its own script.
  frame.contentWindow?.postMessage({ type: 'result', call, ...result }, '*');
}
