import { AlignmentType, type ILevelsOptions, LevelFormat } from 'docx';
import { twips } from './docx-context.ts';
import { LIST_HANGING_POINTS, LIST_INDENT_POINTS } from './layout.ts';
import { glyphOf } from './list-item.ts';
import { type DocumentContent, type ParagraphNode, walk } from './tree.ts';

const FORMATS: Readonly<Record<string, { format: ILevelsOptions['format']; glyph?: string }>> = {
  BULLET: { format: LevelFormat.BULLET, glyph: '●' },
  HOLLOW_BULLET: { format: LevelFormat.BULLET, glyph: '○' },
  SQUARE_BULLET: { format: LevelFormat.BULLET, glyph: '■' },
  NUMBER: { format: LevelFormat.DECIMAL },
  LATIN_UPPER: { format: LevelFormat.UPPER_LETTER },
  LATIN_LOWER: { format: LevelFormat.LOWER_LETTER },
  ROMAN_UPPER: { format: LevelFormat.UPPER_ROMAN },
  ROMAN_LOWER: { format: LevelFormat.LOWER_ROMAN },
};

/** One Word numbering for each list, so each list begins at one again. */
export function listNumbering(content: DocumentContent): { reference: string; levels: ILevelsOptions[] }[] {
  const lists = new Map<string, Map<number, ILevelsOptions>>();
  for (const section of [content.body, content.header, content.footer]) {
    if (!section) continue;
    for (const node of walk(section)) {
      if (node.type !== 'LIST_ITEM') continue;
      const levels = lists.get(listOf(node)) ?? new Map<number, ILevelsOptions>();
      lists.set(listOf(node), levels);
      const level = levelOf(node);
      if (!levels.has(level)) levels.set(level, levelOptions(node, level));
    }
  }
  return [...lists].map(([reference, levels]) => ({ reference, levels: [...levels.values()] }));
}

export function listOf(item: ParagraphNode): string {
  return String(item.attributes.LIST_ID);
}

export function levelOf(item: ParagraphNode): number {
  return Number(item.attributes.NESTING_LEVEL ?? 0);
}

function levelOptions(item: ParagraphNode, level: number): ILevelsOptions {
  const { format, glyph } = FORMATS[glyphOf(item)] ?? { format: LevelFormat.DECIMAL };
  return {
    level,
    format,
    text: glyph ?? `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: { indent: { left: twips(LIST_INDENT_POINTS * (level + 1)), hanging: twips(LIST_HANGING_POINTS) } },
    },
  };
}
