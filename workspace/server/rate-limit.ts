import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

export interface Rate {
  /** Requests that may come at once. */
  burst: number;
  /** Requests a minute that are let through after that. */
  perMinute: number;
  /** Milliseconds; not the workspace's clock: an attacker does not wait for it. */
  now?: () => number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Addresses remembered; the oldest are forgotten, so that the table cannot be filled up. */
const MAX_ADDRESSES = 10_000;

/** A token bucket for each address that sends forms. */
export function limitRate({ burst, perMinute, now = Date.now }: Rate): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  return async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const address = remoteAddress(context);
    const at = now();
    const bucket = buckets.get(address) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 60_000) * perMinute);
    buckets.delete(address);
    buckets.set(address, { tokens: Math.max(0, tokens - 1), at });
    if (buckets.size > MAX_ADDRESSES) buckets.delete(buckets.keys().next().value as string);
    if (tokens >= 1) return next();
    const waitSeconds = Math.ceil(((1 - tokens) / perMinute) * 60);
    return context.text(`Слишком много ответов подряд. Подождите ${waitSeconds} с и отправьте ещё раз.`, 429, {
      'retry-after': String(waitSeconds),
    });
  };
}

function remoteAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // A request made without a connection, as tests do.
  }
}
