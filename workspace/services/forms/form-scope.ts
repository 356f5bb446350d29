import type { Execution } from '../../kernel/execution.ts';
import type { GoogleObject } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';

/** What every object of one form in one execution shares. */
export interface FormScope {
  readonly execution: Execution;
  readonly kernel: Kernel;
  readonly formId: string;
  /** The generic `Item` for an item; the scope makes it so that responses need not know items. */
  item(itemId: number): GoogleObject & GoogleAppsScript.Forms.Item;
  /** Tells that questions have changed, so that the destination sheet's header follows. */
  questionsChanged(): void;
}
