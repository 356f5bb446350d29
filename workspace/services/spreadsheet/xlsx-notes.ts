import { zoneToA1 } from './a1.ts';
import type { XlsxFile } from './engine.ts';

export interface SheetNote {
  col: number;
  row: number;
  text: string;
}

type TextFile = Extract<XlsxFile, { content: string }>;

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NO_RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/**
 * Adds notes to the package's parts: the engine knows no notes. Each sheet with notes gets a
 * part with their text and one with the shapes of their boxes, which Excel asks for.
 *
 * @param notesBySheet in the order of the sheets
 * @source ECMA-376, part 1, 18.7 (comments), part 4, 19.1 (VML)
 */
export function withNotes(files: readonly XlsxFile[], notesBySheet: readonly (readonly SheetNote[])[]): XlsxFile[] {
  const parts = new Map(files.map((file) => [file.path, file]));
  const change = (path: string, missing: string, edit: (content: string) => string): void => {
    const present = parts.get(path) as TextFile | undefined;
    parts.set(path, { path, content: edit(present?.content ?? missing) });
  };
  notesBySheet.forEach((notes, index) => {
    if (notes.length === 0) return;
    parts.set(`xl/comments${index}.xml`, { path: `xl/comments${index}.xml`, content: commentsPart(notes) });
    const vmlPath = `xl/drawings/vmlDrawing${index}.vml`;
    parts.set(vmlPath, { path: vmlPath, content: boxesPart(notes) });
    change(`xl/worksheets/_rels/sheet${index}.xml.rels`, NO_RELATIONSHIPS, (content) =>
      content.replace(
        '</Relationships>',
        `<Relationship Id="rIdNotes" Target="../comments${index}.xml" Type="${RELATIONSHIPS}/comments"/>` +
          `<Relationship Id="rIdNoteBoxes" Target="../drawings/vmlDrawing${index}.vml" Type="${RELATIONSHIPS}/vmlDrawing"/></Relationships>`,
      ),
    );
    change(`xl/worksheets/sheet${index}.xml`, '', withLegacyDrawing);
    change('[Content_Types].xml', '', (content) => withContentTypes(content, index));
  });
  return [...parts.values()];
}

/** Its place among the last elements of a sheet is prescribed: after the drawing, before the tables. */
function withLegacyDrawing(sheet: string): string {
  const element = '<legacyDrawing r:id="rIdNoteBoxes"/>';
  if (/<tableParts/.test(sheet)) return sheet.replace(/<tableParts/, `${element}<tableParts`);
  return sheet.replace('</worksheet>', `${element}</worksheet>`);
}

function withContentTypes(types: string, index: number): string {
  const vml = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const comments =
    '<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml" ' +
    `PartName="/xl/comments${index}.xml"/>`;
  return types.replace('</Types>', `${types.includes('Extension="vml"') ? '' : vml}${comments}</Types>`);
}

function commentsPart(notes: readonly SheetNote[]): string {
  const comments = notes.map(({ col, row, text }) => {
    const cell = zoneToA1({ left: col, right: col, top: row, bottom: row });
    return `<comment ref="${cell}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`
  );
}

function boxesPart(notes: readonly SheetNote[]): string {
  const shapes = notes.map(
    ({ col, row }, index) =>
      `<v:shape id="note${index}" type="#note" style="position:absolute;width:200px;height:80px;visibility:hidden" ` +
      'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>' +
      `<x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>' +
    `${shapes.join('')}</xml>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
