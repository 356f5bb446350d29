/** Documents with tables → rows: merged cells, counted numbers (ECMA-376, part 1, §17.9), text between tables. */
import fc from 'fast-check';
import { readDocx } from '../../../src/domain/plan/docx-document.ts';
import { importDocument } from '../../../src/domain/plan/import-plan.ts';
import { rowsOfDocument, type SourceBlock, type SourceCell } from '../../../src/domain/plan/source-document.ts';
import type { XmlNode } from '../../../src/domain/plan/xml-node.ts';
import type { Element } from '../../../workspace/services/xml/element.ts';
import { parseXml } from '../../../workspace/services/xml/parse.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function nodeOf(element: Element): XmlNode {
  const word = element.getDocument()!.getRootElement()!.getNamespace();
  return {
    name: element.getName(),
    attribute: (name) => element.getAttribute(name, word)?.getValue(),
    children: () => element.getChildren().map(nodeOf),
    child: (name) =>
      element
        .getChildren()
        .map(nodeOf)
        .find((child) => child.name === name),
    text: () => element.getText(),
  };
}

/** @param xml inside of the part's root, with prefix `w` */
const part = (root: string, xml: string): XmlNode =>
  nodeOf(parseXml(`<w:${root} xmlns:w="${WORD}">${xml}</w:${root}>`).getRootElement());

const numbered = (text: string, level = 0, list = 1): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const level = (n: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, template: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${template}"/>${more}</w:num>`;

function linesOf(body: string, numbering = '', styles = ''): string[] {
  const { blocks } = readDocx({
    document: part('document', `<w:body>${body}</w:body>`),
    numbering: part('numbering', numbering),
    styles: part('styles', styles),
  });
  return blocks.flatMap((block) => (block.kind === 'text' ? block.text.split('\n') : []));
}

describe('numbers that Word counts', () => {
  const levels = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}${level(2, 'russianLower', '%3)')}</w:abstractNum>`;

  test('a level counts on under its own upper level and begins anew under the next one', () => {
    const body = [
      ['а', 0],
      ['б', 1],
      ['в', 1],
      ['г', 2],
      ['д', 0],
      ['е', 1],
    ] as const;
    expect(linesOf(body.map(([text, at]) => numbered(text, at)).join(''), levels + list(1, 7))).toEqual(
      '1. а|1.1. б|1.2. в|а) г|2. д|2.1. е'.split('|'),
    );
  });

  test('two lists of one template go on from one another; a start of its own begins anew', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const body = numbered('а', 0, 1) + numbered('б', 0, 2) + numbered('в', 0, 3);
    expect(linesOf(body, levels + list(1, 7) + list(2, 7) + list(3, 7, restart))).toEqual(['1. а', '2. б', '5. в']);
  });

  test('a style, or the one it is based on, brings the number; a paragraph may refuse it', () => {
    const styles =
      '<w:style w:styleId="Section"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="Own"><w:basedOn w:val="Section"/></w:style>';
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Section"/>')}</w:abstractNum>${list(1, 7)}`;
    const styled = (style: string, more = ''): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>т</w:t></w:r></w:p>`;
    const body =
      styled('Section') + styled('Own') + styled('Own', '<w:numPr><w:numId w:val="0"/></w:numPr>') + plain('т');
    expect(linesOf(body, numbering, styles)).toEqual(['I. т', 'II. т', 'т', 'т']);
  });

  test('a bullet is no text; a list that the file does not have is none', () => {
    const bullets = `<w:abstractNum w:abstractNumId="7">${level(0, 'bullet', '•')}</w:abstractNum>${list(1, 7)}`;
    expect(linesOf(numbered('а') + numbered('б', 0, 9), bullets)).toEqual(['а', 'б']);
  });
});

test('content controls, links and tagged pieces are looked through; deleted and moved-away text is not read', () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  const body =
    `<w:sdt><w:sdtContent><w:p>${run('до ')}<w:hyperlink>${run('1 ')}</w:hyperlink>` +
    `<w:del>${run('марта')}</w:del><w:moveFrom>${run('мая')}</w:moveFrom><w:ins><w:smartTag>${run('июня')}</w:smartTag></w:ins></w:p></w:sdtContent></w:sdt>`;
  expect(linesOf(body)).toEqual(['до 1 июня']);
});

describe('tables of a document', () => {
  const table = (...rows: (string | SourceCell)[][]): SourceBlock => ({
    kind: 'table',
    rows: rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
  });
  const HEADER = ['№', 'Мероприятие', 'Срок', 'Ответственный'];
  const lines = (...blocks: SourceBlock[]) => importDocument({ blocks, unread: [] });

  test('headings between tables are sections, roman or in words; other text is told and joins no cell', () => {
    const draft = lines(
      { kind: 'text', text: 'План на 2026 год\nРаздел 1. Подготовка' },
      table(HEADER, ['1', 'А', 'май', 'УСЗН,']),
      { kind: 'text', text: 'Раздел 2. Проведение' },
      table(['2', 'Б', 'июнь', 'УСЗН']),
      { kind: 'text', text: 'III. Итоги\nСогласовано' },
      table(HEADER, ['3', 'В', 'июль', 'УСЗН']),
    );
    expect(draft.lines.map(({ number, section, responsible }) => [number, section?.number, responsible])).toEqual([
      ['1', '1', ['УСЗН']],
      ['2', '2', ['УСЗН']],
      ['3', 'III', ['УСЗН']],
    ]);
    expect(draft.title).toBe('План на 2026 год');
    expect(draft.doubts.filter(({ code }) => code === 'text-outside').map(({ about }) => about)).toEqual([
      'Согласовано',
    ]);
  });

  test('a cell that covers three lines holds for each; one that covers a line and its sub-lines is the parent’s', () => {
    const draft = lines(
      table(
        HEADER,
        ['1', 'А', { text: 'май', rows: 2 }, { text: 'УСЗН', rows: 3 }],
        ['2', 'Б'],
        ['3', 'В', 'июнь'],
        ['4', 'Г:', '', { text: 'Отдел', rows: 2 }],
        ['', 'подстрока', 'июль'],
      ),
    );
    expect(draft.lines.map(({ key, deadline, responsible }) => [key, deadline, responsible.join()])).toEqual([
      ['1', 'май', 'УСЗН'],
      ['2', 'май', 'УСЗН'],
      ['3', 'июнь', 'УСЗН'],
      ['4', '', 'Отдел'],
      ['4.1', 'июль', 'Отдел'],
    ]);
    expect(draft.doubts.filter(({ code }) => code === 'cell-merged').map(({ line, about }) => [line, about])).toEqual([
      ['2', 'deadline'],
      ['2', 'responsible'],
      ['3', 'responsible'],
    ]);
  });

  test('whatever cells cover, every row is as wide as its table and no text is lost or doubled', () => {
    const cell = fc.record({
      text: fc.constantFrom('а', 'б', ''),
      columns: fc.integer({ min: 1, max: 3 }),
      rows: fc.integer({ min: 1, max: 3 }),
      continued: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const found = rowsOfDocument({ blocks: [{ kind: 'table', rows }], unread: [] });
        expect(new Set(found.map(({ cells }) => cells.length)).size).toBeLessThanOrEqual(1);
        const shown = found.flatMap(({ cells }) => cells.filter((text) => text !== ''));
        const given = rows.flat().filter(({ text, continued }) => text !== '' && !continued);
        expect(shown).toEqual(given.map(({ text }) => text));
      }),
    );
  });
});
