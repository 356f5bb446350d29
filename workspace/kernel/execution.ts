import type { GoogleObject } from './google-object.ts';
import type { Kernel, TriggerEvent } from './kernel.ts';

/** What the script may do; https://developers.google.com/apps-script/guides/triggers#authorization_modes */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

export type ExecutionKind = 'menu' | 'editor' | 'simple-trigger' | 'trigger' | 'custom-function' | 'html' | 'web-app';

/** Cells of the spreadsheet that stands open, as its page tells of them; 0-based. */
export interface PageSelection {
  sheetId: string;
  zone: { left: number; right: number; top: number; bottom: number };
}

/**
 * One run of one script function. Every service object is made for one execution and dies
 * with it; what must last is in the kernel's store.
 */
export interface Execution {
  readonly id: number;
  readonly kernel: Kernel;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  readonly functionName: string;
  /** The execution's own moment: its start plus what its calls have cost so far. Milliseconds since 1970, UTC. */
  now(): number;
  /** The spreadsheet, form or document the script is bound to or the event came from. */
  readonly activeFileId: string | undefined;
  /** What the person at the page has selected in it. */
  readonly selection?: PageSelection | undefined;
  /** No file is open in front of anybody, so there is no Ui. */
  readonly unattended: boolean;
  /** Throws Google's error unless the execution's mode allows the service. */
  requireAuthorization(what: string): void;
  /** Adds to the estimated run time on Google, beside the cost of the call itself (Utilities.sleep). */
  spend(milliseconds: number): void;
  /**
   * Registers what must be written when the script ends or calls flush (buffered cells). It stays
   * registered, is called each time, and does nothing when nothing is buffered.
   */
  onFlush(write: () => void): void;
  flush(): void;
  /** The answer a person gives to alert, prompt: from the page, or prepared by a test. */
  ask(question: Question): Answer;
  /** Has the run a thread of its own, so that `wait` works? */
  readonly canWait: boolean;
  /**
   * Waits for something outside. Where the run has a thread of its own, the host method is left
   * and called again, with the same arguments, once the promise is there; so a method must wait
   * BEFORE it changes anything, and under the same key both times.
   * @param what for the refusal where the thread cannot wait: 'Ui.alert'
   */
  wait<T>(what: string, start: () => Promise<T>): T;
  /** Another execution-bound service, for services that work together (FormApp → SpreadsheetApp). */
  service<T extends GoogleObject>(name: string): T;
  log(level: 'INFO' | 'WARNING' | 'ERROR' | 'DEBUG', text: string): void;
}

export interface Question {
  kind: 'alert' | 'prompt';
  title: string;
  message: string;
  buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}

export interface Answer {
  button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  text?: string;
}

/** A Google global: `SpreadsheetApp`, `FormApp`, … */
export interface ServiceDefinition {
  readonly name: string;
  create(execution: Execution): GoogleObject;
  /**
   * Makes Google's event object from an event that this service raised (host values; the
   * membrane moves them over). `authMode` and `triggerUid` are added by the caller.
   */
  buildEvent?(execution: Execution, event: TriggerEvent): Record<string, unknown>;
}
