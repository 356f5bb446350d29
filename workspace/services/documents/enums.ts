import { defineEnum, type GoogleEnum, GoogleEnumValue, GoogleError } from '../../kernel/google-object.ts';

export const ATTRIBUTES = defineEnum('Attribute', [
  'BACKGROUND_COLOR',
  'BOLD',
  'BORDER_COLOR',
  'BORDER_WIDTH',
  'CODE',
  'FONT_FAMILY',
  'FONT_SIZE',
  'FOREGROUND_COLOR',
  'HEADING',
  'HEIGHT',
  'HORIZONTAL_ALIGNMENT',
  'INDENT_END',
  'INDENT_FIRST_LINE',
  'INDENT_START',
  'ITALIC',
  'GLYPH_TYPE',
  'LEFT_TO_RIGHT',
  'LINE_SPACING',
  'LINK_URL',
  'LIST_ID',
  'MARGIN_BOTTOM',
  'MARGIN_LEFT',
  'MARGIN_RIGHT',
  'MARGIN_TOP',
  'NESTING_LEVEL',
  'MINIMUM_HEIGHT',
  'PADDING_BOTTOM',
  'PADDING_LEFT',
  'PADDING_RIGHT',
  'PADDING_TOP',
  'PAGE_HEIGHT',
  'PAGE_WIDTH',
  'SPACING_AFTER',
  'SPACING_BEFORE',
  'STRIKETHROUGH',
  'UNDERLINE',
  'VERTICAL_ALIGNMENT',
  'WIDTH',
]);

export const ELEMENT_TYPES = defineEnum('ElementType', [
  'BODY_SECTION',
  'COMMENT_SECTION',
  'DATE',
  'DOCUMENT',
  'EQUATION',
  'EQUATION_FUNCTION',
  'EQUATION_FUNCTION_ARGUMENT_SEPARATOR',
  'EQUATION_SYMBOL',
  'FOOTER_SECTION',
  'FOOTNOTE',
  'FOOTNOTE_SECTION',
  'HEADER_SECTION',
  'HORIZONTAL_RULE',
  'INLINE_DRAWING',
  'INLINE_IMAGE',
  'LIST_ITEM',
  'PAGE_BREAK',
  'PARAGRAPH',
  'PERSON',
  'RICH_LINK',
  'TABLE',
  'TABLE_CELL',
  'TABLE_OF_CONTENTS',
  'TABLE_ROW',
  'TEXT',
  'UNSUPPORTED',
]);

export const GLYPH_TYPES = defineEnum('GlyphType', [
  'BULLET',
  'HOLLOW_BULLET',
  'SQUARE_BULLET',
  'NUMBER',
  'LATIN_UPPER',
  'LATIN_LOWER',
  'ROMAN_UPPER',
  'ROMAN_LOWER',
]);

export const HORIZONTAL_ALIGNMENTS = defineEnum('HorizontalAlignment', ['LEFT', 'CENTER', 'RIGHT', 'JUSTIFY']);

export const PARAGRAPH_HEADINGS = defineEnum('ParagraphHeading', [
  'NORMAL',
  'HEADING1',
  'HEADING2',
  'HEADING3',
  'HEADING4',
  'HEADING5',
  'HEADING6',
  'TITLE',
  'SUBTITLE',
]);

export const POSITIONED_LAYOUTS = defineEnum('PositionedLayout', [
  'ABOVE_TEXT',
  'BREAK_BOTH',
  'BREAK_LEFT',
  'BREAK_RIGHT',
  'WRAP_TEXT',
]);

export const TEXT_ALIGNMENTS = defineEnum('TextAlignment', ['NORMAL', 'SUPERSCRIPT', 'SUBSCRIPT']);
export const VERTICAL_ALIGNMENTS = defineEnum('VerticalAlignment', ['BOTTOM', 'CENTER', 'TOP']);

/** Enums that stand as values of attributes. */
export const ENUM_OF_ATTRIBUTE: Readonly<Record<string, GoogleEnum>> = {
  GLYPH_TYPE: GLYPH_TYPES,
  HEADING: PARAGRAPH_HEADINGS,
  HORIZONTAL_ALIGNMENT: HORIZONTAL_ALIGNMENTS,
  TEXT_ALIGNMENT: TEXT_ALIGNMENTS,
  VERTICAL_ALIGNMENT: VERTICAL_ALIGNMENTS,
};

/**
 * The name by which an enum value is kept.
 * @throws GoogleError when the script gave anything else
 */
export function enumName(holder: GoogleEnum, value: unknown): string {
  if (value instanceof GoogleEnumValue && holder._values[value.name()] === value) return value.name();
  throw new GoogleError(`Invalid argument: ${String(value)} is not a value of ${holder.toString()}.`);
}

/** The value for a kept name, under the type that Google's interface promises; null where nothing is set. */
export function enumValue<T>(holder: GoogleEnum, name: unknown): T {
  return (typeof name === 'string' ? (holder._values[name] ?? null) : null) as T;
}
