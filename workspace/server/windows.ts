import { randomUUID } from 'node:crypto';
import type { Answer, Question } from '../kernel/execution.ts';

/** One open page of a browser, as the server sees it: what is sent comes out at the page as events. */
export interface PageWindow {
  readonly id: string;
  /** The file that the page shows; undefined for the home page. */
  readonly fileId: string | undefined;
  send(event: string, data: unknown): void;
}

/** How long a closed page may take to come back before its open question counts as closed. */
const RETURN_MS = 15_000;

interface OpenQuestion {
  windowId: string;
  question: Question;
  answer(answer: Answer): void;
}

/** The pages that are open now, and the questions that scripts have asked at them. */
export interface Windows {
  open(window: PageWindow): () => void;
  /** Sends to every page, or to the pages of one file. */
  broadcast(event: string, data: unknown, to?: { fileId?: string; except?: string }): void;
  /** What a script does meanwhile it does for this page. Runs of scripts take turns, so there is one at a time. */
  acting<T>(windowId: string, work: () => Promise<T>): Promise<T>;
  /** To the page that the script runs for; to all pages of the file when nobody's click started it. */
  show(event: string, data: unknown, fileId: string): void;
  /** Asks the person at one page; a page that goes away for good answers CLOSE. */
  ask(windowId: string, question: Question): Promise<Answer>;
  /** @returns false when the question is no longer open */
  answer(questionId: string, answer: Answer): boolean;
}

export function openWindows(returnMs = RETURN_MS): Windows {
  const windows = new Map<string, PageWindow>();
  const questions = new Map<string, OpenQuestion>();
  let actingId: string | undefined;

  const closeQuestionsOf = (windowId: string): void => {
    for (const open of [...questions.values()]) {
      if (open.windowId === windowId && !windows.has(windowId)) open.answer({ button: 'CLOSE' });
    }
  };
  const closeLater = (windowId: string): void => {
    setTimeout(() => closeQuestionsOf(windowId), returnMs).unref();
  };

  const broadcast: Windows['broadcast'] = (event, data, { fileId, except } = {}) => {
    for (const window of windows.values()) {
      if (window.id === except || (fileId !== undefined && window.fileId !== fileId)) continue;
      window.send(event, data);
    }
  };

  return {
    open(window) {
      windows.set(window.id, window);
      for (const [id, open] of questions) {
        if (open.windowId === window.id) window.send('question', { id, ...open.question });
      }
      return () => {
        // The page may have come back already, under the same id, before its old connection ended.
        if (windows.get(window.id) !== window) return;
        windows.delete(window.id);
        closeLater(window.id);
      };
    },
    broadcast,
    async acting(windowId, work) {
      actingId = windowId;
      try {
        return await work();
      } finally {
        actingId = undefined;
      }
    },
    show(event, data, fileId) {
      const window = actingId === undefined ? undefined : windows.get(actingId);
      if (window?.fileId === fileId) window.send(event, data);
      else broadcast(event, data, { fileId });
    },
    ask(windowId, question) {
      const id = randomUUID();
      return new Promise((resolve) => {
        const answer = (given: Answer): void => {
          questions.delete(id);
          resolve(given);
        };
        questions.set(id, { windowId, question, answer });
        const window = windows.get(windowId);
        if (window) window.send('question', { id, ...question });
        else closeLater(windowId);
      });
    },
    answer(questionId, answer) {
      const open = questions.get(questionId);
      open?.answer(answer);
      return open !== undefined;
    },
  };
}
