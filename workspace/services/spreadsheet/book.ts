import { randomInt, randomUUID } from 'node:crypto';
import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { Contents } from './contents.ts';
import { EditRecorder } from './edit-events.ts';
import {
  type CellPosition,
  type EngineCommand,
  type EngineLocale,
  type EvaluatedCell,
  engine,
  type Getters,
  type Model,
  quietly,
  type RawCell,
  type SessionMessage,
  type WorkbookData,
} from './engine.ts';
import { type Batch, cellWriter, prepareEngine } from './engine-setup.ts';
import { registerFunctions } from './functions.ts';
import type { EvaluationControl } from './lazy-evaluation.ts';
import { findLocale } from './locale.ts';
import { plainCopy } from './plain-copy.ts';
import { refusalError } from './refusals.ts';
import { sendWholeWhereNotShortened } from './whole-revisions.ts';

/** What the server needs to let browsers work on the same spreadsheet. */
export interface BookSession {
  /** The state to open a page with: a snapshot and the revisions made since. */
  snapshot(): { data: WorkbookData; revisions: readonly SessionMessage[] };
  /** A message of a page's engine, as its transport was given it. */
  receive(message: SessionMessage, clientId: string): void;
  /** Every message that pages must get, in order; a page gets its own back, which acknowledges them. */
  listen(listener: (message: SessionMessage) => void): () => void;
}

/** A page's change that the engine could not apply. The page must load the spreadsheet again. */
export class RefusedChange extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Revisions after which the state is written whole again. */
const REVISIONS_BEFORE_SNAPSHOT = 1_000;
/** Or this many commands in them: replaying takes longer than loading. */
const COMMANDS_BEFORE_SNAPSHOT = 100_000;
/** The engine passes a revision's commands as arguments of one call: more would not fit on the stack. */
const COMMANDS_IN_REVISION = 50_000;
const SERVER_CLIENT = 'workspace';
const NEW_SHEET_ROWS = 1_000;
const NEW_SHEET_COLUMNS = 26;

const books = new WeakMap<Kernel, Map<string, Book>>();

/** The one live book of a spreadsheet file; everything that works on the file shares it. */
export function openBook(kernel: Kernel, fileId: string): Book {
  let ofKernel = books.get(kernel);
  if (!ofKernel) {
    ofKernel = new Map();
    books.set(kernel, ofKernel);
  }
  let book = ofKernel.get(fileId);
  if (!book) {
    book = new Book(kernel, fileId);
    ofKernel.set(fileId, book);
  }
  return book;
}

/** Writes the state of a new spreadsheet: one sheet, the user's locale and zone. */
export function createBook(kernel: Kernel, fileId: string, size?: { rows: number; columns: number }): Book {
  const locale = findLocale(kernel.user.locale) ?? findLocale('en_US')!;
  const data = engine.helpers.createEmptyWorkbookData(locale.code === 'ru_RU' ? 'Лист1' : 'Sheet1');
  Object.assign(data.sheets[0]!, {
    id: '0',
    rowNumber: size?.rows ?? NEW_SHEET_ROWS,
    colNumber: size?.columns ?? NEW_SHEET_COLUMNS,
  });
  data.settings = { locale };
  data.extras = [{ id: 'time-zone', kind: 'setting', data: kernel.user.timeZone }];
  kernel.store.put(snapshotKey(fileId), data);
  return openBook(kernel, fileId);
}

const snapshotKey = (fileId: string): string => `book:${fileId}:snapshot`;
const revisionsKey = (fileId: string): string => `book:${fileId}:revisions`;

/** Does the workspace keep a spreadsheet under this id? */
export function bookExists(kernel: Kernel, fileId: string): boolean {
  return kernel.store.get(snapshotKey(fileId)) !== undefined;
}

/** Copies a spreadsheet's whole state to another file's id. */
export function copyBook(kernel: Kernel, fromId: string, toId: string): void {
  kernel.store.put(snapshotKey(toId), openBook(kernel, fromId).exportData());
}

