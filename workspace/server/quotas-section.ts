import type { Kernel } from '../kernel/kernel.ts';
import { LIMITS } from '../kernel/limits.ts';
import { MAIL_LIMITS } from '../services/mail/mail-limits.ts';
import { remainingRecipients } from '../services/mail/mail-quota.ts';
import { section, table } from './home-sections.ts';
import { durationWords } from './moments.ts';
import type { Html } from './page-frame.ts';

/** What of Google's daily limits has been used, and what stays. */
export function quotasSection(kernel: Kernel, triggersRunMs: number): Html {
  const mailLeft = remainingRecipients(kernel);
  const rows = [
    ['Адресатов писем в день', String(MAIL_LIMITS.recipientsPerDay - mailLeft), String(MAIL_LIMITS.recipientsPerDay)],
    ['Триггеров', String(kernel.triggers.all().length), String(LIMITS.triggersPerUserPerScript)],
    ['Работа триггеров в день', durationWords(triggersRunMs), durationWords(LIMITS.triggersRunMsPerDay)],
  ];
  return section('quotas', 'Квоты', undefined, table('Квоты Google', ['Что', 'Занято', 'Всего'], rows, ''));
}
