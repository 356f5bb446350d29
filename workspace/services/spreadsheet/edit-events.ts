import type { Kernel } from '../../kernel/kernel.ts';
import type { CellPosition, EngineCommand, Zone } from './engine.ts';

/** What the service needs to make Google's event object of an edit or a change. */
export interface EditDetail {
  sheetId: string;
  zone: Zone;
  value?: string;
  oldValue?: string;
}

export interface ChangeDetail {
  changeType: string;
}

/** What of the book an edit's events need. */
interface EditedBook {
  readonly id: string;
  readonly kernel: Kernel;
  contentAt(position: CellPosition): string;
}

interface Edit {
  sheetId: string;
  zone: Zone;
  /** What the first changed cell held; of use when it is the only one. */
  oldContent: string;
}

/** Command → Google's ChangeType. https://developers.google.com/apps-script/guides/triggers/events#change */
const CHANGE_TYPES: Record<string, string> = {
  CREATE_SHEET: 'INSERT_GRID',
  DUPLICATE_SHEET: 'INSERT_GRID',
  DELETE_SHEET: 'REMOVE_GRID',
  SET_FORMATTING: 'FORMAT',
  CLEAR_FORMATTING: 'FORMAT',
  SET_ZONE_BORDERS: 'FORMAT',
  SET_BORDER: 'FORMAT',
  ADD_MERGE: 'OTHER',
  REMOVE_MERGE: 'OTHER',
  RENAME_SHEET: 'OTHER',
  ADD_CONDITIONAL_FORMAT: 'FORMAT',
};

/** Watches one change made by a person and tells the script's triggers of it, as Google does. */
export class EditRecorder {
  readonly #book: EditedBook;
  #recording = false;
  readonly #edits = new Map<string, Edit>();
  readonly #changes = new Set<string>();

  constructor(book: EditedBook) {
    this.#book = book;
  }

  start(): void {
    this.#edits.clear();
    this.#changes.clear();
    this.#recording = true;
  }

  /** Called for every command before it is applied; `contentOf` reads a cell as it still stands. */
  before(command: EngineCommand, contentOf: (sheetId: string, col: number, row: number) => string): void {
    if (!this.#recording) return;
    if (command.type === 'UPDATE_CELL') {
      if ('content' in command) this.#noteEdit(command as unknown as CellCommand, contentOf);
      else this.#changes.add('FORMAT');
    } else if (command.type === 'ADD_COLUMNS_ROWS' || command.type === 'REMOVE_COLUMNS_ROWS') {
      const verb = command.type === 'ADD_COLUMNS_ROWS' ? 'INSERT' : 'REMOVE';
      this.#changes.add(`${verb}_${command.dimension === 'COL' ? 'COLUMN' : 'ROW'}`);
    } else if (CHANGE_TYPES[command.type]) this.#changes.add(CHANGE_TYPES[command.type]!);
  }

  #noteEdit(
    { sheetId, col, row }: CellCommand,
    contentOf: (sheetId: string, col: number, row: number) => string,
  ): void {
    const edit = this.#edits.get(sheetId);
    if (edit) {
      const { zone } = edit;
      edit.zone = {
        left: Math.min(zone.left, col),
        right: Math.max(zone.right, col),
        top: Math.min(zone.top, row),
        bottom: Math.max(zone.bottom, row),
      };
    } else {
      const zone = { left: col, right: col, top: row, bottom: row };
      this.#edits.set(sheetId, { sheetId, zone, oldContent: contentOf(sheetId, col, row) });
    }
  }

  /** Queues the events of what was recorded. */
  raise(): void {
    this.#recording = false;
    const structural = [...this.#changes].filter((change) => /^(INSERT|REMOVE)_/.test(change));
    // Cells moved by an inserted row are no edit of theirs.
    const edits = structural.length > 0 ? [] : [...this.#edits.values()];
    for (const edit of edits) this.#raiseEdit(edit);
    const changes = structural.length > 0 ? structural : edits.length > 0 ? ['EDIT'] : [...this.#changes];
    for (const changeType of changes) this.#queue('change', { changeType } satisfies ChangeDetail);
  }

  #raiseEdit({ sheetId, zone, oldContent }: Edit): void {
    const detail: EditDetail = { sheetId, zone };
    if (zone.left === zone.right && zone.top === zone.bottom) {
      const content = this.#book.contentAt({ sheetId, col: zone.left, row: zone.top });
      if (content !== '') detail.value = content;
      if (oldContent !== '') detail.oldValue = oldContent;
    }
    this.#queue('edit', detail);
  }

  #queue(type: 'edit' | 'change', detail: unknown): void {
    this.#book.kernel.raise({ type, sourceId: this.#book.id, service: 'SpreadsheetApp', detail });
  }
}

interface CellCommand {
  sheetId: string;
  col: number;
  row: number;
}
