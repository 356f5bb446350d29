import type { Answer, Execution, Question } from '../../kernel/execution.ts';
import { type GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { MenuNode } from '../../workspace-api.ts';
import { asGoogle, Button, ButtonSet } from './enums.ts';

/** What the page needs of an HtmlOutput, whatever service made it. */
interface HtmlPage {
  getContent(): string;
  getTitle(): string | null;
  getWidth(): number | null;
  getHeight(): number | null;
}

type MenuItems = Extract<MenuNode, { kind: 'menu' }>['items'];

export interface Menu extends GoogleAppsScript.Base.Menu {}

export class Menu extends GoogleObject {
  readonly #execution: Execution;
  readonly #fileId: string;
  readonly #caption: string;
  readonly #items: MenuItems = [];

  constructor(execution: Execution, fileId: string, caption: string) {
    super();
    this.#execution = execution;
    this.#fileId = fileId;
    this.#caption = caption;
  }

  addItem(caption: string, functionName: string): Menu {
    if (typeof caption !== 'string' || typeof functionName !== 'string') {
      throw signatureError('Menu.addItem', [caption, functionName]);
    }
    this.#items.push({ kind: 'item', caption, functionName });
    return this;
  }

  addSeparator(): Menu {
    this.#items.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: GoogleAppsScript.Base.Menu): Menu {
    this.#items.push(asGoogle<Menu>(menu)._node());
    return this;
  }

  addToUi(): void {
    this.#execution.kernel.menus.add(this.#fileId, this._node());
  }

  _node(): Extract<MenuNode, { kind: 'menu' }> {
    return { kind: 'menu', caption: this.#caption, items: [...this.#items] };
  }
}

export interface PromptResponse extends GoogleAppsScript.Base.PromptResponse {}

export class PromptResponse extends GoogleObject {
  readonly #answer: Answer;

  constructor(answer: Answer) {
    super();
    this.#answer = answer;
  }

  getSelectedButton(): GoogleAppsScript.Base.Button {
    return asGoogle(Button._of(this.#answer.button));
  }

  getResponseText(): string {
    return this.#answer.text ?? '';
  }
}

export interface Ui extends GoogleAppsScript.Base.Ui {}

/** Menus, questions and dialogs of an open file. */
export class Ui extends GoogleObject {
  // Enums are read as properties: SpreadsheetApp.getUi().Button.YES.
  readonly Button = asGoogle<typeof GoogleAppsScript.Base.Button>(Button);
  readonly ButtonSet = asGoogle<typeof GoogleAppsScript.Base.ButtonSet>(ButtonSet);
  readonly #execution: Execution;
  readonly #fileId: string;

  constructor(execution: Execution, fileId: string) {
    super();
    this.#execution = execution;
    this.#fileId = fileId;
  }

  alert(...args: unknown[]): GoogleAppsScript.Base.Button {
    return asGoogle(Button._of(this.#ask('alert', args).button));
  }

  prompt(...args: unknown[]): PromptResponse {
    return new PromptResponse(this.#ask('prompt', args));
  }

  createMenu(caption: string): Menu {
    return new Menu(this.#execution, this.#fileId, caption);
  }

  createAddonMenu(): Menu {
    return new Menu(this.#execution, this.#fileId, this.#execution.kernel.files.get(this.#fileId)?.name ?? '');
  }

  showSidebar(userInterface: GoogleAppsScript.HTML.HtmlOutput): void {
    this.#show('sidebar', asGoogle<HtmlPage>(userInterface));
  }

  showModalDialog(userInterface: GoogleAppsScript.HTML.HtmlOutput, title: string): void {
    this.#show('modal', asGoogle<HtmlPage>(userInterface), title);
  }

  showModelessDialog(userInterface: GoogleAppsScript.HTML.HtmlOutput, title: string): void {
    this.#show('modeless', asGoogle<HtmlPage>(userInterface), title);
  }

  /** `(message)`, `(message, buttons)`, `(title, message, buttons)`. */
  #ask(kind: Question['kind'], args: unknown[]): Answer {
    const texts = args.filter((arg) => typeof arg !== 'object' || arg === null).map(String);
    const set = args.find((arg) => arg instanceof GoogleObject) as GoogleEnumValue | undefined;
    if (texts.length === 0 || texts.length > 2) throw signatureError(`Ui.${kind}`, args);
    // A person must see what has been written before the question.
    this.#execution.flush();
    const [title, message] = texts.length === 2 ? texts : ['', texts[0]];
    const buttons = (set?.name() ?? 'OK') as Question['buttons'];
    return this.#execution.ask({ kind, title: title!, message: message!, buttons });
  }

  #show(kind: 'sidebar' | 'modal' | 'modeless', page: HtmlPage, title?: string): void {
    if (typeof page?.getContent !== 'function') throw new GoogleError('Invalid argument: userInterface');
    this.#execution.kernel.announce('dialog', {
      fileId: this.#fileId,
      kind,
      title: title ?? page.getTitle() ?? '',
      html: page.getContent(),
      width: page.getWidth() ?? undefined,
      height: page.getHeight() ?? undefined,
    });
  }
}
