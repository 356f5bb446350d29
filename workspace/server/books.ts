/** A message between the windows of one spreadsheet, as o-spreadsheet defines it; the server looks at these fields only. */
export interface BookMessage {
  type: string;
  /** Present in messages that change the spreadsheet. */
  serverRevisionId?: string;
  nextRevisionId?: string;
  [field: string]: unknown;
}

/** One open spreadsheet that several windows share. */
export interface BookSession {
  /** `revisions` are the changes made since `data`. */
  snapshot(): { data: unknown; revisions: readonly unknown[] };
  /** Applies a window's change, unless it was made on an old revision: then the window sends it again. */
  receive(message: BookMessage, clientId: string): void;
  /** Every accepted change, whoever made it; returns how to stop listening. */
  listen(listener: (message: BookMessage) => void): () => void;
}

/** Gives the spreadsheet with this file id; undefined when there is none. */
export type OpenBook = (fileId: string) => BookSession | undefined;
