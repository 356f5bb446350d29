import { GoogleEnumValue, GoogleError, signatureError } from '../../kernel/google-object.ts';
import { setBorders } from './border.ts';
import { checkShape, readFormats, readStyles, setFormat, setStyle, writeByRuns } from './cells.ts';
import { Color } from './color-object.ts';
import { hexColor, rgbColor } from './colors.ts';
import type { CellStyle, Zone } from './engine.ts';
import { asGoogle, WrapStrategy } from './enums.ts';
import { type Matrix, RangeCore } from './range-core.ts';
import { cellStyle, styleOfCell, TextStyle } from './rich-text.ts';
import { TextRotation } from './text-rotation.ts';

type Horizontal = 'left' | 'center' | 'normal' | 'right' | null;
type Vertical = 'top' | 'middle' | 'bottom' | null;

/** What Sheets answers where nothing is set. */
const DEFAULT_FONT = 'Arial';
const DEFAULT_FONT_SIZE = 10;

/** A change of style: null takes a property away. */
type StyleChange = { [K in keyof CellStyle]: CellStyle[K] | null };

/** How cells look: number formats, colours, fonts, alignment, borders. */
export class RangeLooks extends RangeCore {
  override getNumberFormat(): string {
    return readFormats(this._book, this._sheetId, this._corner())[0]![0]!;
  }

  override getNumberFormats(): Matrix<string> {
    return readFormats(this._book, this._sheetId, this._zone);
  }

  override setNumberFormat(format: string): this {
    setFormat(this._book, this._sheetId, this._zone, format);
    return this;
  }

  override setNumberFormats(formats: Matrix<string>): this {
    return this._byRuns(formats, (zone, format) => setFormat(this._book, this._sheetId, zone, format));
  }

  override getBackground(): string {
    return this.getBackgrounds()[0]![0]!;
  }

  override getBackgrounds(): Matrix<string> {
    return this._styles((style) => (style.fillColor || '#ffffff').toLowerCase());
  }

  override setBackground(color: string | null): this {
    return this._style({ fillColor: colorOrNull(color) });
  }

