import type { ScriptSelection } from './follow-selection.ts';
import { postJson } from './requests.ts';
import { showDialog } from './script-dialogs.ts';

/** Runs the chosen item of a script's menu on the server, with Google's bar «Выполняется…» meanwhile. */
export async function runMenuItem(
  path: readonly string[],
  clientId: string,
  selection: ScriptSelection,
): Promise<void> {
  const name = path.at(-1) ?? '';
  say(`Выполняется скрипт «${name}»…`, 'running');
  try {
    const { error } = await postJson<{ error?: string }>('/script/click', { path, client: clientId, selection });
    if (error === undefined) {
      say(`Скрипт «${name}» завершён`, 'done');
      setTimeout(() => say('', ''), 5_000);
    } else {
      say('', '');
      await tellError(error);
    }
  } catch (error) {
    say('', '');
    await tellError(error instanceof Error ? error.message : String(error));
  }
}

async function tellError(message: string): Promise<void> {
  await showDialog({ title: 'Ошибка скрипта', message, buttons: [{ caption: 'ОК', value: 'OK' }] }).closed;
}

function say(text: string, state: 'running' | 'done' | ''): void {
  const place = document.getElementById('run-state');
  if (!place) return;
  place.textContent = text;
  place.dataset.state = state;
}
