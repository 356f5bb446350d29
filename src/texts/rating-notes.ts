import type { EmptyPolicy } from '../domain/methodology/method.ts';
import { EMPTY_POLICY_TEXT } from './rating-words.ts';

/** What a reader of a rating row must know about it. */
export interface RatingNotes {
  readonly missing: readonly { readonly indicator: string; readonly why: 'nobody-answered' | 'not-checked' }[];
  readonly policies: readonly { readonly indicator: string; readonly policy: EmptyPolicy }[];
  /** Checklists begun and not finished. */
  readonly unfinished: readonly string[];
  /** The visible counts differ from the encoded ones. */
  readonly isEdited: boolean;
  readonly isMoreThanRecipients: boolean;
}

/** The note beside a row of a rating; '' when there is nothing to say. */
export function noteText({ missing, policies, unfinished, isEdited, isMoreThanRecipients }: RatingNotes): string {
  const codes = (why: 'nobody-answered' | 'not-checked'): string[] =>
    missing.filter((one) => one.why === why).map(({ indicator }) => indicator);
  const unchecked = codes('not-checked');
  const unanswered = codes('nobody-answered');
  const policy = policies.find(({ indicator }) => unanswered.indexOf(indicator) >= 0)?.policy ?? 'not-available';
  return [
    unchecked.length > 0 ? `не проверено экспертом: ${unchecked.join(', ')}` : '',
    unanswered.length > 0 ? `никто не ответил: ${unanswered.join(', ')} — ${EMPTY_POLICY_TEXT[policy]}` : '',
    unfinished.length > 0 ? `осмотр не закончен: ${unfinished.join(', ')}` : '',
    isEdited ? 'счёт в «Своде» изменён вручную, погрешность неизвестна: соберите «Свод» заново' : '',
    isMoreThanRecipients ? 'анкет больше, чем получателей услуг: проверьте численность' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
