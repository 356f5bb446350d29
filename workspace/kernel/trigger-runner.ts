import type { ExecutionResult, RunOptions } from '../workspace-api.ts';
import { AUTH_MODE } from './auth-mode.ts';
import { clockEvent, SIMPLE_TRIGGER_MODE } from './event-objects.ts';
import type { EventQueue, EventTarget } from './event-queue.ts';
import type { Execution, ServiceDefinition } from './execution.ts';
import type { ExecutionLog } from './execution-log.ts';
import type { Executor } from './executor.ts';
import type { GoogleObject } from './google-object.ts';
import type { Kernel, TriggerEvent } from './kernel.ts';
import { LIMITS } from './limits.ts';
import type { TriggerRecord } from './triggers.ts';

export interface TriggerRunnerSettings {
  kernel: Kernel;
  executor: Executor;
  events: EventQueue;
  services: readonly ServiceDefinition[];
  log: ExecutionLog;
  hasFunction(name: string): boolean;
}

export interface TriggerRunner {
  /** Runs what events have queued, until nothing is left. */
  settle(): Promise<void>;
  /** See `Workspace.advanceTo`. */
  advanceTo(milliseconds: number): Promise<void>;
}

/** Name of the quota of the day's run time of triggers, in milliseconds. */
export const TRIGGERS_RUN_MS = 'triggers-run-ms';

export function createTriggerRunner(settings: TriggerRunnerSettings): TriggerRunner {
  const { kernel, executor, events, log } = settings;

  /** Google's event object but for what the caller knows: mode, trigger, user. */
  const eventObject = (execution: Execution, event: TriggerEvent, triggerUid?: string): Record<string, unknown> => {
    const service = settings.services.find(({ name }) => name === event.service);
    const session = execution.service<GoogleObject & { getActiveUser(): GoogleObject }>('Session');
    return {
      authMode: AUTH_MODE._of(execution.authMode),
      ...(triggerUid === undefined ? {} : { triggerUid }),
      ...(event.type === 'formSubmit' ? {} : { user: session.getActiveUser() }),
      ...service?.buildEvent?.(execution, event),
    };
  };

  const runTarget = async (event: TriggerEvent, target: EventTarget): Promise<void> => {
    if ('simple' in target) {
      // Most scripts have no onEdit; on Google that costs nothing and leaves no trace either.
      if (!settings.hasFunction(target.simple)) return;
      const how: RunOptions = { kind: 'simple-trigger', authMode: SIMPLE_TRIGGER_MODE };
      await executor.run(target.simple, (execution) => [eventObject(execution, event)], how);
      return;
    }
    const trigger = kernel.triggers.get(target.uid);
    if (!trigger) return;
    await runInstalled(trigger, (execution) => eventObject(execution, event, trigger.uid));
  };

  const runInstalled = async (
    trigger: TriggerRecord,
    makeEvent: (execution: Execution) => Record<string, unknown>,
  ): Promise<void> => {
    if (kernel.quotas.usedToday(TRIGGERS_RUN_MS) >= LIMITS.triggersRunMsPerDay) {
      refuseForToday(trigger);
      return;
    }
    const result = await executor.run(trigger.handler, (execution) => [makeEvent(execution)], {
      kind: 'trigger',
      authMode: 'FULL',
      unattended: trigger.eventType === 'CLOCK' || trigger.eventType === 'ON_FORM_SUBMIT',
    });
    addRunTime(result);
  };

  const addRunTime = ({ record }: ExecutionResult): void => {
    kernel.quotas.add(TRIGGERS_RUN_MS, Math.max(record.estimatedMs, record.tookMs));
  };

  const refuseForToday = (trigger: TriggerRecord): void => {
    const startedMs = kernel.clock.now();
    const error = 'Service using too much computer time for one day';
    log.add({
      id: log.nextId(),
      functionName: trigger.handler,
      kind: 'trigger',
      startedMs,
      estimatedMs: 0,
      tookMs: 0,
      status: 'failed',
      error,
      calls: {},
      log: [{ level: 'ERROR', text: error, atMs: startedMs }],
    });
  };

  const settle = async (): Promise<void> => {
    for (let next = events.take(); next; next = events.take()) await runTarget(next.event, next.target);
  };

  return {
    settle,
    async advanceTo(milliseconds) {
      await settle();
      for (;;) {
        const due = kernel.triggers.firstDue(milliseconds);
        if (!due) break;
        if (due.atMs > kernel.clock.now()) kernel.clock.set(due.atMs);
        const atMs = kernel.clock.now();
        // Firings missed while the workspace was closed, or while a long run went on, are one firing.
        kernel.triggers.fired(due.trigger, atMs);
        const zone = due.trigger.schedule && 'zone' in due.trigger.schedule ? due.trigger.schedule.zone : undefined;
        const event = clockEvent(atMs, zone ?? kernel.scriptTimeZone, due.trigger.uid, AUTH_MODE._of('FULL'));
        await runInstalled(due.trigger, () => event);
        await settle();
      }
      if (milliseconds > kernel.clock.now()) kernel.clock.set(milliseconds);
      kernel.announce('clock');
    },
  };
}
