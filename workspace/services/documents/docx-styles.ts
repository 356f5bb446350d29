import {
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { twips } from './docx-context.ts';
import { headingAttributes } from './headings.ts';
import type { Attributes, DocumentContent } from './tree.ts';

/** Word's own ids for the same headings, so that its navigation pane and contents know them. */
export const WORD_STYLE: Readonly<Record<string, string>> = {
  TITLE: 'Title',
  SUBTITLE: 'Subtitle',
  HEADING1: 'Heading1',
  HEADING2: 'Heading2',
  HEADING3: 'Heading3',
  HEADING4: 'Heading4',
  HEADING5: 'Heading5',
  HEADING6: 'Heading6',
};

const WORD_NAME: Readonly<Record<string, string>> = { TITLE: 'Title', SUBTITLE: 'Subtitle' };

export function docxStyles(content: DocumentContent): IStylesOptions {
  const normal = headingAttributes(content, 'NORMAL');
  return {
    default: {
      document: {
        run: { ...runLooks(normal), language: { value: wordLanguage(content.language) } },
        paragraph: paragraphSpacing(normal),
      },
    },
    paragraphStyles: Object.entries(WORD_STYLE).map(([heading, id]) => ({
      id,
      name: WORD_NAME[heading] ?? `heading ${heading.slice(-1)}`,
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: runLooks(headingAttributes(content, heading)),
      paragraph: {
        ...paragraphSpacing(headingAttributes(content, heading)),
        // A heading at the foot of a page, its text on the next one, is a fault in any official paper.
        keepNext: true,
        keepLines: true,
        ...(heading.startsWith('HEADING') ? { outlineLevel: Number(heading.slice(-1)) - 1 } : {}),
      },
    })),
  };
}

/** Looks of letters in Word's terms; only what is set. */
export function runLooks(attributes: Attributes): IRunStylePropertiesOptions {
  const { FONT_FAMILY, FONT_SIZE, FOREGROUND_COLOR, BACKGROUND_COLOR, TEXT_ALIGNMENT } = attributes;
  return {
    ...(FONT_FAMILY === undefined ? {} : { font: String(FONT_FAMILY) }),
    // Half points.
    ...(FONT_SIZE === undefined ? {} : { size: Math.round(Number(FONT_SIZE) * 2) }),
    ...(FOREGROUND_COLOR === undefined ? {} : { color: wordColor(FOREGROUND_COLOR) }),
    ...(BACKGROUND_COLOR === undefined
      ? {}
      : { shading: { type: 'clear' as const, fill: wordColor(BACKGROUND_COLOR) } }),
    ...flag(attributes, 'BOLD', 'bold'),
    ...flag(attributes, 'ITALIC', 'italics'),
    ...flag(attributes, 'STRIKETHROUGH', 'strike'),
    ...(attributes.UNDERLINE ? { underline: {} } : {}),
    ...(TEXT_ALIGNMENT === 'SUPERSCRIPT' ? { superScript: true } : {}),
    ...(TEXT_ALIGNMENT === 'SUBSCRIPT' ? { subScript: true } : {}),
  };
}

/** Spacing in Word's terms; only what is set. A line of single spacing is 240. */
export function paragraphSpacing(attributes: Attributes): IParagraphStylePropertiesOptions {
  const { LINE_SPACING, SPACING_BEFORE, SPACING_AFTER } = attributes;
  if (LINE_SPACING === undefined && SPACING_BEFORE === undefined && SPACING_AFTER === undefined) return {};
  return {
    spacing: {
      ...(SPACING_BEFORE === undefined ? {} : { before: twips(SPACING_BEFORE) }),
      ...(SPACING_AFTER === undefined ? {} : { after: twips(SPACING_AFTER) }),
      ...(LINE_SPACING === undefined
        ? {}
        : { line: Math.round(Number(LINE_SPACING) * 240), lineRule: LineRuleType.AUTO }),
    },
  };
}

export function wordColor(color: unknown): string {
  return String(color).replace('#', '').toUpperCase();
}

function wordLanguage(language: string): string {
  return /^ru\b/.test(language) ? 'ru-RU' : language.replace('_', '-');
}

function flag(attributes: Attributes, name: string, word: string): Record<string, boolean> {
  return attributes[name] === undefined ? {} : { [word]: attributes[name] === true };
}
