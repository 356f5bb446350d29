/** Server-sent events of one page. The connection is closed while the page is hidden: a browser allows few. */
export interface LiveEvents {
  on<T>(event: string, listener: (data: T) => void): void;
  /** Called at each connection, the first one too: what was sent before it has been missed. */
  onConnect(listener: () => void): void;
  onDisconnect(listener: () => void): void;
  connect(): void;
}

/** Hidden for less than this, a page stays connected. */
const HIDDEN_MS = 30_000;

export function liveEvents(url: string): LiveEvents {
  const listeners = new Map<string, ((data: never) => void)[]>();
  const connected: (() => void)[] = [];
  const disconnected: (() => void)[] = [];
  let source: EventSource | undefined;
  let hiding: number | undefined;

  const connect = (): void => {
    if (source) return;
    const opened = new EventSource(url);
    source = opened;
    opened.addEventListener('open', () => {
      for (const listener of connected) listener();
    });
    opened.addEventListener('error', () => {
      for (const listener of disconnected) listener();
      // A refused connection is not tried again by the browser itself.
      if (opened.readyState === EventSource.CLOSED && source === opened) {
        source = undefined;
        setTimeout(connect, 2_000);
      }
    });
    for (const event of listeners.keys()) forward(opened, event);
  };
  const forward = (from: EventSource, event: string): void => {
    from.addEventListener(event, (message) => {
      const data = JSON.parse((message as MessageEvent<string>).data);
      for (const listener of listeners.get(event) ?? []) listener(data as never);
    });
  };
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.visibilityState === 'visible') return connect();
    hiding = window.setTimeout(hide, HIDDEN_MS);
  });
  const hide = (): void => {
    // Who looks something up in another tab before answering a script's question keeps the question.
    if (document.querySelector('dialog[open]')) {
      hiding = window.setTimeout(hide, HIDDEN_MS);
      return;
    }
    source?.close();
    source = undefined;
  };

  return {
    on(event, listener) {
      const known = listeners.get(event);
      if (known) known.push(listener as (data: never) => void);
      else {
        listeners.set(event, [listener as (data: never) => void]);
        if (source) forward(source, event);
      }
    },
    onConnect: (listener) => connected.push(listener),
    onDisconnect: (listener) => disconnected.push(listener),
    connect,
  };
}