/**
 * One live spreadsheet: the engine's model joined to an in-process session. Writes are
 * buffered and become one revision at the next read, at `flush`, or when a page's edit
 * arrives; each revision is appended to the store and passed to the pages.
 */
export class Book implements BookSession {
  readonly id: string;
  readonly kernel: Kernel;
  #model!: Model;
  #evaluation!: EvaluationControl;
  #edits!: EditRecorder;
  #contents!: Contents;
  /** Handed to the engine beside the command, which would copy it. */
  readonly #batch: Batch = { commands: [], refusals: [], writeCell: () => {} };
  /** Commands since the last snapshot: what opening must replay. */
  #replayed = 0;
  readonly #listeners = new Set<(message: SessionMessage) => void>();
  /** The session of the server's own model. */
  #own: ((message: SessionMessage) => void) | undefined;
  #revisionId!: string;
  #pending: EngineCommand[] = [];
  #version = 0;

  constructor(kernel: Kernel, fileId: string) {
    this.id = fileId;
    this.kernel = kernel;
    prepareEngine();
    registerFunctions(kernel);
    this.#load();
  }

  /** Makes the model from what is stored. */
  #load(): void {
    const { kernel, id } = this;
    const data = kernel.store.get<WorkbookData>(snapshotKey(id));
    if (!data) throw new GoogleError('Document not found or you do not have permission to access it.');
    const evaluation: EvaluationControl = { applying: true, clockDependents: () => [] };
    this.#evaluation = evaluation;
    this.#edits = new EditRecorder(this);
    this.#contents = new Contents();
    this.#replayed = 0;
    const revisions = kernel.store.list<SessionMessage>(revisionsKey(id));
    this.#revisionId = revisions.at(-1)?.nextRevisionId ?? data.revisionId;
    const config = {
      custom: {
        evaluation,
        workspace: this,
        batch: this.#batch,
        observe: (command: EngineCommand) => this.#observe(command),
      },
      client: { id: SERVER_CLIENT, name: SERVER_CLIENT },
      transportService: {
        sendMessage: async (message: SessionMessage) => this.#accept(message),
        onNewMessage: (_: string, callback: (message: SessionMessage) => void) => {
          this.#own = callback;
        },
        leave: () => {},
      },
    };
    // The engine changes what it is given, and the store's values must stay as they are.
    this.#model = quietly(() => new engine.Model(plainCopy(data), config, plainCopy(revisions)));
    sendWholeWhereNotShortened(this.#model);
    this.#batch.writeCell = cellWriter(this.#model);
    this.#evaluation.applying = false;
    this.#evaluation.clockDependents = () => this.#clockDependents();
    for (const { commands } of revisions) this.#replayed += commands?.length ?? 0;
    this.#compactWhenLong();
  }

  /** Reads of the spreadsheet; what is buffered is applied first. */
  get getters(): Getters {
    this.flush();
    return this.#model.getters;
  }

  /** Grows with every change: a key for what was computed from the state. */
  get version(): number {
    return this.#version + (this.#pending.length > 0 ? 0.5 : 0);
  }

