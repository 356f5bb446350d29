/**
 * What crosses between the script and the workspace: structured-clonable values, so the script
 * may as well run in another thread. Numbers, strings, booleans, null, undefined and arrays of
 * wire values stand for themselves.
 */
export type Wire = undefined | null | boolean | number | string | bigint | Wire[] | Tagged;

export type Tagged =
  | { t: 'date'; ms: number }
  /** A host object; `shape` tells the script side what it can do. */
  | { t: 'object'; id: number; shape: number }
  | { t: 'plain'; keys: string[]; values: Wire[] }
  | { t: 'error'; name: string; message: string; stack: string }
  /** No Google method takes a function; the host sees one only to name it in a signature error. */
  | { t: 'function'; name: string };

/** What a script can read of one class of host objects. */
export interface Shape {
  id: number;
  /** 'Sheet'; the global's own name for a service: 'SpreadsheetApp'. */
  name: string;
  methods: string[];
  /** Enums of a service, values of an enum: read without parentheses. */
  properties: string[];
  /** An HtmlTemplate: takes any property from the script and is evaluated in the script's realm. */
  template: boolean;
}

/** One call from the script: `call` a method of object `id`, or `get` a property. Object 0 is the execution itself. */
export interface Message {
  op: 'call' | 'get';
  id: number;
  name: string;
  args: Wire[];
}

export interface Reply {
  value?: Wire;
  error?: { name: string; message: string };
  /** Shapes the script side has not seen yet. */
  shapes?: Shape[];
  /** What the execution has been charged so far, by the latency model. */
  chargedMs: number;
}

/** How a script's function ended. */
export type Outcome = { value: Wire } | { error: { name: string; message: string; stack: string } };

/** What the script side needs to know before the script's files are loaded. */
export interface ScriptStart {
  /** Workspace time at the start, milliseconds since 1970. */
  startedMs: number;
  /**
   * Time of the machine that does not show in the script's `Date`: with a clock that stands,
   * two runs with the same calls see the same time, while a loop that waits for it still ends.
   */
  graceMs: number;
  /** Globals the workspace has. */
  services: string[];
  /** Google's globals the workspace has not: any use is refused by name. */
  missing: string[];
}
