import { html, raw } from 'hono/html';
import type { Kernel } from '../../kernel/kernel.ts';
import { pictureShelf, readDocument } from './document-store.ts';
import { CELL_PADDING_POINTS, columnWidthsPoints, contentWidthPoints, headingOf, TABLE_BORDER } from './layout.ts';
import type { PictureShelf } from './live-tree.ts';
import { type Html, listHtml } from './page-lists.ts';
import { cssOf, pageCss, paragraphCss, runCss, templateCss } from './page-style.ts';
import type {
  BlockNode,
  CellNode,
  DocumentContent,
  InlineNode,
  ParagraphNode,
  Run,
  SectionNode,
  TableNode,
} from './tree.ts';

/** What the writers of single elements need to know of the whole document. */
export interface PageContext {
  content: DocumentContent;
  pictures: PictureShelf;
  widthPoints: number;
}

/**
 * The document as a page to read: a whole HTML page that needs nothing else.
 * @throws Error when there is no such document
 */
export function documentHtml(kernel: Kernel, id: string): string {
  const { context, name } = openContext(kernel, id);
  const { header, body, footer } = context.content;
  return wholePage(
    context.content,
    name,
    html`${header ? html`<header>${blocksHtml(context, header.children)}</header>` : ''}
<main>${blocksHtml(context, body.children)}</main>
${footer ? html`<footer>${blocksHtml(context, footer.children)}</footer>` : ''}`,
  );
}

/** What is printed: the body as a page, header and footer apart, because they stand on every sheet. */
export interface PrintedParts {
  page: string;
  header?: string;
  footer?: string;
}

/** @throws Error when there is no such document */
export function printedParts(kernel: Kernel, id: string): PrintedParts {
  const { context, name } = openContext(kernel, id);
  const { header, body, footer } = context.content;
  // Browsers give these templates none of the page's styles, and letters of no size.
  const template = (section: SectionNode): string =>
    String(html`<div style="${templateCss(context.content)}">${blocksHtml(context, section.children)}</div>`);
  return {
    page: wholePage(context.content, name, html`<main>${blocksHtml(context, body.children)}</main>`),
    ...(header ? { header: template(header) } : {}),
    ...(footer ? { footer: template(footer) } : {}),
  };
}

function openContext(kernel: Kernel, id: string): { context: PageContext; name: string } {
  const content = readDocument(kernel, id);
  const file = kernel.files.get(id);
  if (!content || !file) throw new Error(`no document ${id} in the workspace`);
  const context = { content, pictures: pictureShelf(kernel), widthPoints: contentWidthPoints(content.body) };
  return { context, name: file.name };
}

