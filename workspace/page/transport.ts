import type { LiveEvents } from './live-events.ts';
import { fetchJson, postJson, RequestError } from './requests.ts';

interface Message {
  type: string;
  serverRevisionId?: string;
  nextRevisionId?: string;
}

type Listener = (message: Message) => void;

export interface Transport {
  /** What the engine sends by and listens to. */
  service: {
    sendMessage(message: Message): Promise<void>;
    onNewMessage(id: string, callback: Listener): void;
    leave(id: string): void;
  };
  /** Hands over what has come since the given revision, then everything as it comes. */
  start(revisionId: string): void;
}

const RETRY_MS = 2_000;

/**
 * Carries the engine's messages: to the server one at a time by POST, back by server-sent
 * events. After a lost connection it asks for what it missed; when the server no longer has
 * that, the page is loaded again.
 *
 * @param onRefused told when the server did not take a change: this page's copy is no longer the server's
 * @param onState told when changes do not get through, and when they do again
 */
export function makeTransport(
  fileId: string,
  clientId: string,
  events: LiveEvents,
  onState: (isConnected: boolean) => void,
  onRefused: (message: string) => void,
): Transport {
  const path = `/spreadsheets/d/${fileId}/changes`;
  const listeners = new Map<string, Listener>();
  let early: Message[] | undefined = [];
  let revisionId = '';
  let sending: Promise<void> = Promise.resolve();

  const deliver = (message: Message): void => {
    if (early) early.push(message);
    else if (message.nextRevisionId === undefined || message.serverRevisionId === revisionId) {
      if (message.nextRevisionId !== undefined) revisionId = message.nextRevisionId;
      for (const listener of listeners.values()) listener(message);
    } else if (message.nextRevisionId !== revisionId) void catchUp();
  };
  const catchUp = async (): Promise<void> => {
    try {
      const { changes } = await fetchJson<{ changes: Message[] }>(`${path}?since=${revisionId}`);
      // Meanwhile some of them may have come as events.
      const start = changes.findIndex((message) => message.serverRevisionId === revisionId);
      if (start >= 0) changes.slice(start).forEach(deliver);
    } catch (error) {
      if (error instanceof RequestError) location.reload();
      // Not reached: the next connection comes here again.
    }
  };
  const post = async (message: Message): Promise<void> => {
    for (;;) {
      try {
        await postJson(path, { client: clientId, message });
        return onState(true);
      } catch (error) {
        if (error instanceof RequestError) {
          onRefused(error.message);
          throw error;
        }
        onState(false);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };

  events.on<Message>('change', deliver);
  events.onConnect(() => {
    onState(true);
    if (!early) void catchUp();
  });
  events.onDisconnect(() => onState(false));

  return {
    service: {
      sendMessage(message) {
        const sent = sending.then(() => post(message));
        sending = sent.catch(() => {});
        return sent;
      },
      onNewMessage: (id, callback) => listeners.set(id, callback),
      leave: (id) => listeners.delete(id),
    },
    start(from) {
      revisionId = from;
      const waiting = early ?? [];
      early = undefined;
      const known = waiting.findLastIndex((message) => message.nextRevisionId === from);
      waiting.slice(known + 1).forEach(deliver);
    },
  };
}
