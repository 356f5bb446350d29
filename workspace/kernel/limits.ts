import type { ExecutionKind } from './execution.ts';
import { GoogleError } from './google-object.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** @source Google's "Quotas for Google services", consumer accounts. */
export const LIMITS = {
  executionMs: 6 * MINUTE_MS,
  customFunctionMs: 30 * SECOND_MS,
  simpleTriggerMs: 30 * SECOND_MS,
  triggersRunMsPerDay: 90 * MINUTE_MS,
  triggersPerUserPerScript: 20,
  simultaneousExecutions: 30,
};

/** The longest run of one execution, in real and in estimated time alike. */
export function runLimitMs(kind: ExecutionKind): number {
  if (kind === 'custom-function') return LIMITS.customFunctionMs;
  return kind === 'simple-trigger' ? LIMITS.simpleTriggerMs : LIMITS.executionMs;
}

/** Ends the run; what the script catches of it changes nothing. */
export class OutOfTime extends GoogleError {
  constructor() {
    super('Exceeded maximum execution time');
  }
}
