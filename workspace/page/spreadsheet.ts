import { addExtrasPlugin } from '../services/spreadsheet/extras-plugin.ts';
import { CLOCK_FUNCTIONS, sheetsFunctions } from '../services/spreadsheet/sheets-functions.ts';
import { sortSingleValues } from '../services/spreadsheet/sorted-value.ts';
import { sendWholeWhereNotShortened } from '../services/spreadsheet/whole-revisions.ts';
import { nameFields } from './accessible-names.ts';
import { editNotesByKeyboard, showCellNotes } from './cell-notes.ts';
import { type CustomFunctionInfo, type FormulaResult, registerCustomFunctions } from './custom-functions.ts';
import { followSelection, type ScriptSelection, selectionOn } from './follow-selection.ts';
import { type LiveEvents, liveEvents } from './live-events.ts';
import { enterMenusByKeyboard } from './menu-keyboard.ts';
import { warnOfProtection } from './protection.ts';
import { fetchJson, postJson } from './requests.ts';
import { RUSSIAN_LOCALE, speakRussian } from './russian.ts';
import { type Question, showDialog, showQuestion } from './script-dialogs.ts';
import { type HtmlWindow, showScriptHtml } from './script-html.ts';
import { addScriptMenus, type MenuNode } from './script-menus.ts';
import { runMenuItem } from './script-runs.ts';
import type { Model } from './spreadsheet-globals.ts';
import { showToast, type Toast } from './toasts.ts';
import { makeTransport } from './transport.ts';
import { keepTypedText } from './typed-text.ts';

interface Snapshot {
  data: { revisionId?: string; settings: { locale: typeof RUSSIAN_LOCALE } };
  revisions: readonly { nextRevisionId: string }[];
  user: string;
  menus: MenuNode[];
  functions: CustomFunctionInfo[];
  clock: ClockReading;
  timeZone: string;
}

interface ClockReading {
  nowMs: number;
  running: boolean;
}

/** Opens the spreadsheet named by the page, in the whole window. */
async function openSpreadsheet(): Promise<void> {
  const fileId = document.body.dataset.file ?? '';
  const clientId = crypto.randomUUID();
  const events = liveEvents(`/spreadsheets/d/${fileId}/live?client=${clientId}`);
  const transport = makeTransport(fileId, clientId, events, showConnection, (message) => void reopen(message));
  let shownMenus: string | undefined;
  listenToScripts(events, clientId, (menus) => {
    // The bar is made once, so other menus mean another page.
    if (shownMenus !== undefined && JSON.stringify(menus) !== shownMenus) location.reload();
  });
  events.connect();
  // The grid is painted on a canvas, which does not wait for a font to come.
  const fonts = Promise.all(['13px', 'bold 13px'].map((font) => document.fonts.load(`${font} Roboto`, 'Яя')));
  const [snapshot, templates] = await Promise.all([
    fetchJson<Snapshot>(`/spreadsheets/d/${fileId}/snapshot`),
    fetch('/assets/o-spreadsheet/o_spreadsheet.xml').then((response) => response.text()),
    fonts,
  ]);

  shownMenus = JSON.stringify(snapshot.menus);
  const translate = speakRussian(o_spreadsheet);
  addExtrasPlugin(o_spreadsheet);
  const watchProtection = warnOfProtection(o_spreadsheet, ask);
  showCellNotes(o_spreadsheet);
  registerSheetsFunctions();
  const functions = registerCustomFunctions(o_spreadsheet, snapshot.functions, async (calls) => {
    const answer = await postJson<{ results: FormulaResult[] }>('/script/formulas', { fileId, calls });
    return answer.results;
  });
  addScriptMenus(o_spreadsheet, snapshot.menus, (path) => void runMenuItem(path, clientId, selectionOn(model)));
  const clock = workspaceClock(snapshot.clock);
  const model = new o_spreadsheet.Model(
    snapshot.data,
    {
      custom: {
        workspace: { kernel: { clock }, timeZone: snapshot.timeZone, locale: snapshot.data.settings.locale },
      } as never,
      transportService: transport.service as never,
      client: { id: clientId, name: snapshot.user },
      external: { loadLocales: async () => [RUSSIAN_LOCALE, ...o_spreadsheet.DEFAULT_LOCALES] } as never,
    },
    snapshot.revisions as never,
  );
  sendWholeWhereNotShortened(model);
  functions.evaluateWith(() => model.dispatch('EVALUATE_CELLS'));
  events.on<ClockReading>('clock', (reading) => {
    clock.read(reading);
    model.dispatch('EVALUATE_CELLS');
  });
  events.on<ScriptSelection>('selection', (selection) => followSelection(model, selection));
  model.on('unexpected-revision-id', transport, () => location.reload());
  watchProtection(model);
  keepTypedText(o_spreadsheet, model);
  editNotesByKeyboard(model);
  transport.start(snapshot.revisions.at(-1)?.nextRevisionId ?? snapshot.data.revisionId ?? '');
  window.addEventListener('pagehide', () => void model.leaveSession());
  await mount(model, templates, translate);
  enterMenusByKeyboard();
  nameFields();
  // The grid is a picture to whoever looks from outside; tests and the console read the model.
  Object.assign(window, { workbook: model });
  document.body.dataset.ready = 'true';
}

