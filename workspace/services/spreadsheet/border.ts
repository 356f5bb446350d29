import { type GoogleEnumValue, GoogleError } from '../../kernel/google-object.ts';
import type { Book } from './book.ts';
import { hexColor } from './colors.ts';
import type { BorderSide, Zone } from './engine.ts';

export interface BorderSides {
  top: boolean | null;
  left: boolean | null;
  bottom: boolean | null;
  right: boolean | null;
  vertical: boolean | null;
  horizontal: boolean | null;
}

/** The engine has four line styles; a double line is shown as a thick one. */
const STYLES: Record<string, string> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'thick',
};

/** `Range.setBorder`: true draws a side, false takes it away, null leaves it. */
export function setBorders(
  book: Book,
  sheetId: string,
  zone: Zone,
  sides: BorderSides,
  color: string | null | undefined,
  style: GoogleEnumValue | null | undefined,
): void {
  const hex = color ? hexColor(color) : '#000000';
  if (!hex) throw new GoogleError(`Invalid argument: ${color}`);
  const line: BorderSide = { style: STYLES[style?.name() ?? 'SOLID'] ?? 'thin', color: hex };
  const wanted = {
    top: sides.top,
    bottom: sides.bottom,
    left: sides.left,
    right: sides.right,
    v: sides.vertical,
    h: sides.horizontal,
  };
  for (const [position, draw] of Object.entries(wanted)) {
    if (draw === null || draw === undefined) continue;
    const border = draw ? { position, ...line } : { position, color: '' };
    book.write({ type: 'SET_ZONE_BORDERS', sheetId, target: [zone], border });
  }
}
