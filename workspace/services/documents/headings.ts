import type { Attributes, DocumentContent } from './tree.ts';

/**
 * Looks of a new Google document. Google's own font is Arial; sizes, greys and spacing are
 * those of the built-in styles of Google Docs. Points.
 */
const GOOGLE_STYLES: Readonly<Record<string, Attributes>> = {
  NORMAL: { FONT_FAMILY: 'Arial', FONT_SIZE: 11, LINE_SPACING: 1.15, SPACING_BEFORE: 0, SPACING_AFTER: 0 },
  TITLE: { FONT_SIZE: 26, SPACING_BEFORE: 0, SPACING_AFTER: 3 },
  SUBTITLE: { FONT_SIZE: 15, FOREGROUND_COLOR: '#666666', SPACING_BEFORE: 0, SPACING_AFTER: 16 },
  HEADING1: { FONT_SIZE: 20, SPACING_BEFORE: 20, SPACING_AFTER: 6 },
  HEADING2: { FONT_SIZE: 16, SPACING_BEFORE: 18, SPACING_AFTER: 6 },
  HEADING3: { FONT_SIZE: 14, FOREGROUND_COLOR: '#434343', SPACING_BEFORE: 16, SPACING_AFTER: 4 },
  HEADING4: { FONT_SIZE: 12, FOREGROUND_COLOR: '#666666', SPACING_BEFORE: 14, SPACING_AFTER: 4 },
  HEADING5: { FONT_SIZE: 11, FOREGROUND_COLOR: '#666666', SPACING_BEFORE: 12, SPACING_AFTER: 4 },
  HEADING6: { FONT_SIZE: 11, FOREGROUND_COLOR: '#666666', ITALIC: true, SPACING_BEFORE: 12, SPACING_AFTER: 4 },
};

/** Everything that a heading of this kind looks like: its own over the normal text's. */
export function headingAttributes(content: DocumentContent, heading: string): Attributes {
  return {
    ...GOOGLE_STYLES.NORMAL,
    ...content.headingAttributes.NORMAL,
    ...GOOGLE_STYLES[heading],
    ...content.headingAttributes[heading],
  };
}
