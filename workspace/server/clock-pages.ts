import { Hono } from 'hono';
import type { Workspace } from '../workspace-api.ts';
import type { Moments } from './moments.ts';
import type { Turns } from './turns.ts';

const DAY_MS = 86_400_000;

/** Moves the workspace's clock: a plain form, so that it works without JavaScript. */
export function clockPages(workspace: Workspace, moments: Moments, turns: Turns): Hono {
  const app = new Hono();
  app.post('/clock', async (context) => {
    const form = await context.req.parseBody();
    const { clock } = workspace.kernel;
    if (form.by === 'pause' || form.by === 'resume') {
      if (form.by === 'pause') clock.pause();
      else clock.resume();
      workspace.kernel.announce('clock');
      return context.redirect('/#clock', 303);
    }
    const to = target(form, clock.now(), moments);
    if (to === undefined) return context.redirect('/?clock=unread#clock', 303);
    // A minute's leeway: the input has no seconds, and the clock went on while the form was filled in.
    if (to < clock.now() - 60_000) return context.redirect('/?clock=past#clock', 303);
    const before = workspace.executions().at(-1)?.id ?? 0;
    await turns.take(() => workspace.advanceTo(Math.max(to, clock.now())));
    workspace.kernel.announce('clock');
    return context.redirect(`/?ran=${before}#clock`, 303);
  });
  return app;
}

function target(form: Record<string, unknown>, nowMs: number, moments: Moments): number | undefined {
  if (form.by === 'day') return nowMs + DAY_MS;
  if (form.by === 'week') return nowMs + 7 * DAY_MS;
  return typeof form.to === 'string' ? moments.fromInput(form.to) : undefined;
}
