/** Whether the rules that a rating is computed by are those that were approved. */
import type { EmptyPolicy, Method, Rounding } from './method.ts';
import { methodChecksum } from './method-rows.ts';
import { order344 } from './order-344.ts';

export type MethodStanding =
  | { readonly kind: 'approved'; readonly order: string; readonly date: string }
  /** Approved, but a cell of it or a setting that changes figures is another one now. */
  | { readonly kind: 'changed-since'; readonly order: string; readonly date: string }
  /** As order 344н has it, nobody has approved it. */
  | { readonly kind: 'default' }
  | { readonly kind: 'edited' };

/** Rounding and the policy for no answers as «Настройки» has them: formulas follow these. */
export interface MethodSettings {
  readonly rounding: Rounding;
  readonly empty: EmptyPolicy;
}

export function standingOf(method: Method, settings: MethodSettings): MethodStanding {
  const { approved, sphere } = method;
  if (approved) {
    const { date, order, checksum } = approved;
    const isSame =
      checksum === methodChecksum(method) && method.rounding === settings.rounding && method.empty === settings.empty;
    return { kind: isSame ? 'approved' : 'changed-since', date, order };
  }
  const isShipped = sphere !== null && methodChecksum(method) === methodChecksum(order344(sphere));
  return { kind: isShipped ? 'default' : 'edited' };
}
