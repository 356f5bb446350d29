import { headingAttributes } from './headings.ts';
import type { Attributes, AttributeValue, DocumentContent, ParagraphNode } from './tree.ts';

type Css = Readonly<Record<string, AttributeValue | undefined>>;

/** Declarations of what is set. Values come from scripts: what could leave its declaration is dropped. */
export function cssOf(css: Css): string {
  return Object.entries(css)
    .filter(([, value]) => value !== undefined && !/[;{}<>]/.test(String(value)))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

export function runCss(attributes: Attributes): Css {
  const decoration = [attributes.UNDERLINE ? 'underline' : '', attributes.STRIKETHROUGH ? 'line-through' : '']
    .filter(Boolean)
    .join(' ');
  return {
    'font-weight': flag(attributes.BOLD, 'bold'),
    'font-style': flag(attributes.ITALIC, 'italic'),
    'text-decoration': decoration === '' ? undefined : decoration,
    'font-family': attributes.FONT_FAMILY === undefined ? undefined : fontFamily(attributes.FONT_FAMILY),
    'font-size': points(attributes.FONT_SIZE),
    color: attributes.FOREGROUND_COLOR,
    'background-color': attributes.BACKGROUND_COLOR,
  };
}

export function paragraphCss({ attributes }: ParagraphNode): Css {
  const { INDENT_START, INDENT_FIRST_LINE } = attributes;
  const start = Number(INDENT_START ?? 0);
  return {
    'text-align': { LEFT: 'left', CENTER: 'center', RIGHT: 'right', JUSTIFY: 'justify' }[
      String(attributes.HORIZONTAL_ALIGNMENT)
    ],
    'margin-left': points(INDENT_START),
    'margin-right': points(attributes.INDENT_END),
    'text-indent': INDENT_FIRST_LINE === undefined ? undefined : `${Number(INDENT_FIRST_LINE) - start}pt`,
    'margin-top': points(attributes.SPACING_BEFORE),
    'margin-bottom': points(attributes.SPACING_AFTER),
    'line-height': attributes.LINE_SPACING,
  };
}

/** A sheet of paper on a screen, the same sheet on a printer. */
export function pageCss(content: DocumentContent): string {
  const { PAGE_WIDTH, PAGE_HEIGHT, MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT } = content.body.attributes;
  const margins = [MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT].map((side) => `${Number(side)}pt`).join(' ');
  const headings = ['TITLE', 'SUBTITLE', 'HEADING1', 'HEADING2', 'HEADING3', 'HEADING4', 'HEADING5', 'HEADING6'];
  return `
@page { size: ${Number(PAGE_WIDTH)}pt ${Number(PAGE_HEIGHT)}pt; margin: ${margins}; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: ${Number(PAGE_WIDTH)}pt; padding: ${margins}; background: #fff; overflow-wrap: anywhere; ${looksCss(headingAttributes(content, 'NORMAL'))} }
p, li { margin: 0; }
img { max-width: 100%; height: auto; }
ol, ul { margin: 0; padding-left: 36pt; }
a { color: #1155cc; }
.table { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; max-width: 100%; }
td { overflow-wrap: anywhere; text-align: left; vertical-align: top; }
.page-break { border-top: 1px dashed #bbb; margin: 12pt 0; break-after: page; }
${headings.map((heading) => `${selectorOf(heading)} { font-weight: normal; break-after: avoid; ${looksCss(headingAttributes(content, heading))} }`).join('\n')}
@media print {
  body { max-width: none; padding: 0; }
  .table { overflow: visible; }
  .page-break { border: 0; margin: 0; }
  tr, img { break-inside: avoid; }
}`;
}

/** For what is printed into the page's margins. */
export function templateCss(content: DocumentContent): string {
  const { MARGIN_LEFT, MARGIN_RIGHT } = content.body.attributes;
  const looks = cssOf({ 'margin-left': points(MARGIN_LEFT), 'margin-right': points(MARGIN_RIGHT), width: '100%' });
  return `${looksCss(headingAttributes(content, 'NORMAL'))};${looks}`;
}

function looksCss(attributes: Attributes): string {
  return cssOf({
    ...runCss(attributes),
    'line-height': attributes.LINE_SPACING,
    'margin-top': points(attributes.SPACING_BEFORE),
    'margin-bottom': points(attributes.SPACING_AFTER),
  });
}

function selectorOf(heading: string): string {
  return heading.startsWith('HEADING') ? `h${heading.slice(-1)}` : `.${heading.toLowerCase()}`;
}

/** The machine may lack the font: then one with the same widths (Liberation, Arimo) or any of its kind. */
function fontFamily(family: AttributeValue): string {
  const name = String(family).replace(/["'\\]/g, '');
  if (/times|serif|georgia|garamond|merriweather/i.test(name)) return `'${name}', 'Liberation Serif', Tinos, serif`;
  return `'${name}', 'Liberation Sans', Arimo, 'PT Sans', sans-serif`;
}

function points(value: AttributeValue | undefined): string | undefined {
  return value === undefined ? undefined : `${Number(value)}pt`;
}

function flag(value: AttributeValue | undefined, word: string): string | undefined {
  if (value === undefined) return undefined;
  return value ? word : 'normal';
}