  get timeZone(): string {
    return (this.#model.getters.getExtra('time-zone')?.data as string) ?? this.kernel.user.timeZone;
  }

  get locale(): EngineLocale {
    return this.#model.getters.getLocale();
  }

  /** Buffers commands for the next revision. They must be allowed: a refused one is an error of the workspace. */
  write(...commands: EngineCommand[]): void {
    this.writeAll(commands);
  }

  /** A list of any length: as arguments of one call, a hundred thousand would not fit on the stack. */
  writeAll(commands: readonly EngineCommand[]): void {
    for (const command of commands) {
      const last = this.#pending.length - 1;
      const together = last >= 0 ? joinedFormatting(this.#pending[last]!, command) : undefined;
      if (together) this.#pending[last] = together;
      else this.#pending.push(command);
    }
  }

  flush(): void {
    if (this.#pending.length === 0) return;
    const commands = this.#pending;
    this.#pending = [];
    for (let start = 0; start < commands.length; start += COMMANDS_IN_REVISION) {
      this.#batch.commands = commands.slice(start, start + COMMANDS_IN_REVISION);
      this.#applying(() => this.#model.dispatch('WORKSPACE_BATCH'));
    }
    this.#replayed += commands.length;
    this.#compactWhenLong();
    const refused = this.#batch.refusals.splice(0);
    if (refused.length > 0) throw refusalError(refused);
  }

  /**
   * Changes made by a person at the page raise events for the script; changes made through `write` do not.
   *
   * @throws RefusedChange when the engine could not apply the change: nothing of it is kept
   */
  receive(message: SessionMessage, clientId: string): void {
    this.flush();
    if (!changesState(message)) {
      this.#relay(message);
      return;
    }
    // A page that was behind gets the missing revisions, rebases its change and sends it again.
    if (message.serverRevisionId !== this.#revisionId) return;
    if (message.type === 'SNAPSHOT') return;
    // One change of the store: a kill leaves no edit without its event.
    this.kernel.store.transaction(() => {
      this.#edits.start();
      try {
        this.#applying(() => this.#accept({ ...message, clientId }));
      } catch (error) {
        // The model may hold a half of the change; what is stored holds nothing of it.
        this.#load();
        throw new RefusedChange(error);
      }
      this.#replayed += message.commands?.length ?? 0;
      this.#compactWhenLong();
      this.#edits.raise();
    });
  }

  /** Changes that a person makes elsewhere than at a page: they raise the same events. */
  asPerson(change: () => void): void {
    this.flush();
    this.kernel.store.transaction(() => {
      this.#edits.start();
      change();
      this.flush();
      this.#edits.raise();
    });
  }

  listen(listener: (message: SessionMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(): { data: WorkbookData; revisions: readonly SessionMessage[] } {
    this.flush();
    return {
      data: this.kernel.store.get<WorkbookData>(snapshotKey(this.id))!,
      revisions: this.kernel.store.list<SessionMessage>(revisionsKey(this.id)),
    };
  }

  /** The whole state as the engine loads it. */
  exportData(): WorkbookData {
    this.flush();
    return this.#model._exportData(false);
  }

  /** Files of the .xlsx package, values of all formulas included. */
  async exportXlsxFiles(): Promise<Awaited<ReturnType<Model['exportXLSX']>>['files']> {
    this.flush();
    return (await quietly(() => this.#model.exportXLSX())).files;
  }

  sheets(): { id: string; name: string }[] {
    return this.getters.getSheetIds().map((id) => ({ id, name: this.getters.getSheetName(id) }));
  }

  /** @returns the new sheet's id, a number as on Google */
  insertSheet(name: string, position = this.getters.getSheetIds().length): string {
    const sheetId = String(randomInt(1, 2 ** 31));
    this.write({ type: 'CREATE_SHEET', sheetId, position, name, cols: NEW_SHEET_COLUMNS, rows: NEW_SHEET_ROWS });
    return sheetId;
  }

  newId(): string {
    return randomUUID();
  }

  /** Whether reading the sheet's values may need a calculation. */
  hasFormulas(sheetId: string): boolean {
    this.flush();
    return this.#contents.hasFormulas(sheetId, this.#model.getters);
  }

  /** Last row with content, 1-based; 0 for an empty sheet. */
  lastRow(sheetId: string): number {
    this.flush();
    return this.#contents.lastRow(sheetId, this.#version, this.#model.getters);
  }

  lastColumn(sheetId: string): number {
    this.flush();
    return this.#contents.lastColumn(sheetId, this.#version, this.#model.getters);
  }

  /**
   * A cell's value. A literal is its own value: nothing is calculated for it, so that reading
   * a hundred thousand answers does not wait for the formulas of the sheet beside.
   */
  cellValue(position: CellPosition, cell: RawCell | undefined): Pick<EvaluatedCell, 'type' | 'value' | 'format'> {
    const { getters } = this.#model;
    if (cell && !cell.isFormula && cell.content !== '') {
      const literal = literalValue(cell);
      if (literal !== undefined) return literal;
    } else if (!cell?.isFormula && !this.#contents.hasFormulas(position.sheetId, getters)) return EMPTY;
    return getters.getEvaluatedCell(position);
  }

  /** What was typed into a cell: a formula, a number, a text without its quote. */
  contentAt(position: CellPosition): string {
    const cell = this.getters.getCell(position);
    if (!cell) return '';
    if (cell.isFormula) return cell.compiledFormula!.toFormulaString(this.#model.getters);
    return cell.content.startsWith("'") ? cell.content.slice(1) : cell.content;
  }

  #applying<T>(work: () => T): T {
    this.#version += 1;
    this.#evaluation.applying = true;
    try {
      return quietly(work);
    } finally {
      this.#evaluation.applying = false;
    }
  }

  /** The session's server: puts a revision into the one order that all clients see. */
  #accept(message: SessionMessage): void {
    if (!changesState(message)) {
      this.#relay(message);
      return;
    }
    // First the server's own model: what it cannot take must not be kept.
    this.#own?.(message);
    this.#revisionId = message.nextRevisionId!;
    this.kernel.store.append(revisionsKey(this.id), message);
    this.kernel.files.change(this.id, {});
    this.#relay(message);
  }

  #relay(message: SessionMessage): void {
    for (const listener of this.#listeners) listener(message);
  }

  #compactWhenLong(): void {
    const revisions = this.kernel.store.list(revisionsKey(this.id)).length;
    if (revisions > REVISIONS_BEFORE_SNAPSHOT || this.#replayed > COMMANDS_BEFORE_SNAPSHOT) this.#compact();
  }

  #compact(): void {
    this.#replayed = 0;
    const data = { ...this.#model._exportData(false), revisionId: this.#revisionId };
    const { store } = this.kernel;
    store.transaction(() => {
      store.delete(revisionsKey(this.id));
      store.put(snapshotKey(this.id), data);
    });
  }

  #clockDependents(): CellPosition[] {
    return this.#contents.clockDependents(this.kernel.clock.now(), this.#model.getters);
  }

  #observe(command: EngineCommand): void {
    this.#contents.before(command);
    this.#edits.before(command, (sheetId, col, row) => {
      const cell = this.#model.getters.getCell({ sheetId, col, row });
      return cell?.isFormula ? cell.compiledFormula!.toFormulaString(this.#model.getters) : (cell?.content ?? '');
    });
  }
}

const EMPTY = { type: 'empty', value: null } as const;

/** undefined: an error, a link, a format that makes text of numbers; the engine tells. */
function literalValue({
  content,
  format,
  parsedValue,
}: RawCell): Pick<EvaluatedCell, 'type' | 'value' | 'format'> | undefined {
  if (/^[#[]/.test(content)) return undefined;
  if (format?.includes('@')) return format === '@' ? { type: 'text', value: content, format } : undefined;
  if (typeof parsedValue === 'number') return { type: 'number', value: parsedValue, format };
  if (typeof parsedValue === 'boolean') return { type: 'boolean', value: parsedValue, format };
  return typeof parsedValue === 'string' ? { type: 'text', value: parsedValue, format } : undefined;
}

/**
 * Two formattings of the same cells in a row as one: a script dresses a range by a chain of
 * calls, and the engine takes each cell into its hands for each of them.
 */
function joinedFormatting(first: EngineCommand, second: EngineCommand): EngineCommand | undefined {
  if (first.type !== 'SET_FORMATTING' || second.type !== 'SET_FORMATTING' || first.sheetId !== second.sheetId) {
    return undefined;
  }
  if (JSON.stringify(first.target) !== JSON.stringify(second.target)) return undefined;
  return { ...first, ...second, style: { ...(first.style as object), ...(second.style as object) } };
}

function changesState({ type }: SessionMessage): boolean {
  return type === 'REMOTE_REVISION' || type === 'REVISION_UNDONE' || type === 'REVISION_REDONE' || type === 'SNAPSHOT';
}
