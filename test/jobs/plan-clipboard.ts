/** The source plans as programs put them on the clipboard (`text/html`), told apart by how they write numbers and merged cells. */
import { readFileSync } from 'node:fs';
import { type Seed, seedDraft, seedPages } from './plan-papers.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Word breaks the lines of the page's source where it likes: such a break is a space. */
const wrapped = (text: string): string => escaped(text).replace(/(.{40,60}) /g, '$1\r\n  ');

/** LibreOffice Writer, saved as a page: lists for counted numbers, colspan and rowspan. */
export function libreOfficeClipboard(seed: Seed, variant: 'careful' | 'paged'): string {
  return readFileSync(`test/seeds/plans/${seed}-${variant}.html`, 'utf8');
}

interface Marks {
  paragraph(text: string): string;
  number(n: number): string;
  section(n: number, roman: string, title: string): string;
  frame(title: string, table: string): string;
}

/** Word: a counted number is text in a span of its own, the end of a cell is a paragraph of Word's. */
const WORD: Marks = {
  paragraph: (text) => `<p class=MsoNormal><span lang=RU>${wrapped(text)}<o:p></o:p></span></p>`,
  number: (n) =>
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span\r\n style='mso-list:Ignore'>${n}.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><o:p>&nbsp;</o:p></p>`,
  section: (_, roman, title) =>
    `<p class=MsoNormal style='mso-list:l1 level1 lfo2'><![if !supportLists]><b><span style='mso-list:Ignore'>${roman}.<span>&nbsp; </span></span></b><![endif]><b>${wrapped(title)}<o:p></o:p></b></p>`,
  frame: (title, table) =>
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=RU><!--StartFragment-->${title}<table class=MsoTableGrid border=1>${table}</table><!--EndFragment--></body></html>`,
};

/** Google Docs: a list a cell that goes on from the one before by `start`. */
const DOCS: Marks = {
  paragraph: (text) => `<p dir="ltr"><span style="white-space:pre-wrap;">${escaped(text)}</span></p>`,
  number: (n) =>
    `<ol style="margin-top:0;" start="${n}"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation"><span></span></p></li></ol>`,
  section: (n, _, title) =>
    `<ol start="${n}"><li dir="ltr" style="list-style-type:upper-roman;"><p dir="ltr" role="presentation"><span>${escaped(title)}</span></p></li></ol>`,
  frame: (title, table) =>
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">${title}<br /><div dir="ltr" align="left"><table><colgroup><col /><col /></colgroup><tbody>${table}</tbody></table></div></b>`,
};

export const wordClipboard = (seed: Seed): string => clipboard(seed, WORD);
export const docsClipboard = (seed: Seed): string => clipboard(seed, DOCS);

function clipboard(seed: Seed, marks: Marks): string {
  const draft = seedDraft(seed);
  const hasResult = draft.lines.some(({ expectedResult }) => expectedResult !== '');
  const cell = (content: string, span = ''): string => `<td${span}>${content}</td>`;
  const titles = ['№ п/п', 'Наименование мероприятий', 'Сроки', 'Ожидаемый результат', 'Ответственный исполнитель'];
  const shown = (cells: readonly string[]): string =>
    `<tr>${cells.filter((_, at) => hasResult || at !== 3).join('')}</tr>`;
  const rows = draft.lines.flatMap((line, at) => {
    const starts = line.section !== null && line.section !== draft.lines[at - 1]?.section;
    const subLines = draft.lines.filter(({ parent, number }) => parent === line.key && number === null).length;
    const n = Number(line.number);
    const parties = line.responsible.map(escaped).join(';<br>');
    const row = shown([
      cell(line.number === null ? '' : n < 14 ? marks.number(n) : marks.paragraph(`${n}.`)),
      cell(marks.paragraph(line.measure)),
      cell(marks.paragraph(line.deadline)),
      cell(marks.paragraph(line.expectedResult)),
      // A cell that is covered from above is not in the page at all.
      line.number === null ? '' : cell(`<p>${parties}</p>`, subLines > 0 ? ` rowspan=${subLines + 1}` : ''),
    ]);
    const { number = '', title = '' } = line.section ?? {};
    const sectionNumber = draft.sections.indexOf(line.section!) + 1;
    const heading = `<tr><td colspan=${hasResult ? 5 : 4}>${marks.section(sectionNumber, number, title)}</td></tr>`;
    return starts ? [heading, row] : [row];
  });
  const title = seedPages(seed)
    .before.map((line) => marks.paragraph(line))
    .join('\r\n');
  return marks.frame(title, [shown(titles.map((text) => cell(marks.paragraph(text)))), ...rows].join('\r\n'));
}