function wholePage(content: DocumentContent, title: string, body: Html): string {
  const language = /^ru\b/.test(content.language) ? 'ru' : content.language.replace('_', '-');
  return String(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(pageCss(content))}</style>
</head>
<body>${body}</body>
</html>`,
  );
}

function blocksHtml(context: PageContext, nodes: readonly BlockNode[]): Html[] {
  const parts: Html[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as BlockNode;
    if (node.type === 'TABLE') parts.push(tableHtml(context, node));
    else if (node.type === 'LIST_ITEM') {
      const list = listFrom(nodes, index);
      parts.push(listHtml(list, (item) => inlineHtml(context, item)));
      index += list.length - 1;
    } else parts.push(paragraphHtml(context, node));
  }
  return parts;
}

/** Items in a row that belong to one list. */
function listFrom(nodes: readonly BlockNode[], start: number): ParagraphNode[] {
  const items: ParagraphNode[] = [];
  for (const node of nodes.slice(start)) {
    if (node.type !== 'LIST_ITEM' || node.attributes.LIST_ID !== (nodes[start] as ParagraphNode).attributes.LIST_ID)
      break;
    items.push(node);
  }
  return items;
}

function paragraphHtml(context: PageContext, node: ParagraphNode): Html {
  const style = cssOf(paragraphCss(node));
  const inner = inlineHtml(context, node);
  if (node.children.some((child) => child.type === 'HORIZONTAL_RULE'))
    return html`<p style="${style}">${inner}</p><hr>`;
  if (node.children.some((child) => child.type === 'PAGE_BREAK')) {
    return html`<div class="page-break" role="separator" aria-label="Новая страница"></div><p style="${style}">${inner}</p>`;
  }
  switch (headingOf(node)) {
    case 'TITLE':
      return html`<p class="title" style="${style}">${inner}</p>`;
    case 'SUBTITLE':
      return html`<p class="subtitle" style="${style}">${inner}</p>`;
    case 'HEADING1':
      return html`<h1 style="${style}">${inner}</h1>`;
    case 'HEADING2':
      return html`<h2 style="${style}">${inner}</h2>`;
    case 'HEADING3':
      return html`<h3 style="${style}">${inner}</h3>`;
    case 'HEADING4':
      return html`<h4 style="${style}">${inner}</h4>`;
    case 'HEADING5':
      return html`<h5 style="${style}">${inner}</h5>`;
    case 'HEADING6':
      return html`<h6 style="${style}">${inner}</h6>`;
    default:
      // An empty paragraph is a blank line.
      return html`<p style="${style}">${node.children.length === 0 ? html`<br>` : inner}</p>`;
  }
}

function inlineHtml(context: PageContext, node: ParagraphNode): (Html | string)[] {
  return node.children.flatMap((child) => inlineParts(context, child));
}

function inlineParts(context: PageContext, node: InlineNode): (Html | string)[] {
  if (node.type === 'TEXT') return node.runs.map(runHtml);
  if (node.type !== 'INLINE_IMAGE') return [];
  const data = Buffer.from(context.pictures.read(node.picture)).toString('base64');
  const picture = html`<img src="data:${node.contentType};base64,${data}" width="${node.widthPixels}" height="${node.heightPixels}" alt="${node.altDescription ?? node.altTitle ?? ''}">`;
  return [linked(picture, node.attributes.LINK_URL)];
}

function runHtml({ text, attributes }: Run): Html | string {
  const lines = text.split(/\r\n|[\r\n\v]/).map((line, index) => (index > 0 ? html`<br>${line}` : line));
  const style = cssOf(runCss(attributes));
  const inner =
    attributes.TEXT_ALIGNMENT === 'SUPERSCRIPT'
      ? html`<sup>${lines}</sup>`
      : attributes.TEXT_ALIGNMENT === 'SUBSCRIPT'
        ? html`<sub>${lines}</sub>`
        : html`${lines}`;
  return linked(style === '' ? inner : html`<span style="${style}">${inner}</span>`, attributes.LINK_URL);
}

/** Only addresses that lead somewhere: a script must not put `javascript:` into the workspace's pages. */
function linked(inner: Html, url: unknown): Html {
  return typeof url === 'string' && /^(https?:|mailto:|#)/i.test(url) ? html`<a href="${url}">${inner}</a>` : inner;
}

function tableHtml(context: PageContext, table: TableNode): Html {
  const widths = columnWidthsPoints(table, context.widthPoints);
  const border = `${Number(table.attributes.BORDER_WIDTH ?? TABLE_BORDER.widthPoints)}pt solid ${table.attributes.BORDER_COLOR ?? TABLE_BORDER.color}`;
  const rows = table.children.map((row, index) => {
    const height = row.attributes.MINIMUM_HEIGHT;
    const style = height === undefined ? '' : `height:${Number(height)}pt`;
    const cells = row.children.map((cell) => cellHtml(context, cell, border));
    return html`<tr data-row="${index}" style="${style}">${cells}</tr>`;
  });
  return html`<div class="table" tabindex="0" role="region" aria-label="Таблица"><table><colgroup>${widths.map((width) => html`<col style="width:${width}pt">`)}</colgroup><tbody>${rows}</tbody></table></div>`;
}

function cellHtml(context: PageContext, cell: CellNode, border: string): Html {
  const { attributes } = cell;
  const style = cssOf({
    border,
    'background-color': attributes.BACKGROUND_COLOR,
    'vertical-align': { TOP: 'top', CENTER: 'middle', BOTTOM: 'bottom' }[String(attributes.VERTICAL_ALIGNMENT)],
    padding: ['TOP', 'RIGHT', 'BOTTOM', 'LEFT']
      .map((side) => `${Number(attributes[`PADDING_${side}`] ?? CELL_PADDING_POINTS)}pt`)
      .join(' '),
  });
  return html`<td style="${style}">${blocksHtml(context, cell.children)}</td>`;
}
