import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  ImageRun,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { type DocxContext, twips } from './docx-context.ts';
import { levelOf, listOf } from './docx-lists.ts';
import { paragraphSpacing, runLooks, WORD_STYLE } from './docx-styles.ts';
import { headingOf, POINTS_PER_PIXEL } from './layout.ts';
import type { ImageNode, InlineNode, ParagraphNode, Run } from './tree.ts';

const ALIGNMENTS: Readonly<Record<string, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  LEFT: AlignmentType.LEFT,
  CENTER: AlignmentType.CENTER,
  RIGHT: AlignmentType.RIGHT,
  JUSTIFY: AlignmentType.JUSTIFIED,
};

/** Google's blue of links. */
const LINK_COLOR = '#1155cc';

export function docxParagraph(context: DocxContext, node: ParagraphNode): Paragraph {
  const { attributes } = node;
  const style = WORD_STYLE[headingOf(node)];
  const alignment = ALIGNMENTS[String(attributes.HORIZONTAL_ALIGNMENT)];
  const hasRule = node.children.some((child) => child.type === 'HORIZONTAL_RULE');
  return new Paragraph({
    ...(style ? { style } : {}),
    ...(alignment ? { alignment } : {}),
    ...paragraphSpacing(attributes),
    ...indents(node),
    ...(node.type === 'LIST_ITEM' ? { numbering: { reference: listOf(node), level: levelOf(node) } } : {}),
    ...(attributes.LEFT_TO_RIGHT === false ? { bidirectional: true } : {}),
    ...(hasRule ? { border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'A0A0A0', space: 1 } } } : {}),
    run: runLooks(attributes),
    children: node.children.flatMap((child) => inlineChildren(context, child)),
  });
}

/** Google measures the first line from the margin, Word from the other lines. */
function indents({ attributes }: ParagraphNode): object {
  const { INDENT_START, INDENT_END, INDENT_FIRST_LINE } = attributes;
  if (INDENT_START === undefined && INDENT_END === undefined && INDENT_FIRST_LINE === undefined) return {};
  const start = Number(INDENT_START ?? 0);
  const first = Number(INDENT_FIRST_LINE ?? start) - start;
  return {
    indent: {
      left: twips(start),
      ...(INDENT_END === undefined ? {} : { right: twips(INDENT_END) }),
      ...(first >= 0 ? { firstLine: twips(first) } : { hanging: twips(-first) }),
    },
  };
}

function inlineChildren(context: DocxContext, node: InlineNode): ParagraphChild[] {
  switch (node.type) {
    case 'TEXT':
      return node.runs.flatMap(linkedRuns);
    case 'INLINE_IMAGE':
      return [imageRun(context, node)];
    case 'PAGE_BREAK':
      return [new PageBreak()];
    case 'HORIZONTAL_RULE':
      // Drawn as the paragraph's lower border.
      return [];
  }
}

function linkedRuns(run: Run): ParagraphChild[] {
  const link = run.attributes.LINK_URL;
  if (link === undefined) return textRuns(run);
  const looks = { FOREGROUND_COLOR: LINK_COLOR, UNDERLINE: true, ...run.attributes };
  return [new ExternalHyperlink({ link: String(link), children: textRuns({ text: run.text, attributes: looks }) })];
}

/** A line end inside a paragraph is a line break. */
function textRuns({ text, attributes }: Run): TextRun[] {
  return text.split(/\r\n|[\r\n\v]/).map((line, index) => {
    return new TextRun({ ...runLooks(attributes), text: line, ...(index > 0 ? { break: 1 } : {}) });
  });
}

/** In its own proportions; a picture wider than its place would be cut off, so it is made to fit. */
function imageRun(context: DocxContext, node: ImageNode): ParagraphChild {
  const scale = Math.min(1, context.widthPoints / POINTS_PER_PIXEL / node.widthPixels);
  const description = node.altDescription ?? node.altTitle ?? node.name;
  const image = new ImageRun({
    type: node.contentType === 'image/jpeg' ? 'jpg' : node.contentType === 'image/gif' ? 'gif' : 'png',
    data: context.pictures.read(node.picture),
    transformation: { width: Math.round(node.widthPixels * scale), height: Math.round(node.heightPixels * scale) },
    altText: { name: node.name || node.picture, title: node.altTitle ?? '', description },
  });
  const link = node.attributes.LINK_URL;
  return link === undefined ? image : new ExternalHyperlink({ link: String(link), children: [image] });
}
