import type { Extra, Zone } from '../services/spreadsheet/engine.ts';
import { showDialog } from './script-dialogs.ts';
import type { Model, Spreadsheets } from './spreadsheet-globals.ts';

interface Position {
  sheetId: string;
  col: number;
  row: number;
}

interface NoteGetters {
  getExtras(kind: string): Extra[];
  getActiveSheetId(): string;
  getActivePosition(): Position;
  getMainCellPosition(position: Position): Position;
  isVisibleInViewport(position: Position): boolean;
  getVisibleRect(zone: Zone): { x: number; y: number; width: number; height: number };
}

const KIND = 'note';
const LAYER = 'CellNotes';
/** Above the cells, under the selection. */
const LAYER_PRIORITY = 1.5;
const CORNER_PIXELS = 7;
const CORNER_COLOR = '#12506b';

/**
 * Notes on cells, which the engine does not have: a corner shows that there is one, hovering
 * reads it, Shift+F2 or the menu writes it. Must be called before the model is made.
 */
export function showCellNotes(spreadsheets: Spreadsheets): void {
  const { registries } = spreadsheets;
  spreadsheets.addRenderingLayer(LAYER as never, LAYER_PRIORITY);

  class NotesPlugin extends spreadsheets.UIPlugin {
    static override getters = [];
    static override layers = [LAYER] as never;

    override drawLayer({ ctx }: { ctx: CanvasRenderingContext2D }): void {
      const getters = this.getters as unknown as NoteGetters;
      const sheetId = getters.getActiveSheetId();
      ctx.fillStyle = CORNER_COLOR;
      for (const { range } of getters.getExtras(KIND)) {
        if (range?.sheetId !== sheetId) continue;
        const { zone } = range;
        if (!getters.isVisibleInViewport({ sheetId, col: zone.left, row: zone.top })) continue;
        const { x, y, width } = getters.getVisibleRect(zone);
        ctx.beginPath();
        ctx.moveTo(x + width - CORNER_PIXELS, y);
        ctx.lineTo(x + width, y);
        ctx.lineTo(x + width, y + CORNER_PIXELS);
        ctx.fill();
      }
    }
  }
  registries.featurePluginRegistry.replace('cell_notes', NotesPlugin as never);

  class NoteTooltip extends owl.Component {
    static override template = owl.xml`<div class="note-tooltip" t-out="props.text"/>`;
    static override props = ['*'];
  }
  registries.cellPopoverRegistry.add('Note', {
    onHover: (position: Position, getters: unknown) => {
      const note = noteAt(getters as NoteGetters, position);
      if (!note) return { isOpen: false };
      return { isOpen: true, props: { text: note.data }, Component: NoteTooltip, cellCorner: 'top-right' };
    },
  } as never);

  const item = {
    name: 'Примечание',
    description: 'Shift+F2',
    sequence: 115,
    execute: ({ model }: { model: Model }) => {
      void editNote(model);
    },
  };
  registries.cellMenuRegistry.add('note', item);
  registries.topbarMenuRegistry.addChild('note', ['insert'], item);
}

/** Shift+F2 on the selected cell. */
export function editNotesByKeyboard(model: Model): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F2' || !event.shiftKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      void editNote(model);
    },
    { capture: true },
  );
}

async function editNote(model: Model): Promise<void> {
  const getters = model.getters as unknown as NoteGetters;
  const position = getters.getMainCellPosition(getters.getActivePosition());
  const present = noteAt(getters, position);
  const text = document.createElement('textarea');
  text.rows = 5;
  text.autofocus = true;
  text.value = (present?.data as string | undefined) ?? '';
  const dialog = showDialog({
    title: 'Примечание к ячейке',
    message: 'Пустое примечание удаляется.',
    content: text,
    buttons: [
      { caption: 'Сохранить', value: 'OK' },
      { caption: 'Отмена', value: '' },
    ],
  });
  if ((await dialog.closed) !== 'OK') return;
  if (text.value === '') {
    if (present) dispatch(model, 'REMOVE_EXTRA', { extraId: present.id });
    return;
  }
  const { sheetId, col, row } = position;
  dispatch(model, 'PUT_EXTRA', {
    extraId: present?.id ?? `${sheetId}/${crypto.randomUUID()}`,
    kind: KIND,
    ranges: [{ _sheetId: sheetId, _zone: { left: col, right: col, top: row, bottom: row } }],
    data: text.value,
  });
}

/** Commands of the extras plugin, which the engine's types do not know. */
function dispatch(model: Model, type: string, payload: object): void {
  model.dispatch(type as never, payload as never);
}

function noteAt(getters: NoteGetters, { sheetId, col, row }: Position): Extra | undefined {
  return getters
    .getExtras(KIND)
    .find(({ range }) => range?.sheetId === sheetId && range.zone.left === col && range.zone.top === row);
}