  override setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.setBackground(rgbColor(red, green, blue));
  }

  override setBackgrounds(colors: Matrix<string | null>): this {
    return this._styleEach(colors, (color) => ({ fillColor: colorOrNull(color) }));
  }

  override getFontColor(): string {
    return this.getFontColors()[0]![0]!;
  }

  override getFontColors(): Matrix<string> {
    return this._styles((style) => (style.textColor || '#000000').toLowerCase());
  }

  override setFontColor(color: string | null): this {
    return this._style({ textColor: colorOrNull(color) });
  }

  override setFontColors(colors: Matrix<string | null>): this {
    return this._styleEach(colors, (color) => ({ textColor: colorOrNull(color) }));
  }

  override getFontFamily(): string {
    return this.getFontFamilies()[0]![0]!;
  }

  override getFontFamilies(): Matrix<string> {
    return this._styles((style) => style.fontFamily ?? DEFAULT_FONT);
  }

  override setFontFamily(family: string | null): this {
    return this._style({ fontFamily: family });
  }

  override setFontFamilies(families: Matrix<string | null>): this {
    return this._styleEach(families, (fontFamily) => ({ fontFamily }));
  }

  override getFontSize(): number {
    return this.getFontSizes()[0]![0]!;
  }

  override getFontSizes(): Matrix<number> {
    return this._styles((style) => style.fontSize ?? DEFAULT_FONT_SIZE);
  }

  override setFontSize(size: number): this {
    return this._style({ fontSize: size });
  }

  override setFontSizes(sizes: Matrix<number>): this {
    return this._styleEach(sizes, (fontSize) => ({ fontSize }));
  }

  override getFontWeight(): 'normal' | 'bold' {
    return this.getFontWeights()[0]![0]!;
  }

  override getFontWeights(): Matrix<'normal' | 'bold'> {
    return this._styles((style) => (style.bold ? 'bold' : 'normal'));
  }

  override setFontWeight(weight: 'normal' | 'bold' | null): this {
    return this._style({ bold: weight === 'bold' });
  }

  override setFontWeights(weights: Matrix<'normal' | 'bold' | null>): this {
    return this._styleEach(weights, (weight) => ({ bold: weight === 'bold' }));
  }

  override getFontStyle(): 'normal' | 'italic' {
    return this.getFontStyles()[0]![0]!;
  }

  override getFontStyles(): Matrix<'normal' | 'italic'> {
    return this._styles((style) => (style.italic ? 'italic' : 'normal'));
  }

  override setFontStyle(fontStyle: 'normal' | 'italic' | null): this {
    return this._style({ italic: fontStyle === 'italic' });
  }

  override setFontStyles(fontStyles: Matrix<'normal' | 'italic' | null>): this {
    return this._styleEach(fontStyles, (fontStyle) => ({ italic: fontStyle === 'italic' }));
  }

  override getFontLine(): 'none' | 'underline' | 'line-through' {
    return this.getFontLines()[0]![0]!;
  }

  override getFontLines(): Matrix<'none' | 'underline' | 'line-through'> {
    return this._styles((style) => (style.underline ? 'underline' : style.strikethrough ? 'line-through' : 'none'));
  }

  override setFontLine(line: 'none' | 'underline' | 'line-through' | null): this {
    return this._style({ underline: line === 'underline', strikethrough: line === 'line-through' });
  }

  override setFontLines(lines: Matrix<'none' | 'underline' | 'line-through' | null>): this {
    return this._styleEach(lines, (line) => ({
      underline: line === 'underline',
      strikethrough: line === 'line-through',
    }));
  }

  override getHorizontalAlignment(): string {
    return this.getHorizontalAlignments()[0]![0]!;
  }

  override getHorizontalAlignments(): Matrix<string> {
    return this._styles((style) => style.align ?? 'general');
  }

  override setHorizontalAlignment(alignment: Horizontal): this {
    return this._style({ align: horizontal(alignment) });
  }

  override setHorizontalAlignments(alignments: Matrix<Horizontal>): this {
    return this._styleEach(alignments, (alignment) => ({ align: horizontal(alignment) }));
  }

  override getVerticalAlignment(): string {
    return this.getVerticalAlignments()[0]![0]!;
  }

  override getVerticalAlignments(): Matrix<string> {
    return this._styles((style) => style.verticalAlign ?? 'bottom');
  }

  override setVerticalAlignment(alignment: Vertical): this {
    return this._style({ verticalAlign: alignment });
  }

  override setVerticalAlignments(alignments: Matrix<Vertical>): this {
    return this._styleEach(alignments, (verticalAlign) => ({ verticalAlign }));
  }

  override getWrap(): boolean {
    return this.getWraps()[0]![0]!;
  }

  override getWraps(): boolean[][] {
    return this._styles((style) => style.wrapping === 'wrap');
  }

  override setWrap(isWrapEnabled: boolean): this {
    return this._style({ wrapping: isWrapEnabled ? 'wrap' : 'overflow' });
  }

  override setWraps(wraps: boolean[][]): this {
    return this._styleEach(wraps, (isWrapped) => ({ wrapping: isWrapped ? 'wrap' : 'overflow' }));
  }

  override getWrapStrategy(): GoogleAppsScript.Spreadsheet.WrapStrategy {
    return this.getWrapStrategies()[0]![0]!;
  }

  override getWrapStrategies(): GoogleAppsScript.Spreadsheet.WrapStrategy[][] {
    return this._styles((style) =>
      asGoogle(WrapStrategy._of((style.wrapping ?? 'overflow').toUpperCase() as 'WRAP' | 'OVERFLOW' | 'CLIP')),
    );
  }

  override setWrapStrategy(strategy: GoogleAppsScript.Spreadsheet.WrapStrategy): this {
    return this._style(wrapping(strategy));
  }

  override setWrapStrategies(strategies: GoogleAppsScript.Spreadsheet.WrapStrategy[][]): this {
    return this._styleEach(strategies, wrapping);
  }

  /** Degrees anticlockwise, as Google counts; the engine keeps radians clockwise. */
  override setTextRotation(rotation: number | GoogleAppsScript.Spreadsheet.TextRotation): this {
    const degrees = typeof rotation === 'number' ? rotation : rotation.getDegrees();
    if (!(degrees >= -90 && degrees <= 90)) throw new GoogleError('Text rotation must be between -90 and 90 degrees.');
    return this._style({ rotation: degrees === 0 ? null : (-degrees * Math.PI) / 180 });
  }

  override getTextRotation(): GoogleAppsScript.Spreadsheet.TextRotation {
    return this._styles((style) => new TextRotation(Math.round((-(style.rotation ?? 0) * 180) / Math.PI) + 0))[0]![0]!;
  }

  override setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontalLines: boolean | null,
    color?: string | null,
    style?: GoogleAppsScript.Spreadsheet.BorderStyle | null,
  ): this {
    const sides = { top, left, bottom, right, vertical, horizontal: horizontalLines };
    setBorders(this._book, this._sheetId, this._zone, sides, color, asGoogle<GoogleEnumValue | null>(style));
    return this;
  }

  override getFontColorObject(): Color {
    return new Color(this.getFontColor());
  }

  override setFontColorObject(color: GoogleAppsScript.Spreadsheet.Color | null): this {
    return this.setFontColor(hexOf(color));
  }

  override getBackgroundObject(): Color {
    return new Color(this.getBackground());
  }

  override getBackgroundObjects(): Matrix<Color> {
    return this.getBackgrounds().map((cells) => cells.map((color) => new Color(color)));
  }

  override setBackgroundObject(color: GoogleAppsScript.Spreadsheet.Color | null): this {
    return this.setBackground(hexOf(color));
  }

  override getTextStyle(): TextStyle {
    return this.getTextStyles()[0]![0]!;
  }

  override getTextStyles(): Matrix<TextStyle> {
    return this._styles((style) => new TextStyle(styleOfCell(style)));
  }

  override setTextStyle(style: GoogleAppsScript.Spreadsheet.TextStyle): this {
    return this._style(cellStyle(asGoogle<TextStyle>(style)._data));
  }

  override setTextStyles(styles: GoogleAppsScript.Spreadsheet.TextStyle[][]): this {
    return this._styleEach(asGoogle<Matrix<TextStyle>>(styles), ({ _data }) => cellStyle(_data));
  }

  // Inside the workspace

  _style(style: StyleChange): this {
    setStyle(this._book, this._sheetId, this._zone, style);
    return this;
  }

  _styles<T>(read: (style: CellStyle) => T): T[][] {
    return readStyles(this._book, this._sheetId, this._zone, read);
  }

  _byRuns<T>(values: T[][], write: (zone: Zone, value: T) => void): this {
    checkShape(values, this._zone);
    writeByRuns(this._zone, values, write);
    return this;
  }

  _styleEach<T>(values: T[][], styleOf: (value: T) => StyleChange): this {
    return this._byRuns(values, (zone, value) => setStyle(this._book, this._sheetId, zone, styleOf(value)));
  }
}

function colorOrNull(color: string | null): string | null {
  if (color === null || color === '') return null;
  const hex = hexColor(color);
  if (!hex) throw new GoogleError(`Invalid argument: ${color}`);
  return hex;
}

function horizontal(alignment: Horizontal): 'left' | 'center' | 'right' | null {
  if (alignment === null || alignment === 'normal' || (alignment as string) === 'general') return null;
  return alignment;
}

function wrapping(strategy: unknown): { wrapping: 'overflow' | 'wrap' | 'clip' } {
  if (!(strategy instanceof GoogleEnumValue)) throw signatureError('SpreadsheetApp.Range.setWrapStrategy', [strategy]);
  return { wrapping: strategy.name().toLowerCase() as 'overflow' | 'wrap' | 'clip' };
}

function hexOf(color: GoogleAppsScript.Spreadsheet.Color | null): string | null {
  return color && asGoogle<Color>(color)._hex;
}
