import { liveEvents } from './live-events.ts';

/** Changes come in bursts: one look at the page for all that come meanwhile. */
const PAUSE_MS = 400;

/** Keeps the first page as the workspace is now: takes it anew and replaces the parts that differ. */
function followWorkspace(): void {
  const events = liveEvents('/live');
  let timer: number | undefined;
  const later = (): void => {
    if (timer !== undefined) return;
    timer = window.setTimeout(() => {
      timer = undefined;
      void refresh();
    }, PAUSE_MS);
  };
  let connections = 0;
  events.on('announce', later);
  events.onConnect(() => {
    connections += 1;
    if (connections > 1) later();
  });
  events.connect();
}

async function refresh(): Promise<void> {
  const response = await fetch(location.pathname + location.search);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.dataset.shown && !isBeingFilled(part)) replace(part, other);
  }
}

/** What a person is typing is not taken away. */
function isBeingFilled(part: HTMLElement): boolean {
  return document.activeElement instanceof HTMLInputElement && part.contains(document.activeElement);
}

function replace(part: HTMLElement, other: HTMLElement): void {
  const html = other.innerHTML;
  const opened = [...part.querySelectorAll('details[open]')].map((details) => details.parentElement?.id);
  const focused = part.contains(document.activeElement) ? pathTo(part, document.activeElement as Element) : undefined;
  part.innerHTML = html;
  part.dataset.shown = html;
  for (const id of opened) {
    const details = id ? document.getElementById(id)?.querySelector('details') : undefined;
    if (details) details.open = true;
  }
  if (focused) stepsDown(part, focused)?.focus();
}

/** Where the element stands among its ancestors' children, from the part down. */
function pathTo(part: Element, element: Element): number[] {
  const path: number[] = [];
  for (let at = element; at !== part && at.parentElement; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path;
}

function stepsDown(part: Element, path: readonly number[]): HTMLElement | undefined {
  let at: Element | undefined = part;
  for (const index of path) at = at?.children[index];
  return at instanceof HTMLElement ? at : undefined;
}

/** The clock goes on between refreshes. */
function tick(): void {
  const loadedAt = Date.now();
  const shown = document.querySelector<HTMLTimeElement>('#clock time');
  if (!shown) return;
  let from = Date.parse(shown.dateTime);
  let since = loadedAt;
  let last = shown.dateTime;
  setInterval(() => {
    const now = document.querySelector<HTMLTimeElement>('#clock time');
    if (!now) return;
    if (now.dateTime !== last) {
      last = now.dateTime;
      from = Date.parse(last);
      since = Date.now();
    }
    if (now.dataset.running !== 'true') return;
    const text = new Intl.DateTimeFormat('ru-RU', {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: now.dataset.zone,
    }).format(from + Date.now() - since);
    if (now.textContent !== text) now.textContent = text;
  }, 1_000);
}

/** Running a year of triggers takes a while; the button says so. */
function sayBusy(): void {
  document.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    // After the form's data have been taken: a disabled button is not sent.
    setTimeout(() => {
      button.disabled = true;
      button.textContent = 'Идёт…';
    }, 0);
  });
}

followWorkspace();
tick();
sayBusy();
