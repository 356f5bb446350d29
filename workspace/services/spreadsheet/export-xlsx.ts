import JSZip from 'jszip';
import type { Kernel } from '../../kernel/kernel.ts';
import { type Book, openBook } from './book.ts';
import { type ChartAxes, withAxes } from './xlsx-axes.ts';
import { type SheetNote, withNotes } from './xlsx-notes.ts';
import { withRowHeights, wrappedRowHeights } from './xlsx-row-heights.ts';

/**
 * The engine writes each part of the package as text, parses it and serialises it again. A
 * server has no DOM, and needs none for that: the text passes through.
 */
class PassingParser {
  parseFromString(text: string) {
    return { text, querySelector: () => null };
  }
}

class PassingSerializer {
  serializeToString({ text }: { text: string }): string {
    return text;
  }
}

/** The spreadsheet as a real `.xlsx` file: formulas with their values, custom functions as values. */
export async function exportXlsx(kernel: Kernel, fileId: string): Promise<Buffer> {
  const zip = new JSZip();
  const book = openBook(kernel, fileId);
  const files = await withPassingDom(() => book.exportXlsxFiles());
  const heights = new Map<string, ReadonlyMap<number, number>>(
    book.sheets().map(({ id }, index) => [`xl/worksheets/sheet${index}.xml`, wrappedRowHeights(book, id)] as const),
  );
  const notes = book.sheets().map(({ id }) => notesOf(book, id));
  for (const file of withAxes(withNotes(files, notes), axesOf(book))) {
    // Pictures come as data addresses.
    if ('imageSrc' in file) zip.file(file.path, file.imageSrc.split(',')[1] ?? '', { base64: true });
    else
      zip.file(
        file.path,
        withRowHeights(withClippedText(withWholePies(file.content)), heights.get(file.path) ?? new Map()),
      );
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** In the order in which the engine numbers the charts of the file. */
function axesOf({ getters }: Book): ChartAxes[] {
  return getters.getSheetIds().flatMap((sheetId) => {
    const charts = new Map(getters.getChartIds(sheetId).map((id) => [getters.getFigureIdFromChartId(id), id]));
    return getters
      .getFigures(sheetId)
      .map(({ id }) => charts.get(id))
      .filter((id) => id !== undefined && getters.getChart(id)?.getDefinitionForExcel(getters) !== undefined)
      .map((id) => {
        const { horizontal, axesDesign } = getters.getChartDefinition(id!) as ChartDefinition;
        return (horizontal ? axesDesign?.x : axesDesign?.y) ?? {};
      });
  });
}

interface ChartDefinition {
  horizontal?: boolean;
  axesDesign?: { x?: ChartAxes; y?: ChartAxes };
}

function notesOf(book: Book, sheetId: string): SheetNote[] {
  return book.getters
    .getExtras('note')
    .filter((extra) => extra.sheetId === sheetId && extra.range)
    .map(({ range, data }) => ({ col: range!.zone.left, row: range!.zone.top, text: String(data) }));
}

/** The engine writes every pie as a ring with a hole of size 0, which only some programs show as a pie. */
function withWholePies(xml: string): string {
  return xml.replace(
    /<c:doughnutChart>([\s\S]*?)<c:holeSize val="0" \/>([\s\S]*?)<\/c:doughnutChart>/g,
    '<c:pieChart>$1$2</c:pieChart>',
  );
}

/** The engine writes clipped text as text that shrinks to its cell; Google says of it that it does neither that nor wrap. */
function withClippedText(xml: string): string {
  return xml.replaceAll(' shrinkToFit="1"', ' shrinkToFit="0" wrapText="0"');
}

async function withPassingDom<T>(work: () => Promise<T>): Promise<T> {
  const globals = globalThis as unknown as Record<'DOMParser' | 'XMLSerializer', unknown>;
  const { DOMParser, XMLSerializer } = globals;
  Object.assign(globals, { DOMParser: PassingParser, XMLSerializer: PassingSerializer });
  try {
    return await work();
  } finally {
    Object.assign(globals, { DOMParser, XMLSerializer });
  }
}
