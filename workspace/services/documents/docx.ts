import { Document, Footer, Header, type ISectionOptions, Packer } from 'docx';
import { type DocxContext, twips } from './docx-context.ts';
import { listNumbering } from './docx-lists.ts';
import { docxParagraph } from './docx-paragraph.ts';
import { docxStyles } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';
import { contentWidthPoints } from './layout.ts';
import type { PictureShelf } from './live-tree.ts';
import type { DocumentContent } from './tree.ts';

/** The document as a .docx file. */
export function docxFile(
  { title, author }: { title: string; author: string },
  content: DocumentContent,
  pictures: PictureShelf,
): Promise<Buffer> {
  const { body, header, footer } = content;
  const width = contentWidthPoints(body);
  const blocks: DocxContext['blocks'] = (nodes, widthPoints) =>
    nodes.map((node) => {
      const context: DocxContext = { content, pictures, widthPoints, blocks };
      return node.type === 'TABLE' ? docxTable(context, node) : docxParagraph(context, node);
    });
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: twips(body.attributes.PAGE_WIDTH), height: twips(body.attributes.PAGE_HEIGHT) },
        margin: {
          top: twips(body.attributes.MARGIN_TOP),
          bottom: twips(body.attributes.MARGIN_BOTTOM),
          left: twips(body.attributes.MARGIN_LEFT),
          right: twips(body.attributes.MARGIN_RIGHT),
        },
      },
    },
    ...(header ? { headers: { default: new Header({ children: blocks(header.children, width) }) } } : {}),
    ...(footer ? { footers: { default: new Footer({ children: blocks(footer.children, width) }) } } : {}),
    children: blocks(body.children, width),
  };
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: docxStyles(content),
    numbering: { config: listNumbering(content) },
    sections: [section],
  });
  return Packer.toBuffer(document);
}
