import { GoogleError } from '../../kernel/google-object.ts';
import type { EngineCommand, EvaluatedCell } from './engine.ts';
import { noteReader, writeNotes } from './notes.ts';
import type { Range } from './range.ts';

interface SortKey {
  /** 0-based column of the sheet. */
  col: number;
  ascending: boolean;
}

/** `Range.sort(3)`, `sort({column: 2, ascending: false})`, `sort([2, {column: 1, ascending: true}])`. */
function readKeys(range: Range, spec: unknown): SortKey[] {
  const specs = Array.isArray(spec) ? spec : [spec];
  return specs.map((item) => {
    const { column, ascending = true } = (typeof item === 'number' ? { column: item } : item) as {
      column: number;
      ascending?: boolean;
    };
    if (column < range.getColumn() || column > range.getLastColumn()) {
      throw new GoogleError('The sort column index is out of range.');
    }
    return { col: column - 1, ascending };
  });
}

/** Sorts rows; a row moves with its formats and notes, and formulas keep pointing along their own row. */
export function sortRange(range: Range, spec: unknown): void {
  const keys = readKeys(range, spec);
  const { _book: book, _sheetId: sheetId, _zone: zone } = range;
  const { getters } = book;
  const rows = Array.from({ length: range.getNumRows() }, (_, offset) => zone.top + offset);
  const valueAt = new Map(
    keys.flatMap(({ col }) =>
      rows.map((row) => [`${col}:${row}`, getters.getEvaluatedCell({ sheetId, col, row })] as const),
    ),
  );
  const order = [...rows].sort((a, b) => {
    for (const { col, ascending } of keys) {
      const difference = compareCells(valueAt.get(`${col}:${a}`)!, valueAt.get(`${col}:${b}`)!, ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  if (order.every((row, index) => row === rows[index])) return;
  const note = noteReader(book, sheetId);
  const notes = new Map<string, string>();
  const commands: EngineCommand[] = [];
  order.forEach((from, index) => {
    const to = rows[index]!;
    for (let col = zone.left; col <= zone.right; col += 1) {
      const cell = getters.getCell({ sheetId, col, row: from });
      const present = getters.getCell({ sheetId, col, row: to });
      notes.set(`${col}:${to}`, note(col, from));
      if (!cell && !present) continue;
      const content = cell?.isFormula
        ? getters.getTranslatedCellFormula(sheetId, 0, to - from, cell.compiledFormula)
        : (cell?.content ?? '');
      const look = { style: cell?.style ?? null, format: cell?.format ?? '' };
      commands.push({ type: 'UPDATE_CELL', sheetId, col, row: to, content, ...look });
    }
  });
  writeNotes(book, sheetId, zone, (col, row) => notes.get(`${col}:${row}`) ?? null);
  book.writeAll(commands);
}

const RANK: Record<EvaluatedCell['type'], number> = { number: 0, text: 1, boolean: 2, error: 3, empty: 4 };
const TEXT_ORDER = new Intl.Collator('ru', { sensitivity: 'variant', numeric: false });

/** Sheets' order: numbers, text, FALSE, TRUE, errors; empty cells stand last both ways. */
export function compareCells(a: EvaluatedCell, b: EvaluatedCell, ascending: boolean): number {
  const emptyA = isEmpty(a);
  const emptyB = isEmpty(b);
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
  const direction = ascending ? 1 : -1;
  if (a.type !== b.type) return direction * (RANK[a.type] - RANK[b.type]);
  if (a.type === 'text') return direction * TEXT_ORDER.compare(a.value as string, b.value as string);
  return direction * (Number(a.value) - Number(b.value) || 0);
}

function isEmpty(cell: EvaluatedCell): boolean {
  return cell.type === 'empty' || cell.value === '';
}
