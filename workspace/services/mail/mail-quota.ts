import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { zonedTime } from '../../kernel/time-zone.ts';
import { MAIL_LIMITS } from './mail-limits.ts';

interface Used {
  /** The user's calendar day, `2026-01-30`. Google resets once in 24 hours without saying when. */
  day: string;
  recipients: number;
}

const KEY = 'mail-quota';

/** Recipients that can still be written to today. */
export function remainingRecipients(kernel: Kernel): number {
  return MAIL_LIMITS.recipientsPerDay - usedToday(kernel).recipients;
}

/** @throws GoogleError when the day's quota does not reach for all of them; then none is counted */
export function takeRecipients(kernel: Kernel, count: number): void {
  const { day, recipients } = usedToday(kernel);
  if (recipients + count > MAIL_LIMITS.recipientsPerDay) {
    throw new GoogleError('Service invoked too many times for one day: email.');
  }
  kernel.store.put(KEY, { day, recipients: recipients + count } satisfies Used);
}

function usedToday(kernel: Kernel): Used {
  const { year, month, day } = zonedTime(kernel.clock.now(), kernel.user.timeZone);
  const today = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  const used = kernel.store.get<Used>(KEY);
  return used?.day === today ? used : { day: today, recipients: 0 };
}
