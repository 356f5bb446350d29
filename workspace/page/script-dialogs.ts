import { postJson } from './requests.ts';

export interface Question {
  id: string;
  kind: 'alert' | 'prompt';
  title: string;
  message: string;
  buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}

type Button = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

const BUTTONS: Readonly<Record<Question['buttons'], readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

const CAPTIONS: Readonly<Record<Button, string>> = {
  OK: 'ОК',
  CANCEL: 'Отмена',
  YES: 'Да',
  NO: 'Нет',
  CLOSE: 'Закрыть',
};

/** Shows what a script asks (`Ui.alert`, `Ui.prompt`) and sends the answer back. */
export function showQuestion(question: Question): void {
  // A question comes again after a lost connection.
  if (document.querySelector(`dialog[data-question="${CSS.escape(question.id)}"]`)) return;
  const input = question.kind === 'prompt' ? textInput() : undefined;
  const dialog = showDialog({
    title: question.title,
    message: question.message,
    content: input,
    buttons: BUTTONS[question.buttons].map((button) => ({ caption: CAPTIONS[button], value: button })),
  });
  dialog.element.dataset.question = question.id;
  void dialog.closed.then((button) =>
    postJson(`/script/answers/${encodeURIComponent(question.id)}`, { button: button || 'CLOSE', text: input?.value }),
  );
}

interface DialogOptions {
  title: string;
  message: string;
  content?: HTMLElement | undefined;
  /** The first one answers to Enter. */
  buttons: { caption: string; value: string }[];
}

/** A native modal dialog; `closed` gives the chosen button's value, '' for Escape. Focus returns to where it was. */
export function showDialog(options: DialogOptions): { element: HTMLDialogElement; closed: Promise<string> } {
  const before = document.activeElement as HTMLElement | null;
  const dialog = document.createElement('dialog');
  dialog.className = 'question';
  const form = document.createElement('form');
  form.method = 'dialog';
  const heading = document.createElement('h2');
  heading.id = `question-${crypto.randomUUID()}`;
  heading.textContent = options.title;
  const message = document.createElement('p');
  message.id = `${heading.id}-message`;
  message.className = 'message';
  message.textContent = options.message;
  dialog.setAttribute(options.title ? 'aria-labelledby' : 'aria-label', options.title ? heading.id : 'Сообщение');
  dialog.setAttribute('aria-describedby', message.id);
  options.content?.setAttribute('aria-labelledby', message.id);
  const buttons = document.createElement('p');
  buttons.className = 'buttons';
  options.buttons.forEach(({ caption, value }, index) => {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = caption;
    button.className = index === 0 ? 'primary' : '';
    if (index === 0 && !options.content) button.autofocus = true;
    buttons.append(button);
  });
  if (options.title) form.append(heading);
  form.append(message);
  if (options.content) form.append(options.content);
  form.append(buttons);
  dialog.append(form);
  document.body.append(dialog);
  // The grid behind listens to keys on the window; what is typed here is not for it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.showModal();
  const closed = new Promise<string>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.focus();
      resolve(dialog.returnValue);
    });
  });
  return { element: dialog, closed };
}

function textInput(): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.autofocus = true;
  input.autocomplete = 'off';
  return input;
}
