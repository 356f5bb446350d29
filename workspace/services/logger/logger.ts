import { format } from 'node:util';
import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleObject } from '../../kernel/google-object.ts';

export interface Logger extends GoogleAppsScript.Base.Logger {}

export class Logger extends GoogleObject {
  readonly #execution: Execution;
  #lines: string[] = [];

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  log(...values: unknown[]): this {
    const [first, ...rest] = values.map((value) => (value instanceof GoogleObject ? value.toString() : value));
    const text = typeof first === 'string' ? format(first, ...rest) : format('%s', shown(first));
    this.#lines.push(text);
    this.#execution.log('INFO', text);
    return this;
  }

  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.#lines = [];
  }
}

function shown(value: unknown): string {
  if (value instanceof Error) return String(value);
  return value !== null && typeof value === 'object' && !(value instanceof Date)
    ? (JSON.stringify(value) ?? '')
    : String(value);
}

export const loggerService: ServiceDefinition = { name: 'Logger', create: (execution) => new Logger(execution) };