/** The workspace's clock, as formulas of this page see it. */
function workspaceClock(first: ClockReading) {
  let reading = first;
  let readAt = performance.now();
  return {
    now: () => reading.nowMs + (reading.running ? performance.now() - readAt : 0),
    read(next: ClockReading) {
      reading = next;
      readAt = performance.now();
    },
  };
}

function registerSheetsFunctions(): void {
  const { functionRegistry } = o_spreadsheet.registries;
  for (const [name, description] of Object.entries(sheetsFunctions(o_spreadsheet.helpers))) {
    if (!functionRegistry.contains(name) || CLOCK_FUNCTIONS.has(name)) {
      functionRegistry.replace(name, description as never);
    }
  }
  sortSingleValues(functionRegistry, o_spreadsheet.helpers);
}

function listenToScripts(events: LiveEvents, clientId: string, onMenus: (menus: MenuNode[]) => void): void {
  events.on<Question>('question', showQuestion);
  events.on<Toast>('toast', showToast);
  events.on<HtmlWindow>('html', (html) => showScriptHtml(html, clientId));
  events.on<MenuNode[]>('menus', onMenus);
}

async function mount(model: Model, templates: string, translate: (text: string) => string): Promise<void> {
  const place = document.getElementById('grid') as HTMLElement;
  place.replaceChildren();
  const app = new owl.App(o_spreadsheet.Spreadsheet as never, {
    props: {
      model,
      notifyUser: ({ text, type }: { text: string; type: string }) =>
        showToast({ message: text, isError: type === 'danger' || type === 'warning' }),
      raiseError: (text: string, callback?: () => void) => void tell(text).then(() => callback?.()),
      askConfirmation: (text: string, confirm: () => void, cancel?: () => void) =>
        void ask(text).then((isConfirmed) => (isConfirmed ? confirm() : cancel?.())),
    },
    translateFn: translate,
  });
  app.addTemplates(templates);
  await app.mount(place);
}

async function tell(message: string): Promise<void> {
  await showDialog({ title: '', message, buttons: [{ caption: 'ОК', value: 'OK' }] }).closed;
}

/** The server's spreadsheet holds; what this page shows beyond it is lost, which the person must know. */
async function reopen(message: string): Promise<void> {
  await tell(message);
  location.reload();
}

async function ask(message: string): Promise<boolean> {
  const buttons = [
    { caption: 'ОК', value: 'OK' },
    { caption: 'Отмена', value: '' },
  ];
  return (await showDialog({ title: '', message, buttons }).closed) === 'OK';
}

function showConnection(isConnected: boolean): void {
  const state = document.getElementById('connection');
  if (state) state.textContent = isConnected ? '' : 'Нет связи. Правки будут отправлены, когда связь вернётся.';
}

openSpreadsheet().catch((error: unknown) => {
  const place = document.getElementById('grid') as HTMLElement;
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent = `Таблица не открылась: ${error instanceof Error ? error.message : String(error)}`;
  place.replaceChildren(message);
});
