import type { Answer, Execution, Question, ServiceDefinition } from '../../kernel/execution.ts';
import { defineEnum, GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';

const BUTTON_SET = defineEnum('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** The old dialogs, which answer with a word: 'ok', 'yes', 'cancel'. */
export class Browser extends GoogleObject {
  readonly Buttons = BUTTON_SET;
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  msgBox(...args: unknown[]): string {
    const { button } = this.#ask('alert', 'Browser.msgBox', args, 'OK');
    // The close button of the window counts as "cancel".
    return button === 'CLOSE' ? 'cancel' : button.toLowerCase();
  }

  inputBox(...args: unknown[]): string {
    const { button, text } = this.#ask('prompt', 'Browser.inputBox', args, 'OK_CANCEL');
    return button === 'OK' || button === 'YES' ? (text ?? '') : 'cancel';
  }

  #ask(kind: Question['kind'], method: string, args: unknown[], otherwise: Question['buttons']): Answer {
    // Dialogs need a person at the page: one who chose a menu item or works in the editor or a sidebar.
    if (!['menu', 'editor', 'html'].includes(this.#execution.kind)) {
      throw new GoogleError(
        `Cannot call ${method}() from this context; have you tried calling it in an active spreadsheet?`,
      );
    }
    const last = args.at(-1);
    const buttons = last instanceof GoogleEnumValue ? (last.name() as Question['buttons']) : otherwise;
    const texts = last instanceof GoogleEnumValue ? args.slice(0, -1) : args;
    if (texts.length < 1 || texts.length > 2) throw signatureError(method, args);
    const [message, title] = [...texts].reverse().map(String);
    return this.#execution.ask({ kind, title: title ?? '', message: message ?? '', buttons });
  }
}

export const browserService: ServiceDefinition = { name: 'Browser', create: (execution) => new Browser(execution) };
