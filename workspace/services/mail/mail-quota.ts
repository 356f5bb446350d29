import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { MAIL_LIMITS } from './mail-limits.ts';

const QUOTA = 'email';

/** Recipients that can still be written to today. */
export function remainingRecipients(kernel: Kernel): number {
  return MAIL_LIMITS.recipientsPerDay - kernel.quotas.usedToday(QUOTA);
}

/** @throws GoogleError when the day's quota does not reach for all of them; then none is counted */
export function takeRecipients(kernel: Kernel, count: number): void {
  if (count > remainingRecipients(kernel)) {
    throw new GoogleError(`Service invoked too many times for one day: ${QUOTA}.`);
  }
  kernel.quotas.add(QUOTA, count);
}
