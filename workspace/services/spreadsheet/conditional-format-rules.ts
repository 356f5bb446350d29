import type { Book } from './book.ts';
import { colorFromNumber, colorNumber } from './colors.ts';
import { ConditionalFormatRule, type GradientPoint, type Look, type RuleData } from './conditional-format.ts';
import { ENGINE_CRITERIA, engineArgument, googleCriterion } from './criteria.ts';
import type { CellStyle, ConditionalFormat, Zone } from './engine.ts';
import type { Sheet } from './sheet.ts';
import { overlaps, without } from './zones.ts';

const KIND = 'conditional';
const extraId = (id: string): string => `${KIND}:${id}`;

export function readConditionalFormats(sheet: Sheet): ConditionalFormatRule[] {
  const { getters } = sheet._book;
  return getters.getConditionalFormats(sheet._id).map((format) => {
    const kept = getters.getExtra(extraId(format.id))?.data as RuleData | undefined;
    const ranges = format.ranges.map((xc) => sheet.getRange(xc));
    return new ConditionalFormatRule(kept ?? fromPage(format), ranges);
  });
}

/** A rule that a person made in the page. */
function fromPage({ rule }: ConditionalFormat): RuleData {
  if (rule.type === 'CellIsRule') {
    const style = (rule.style ?? {}) as CellStyle;
    const look: Look = {};
    if (style.fillColor) look.background = style.fillColor;
    if (style.textColor) look.fontColor = style.textColor;
    for (const key of ['bold', 'italic', 'underline', 'strikethrough'] as const) if (style[key]) look[key] = true;
    const criteria = googleCriterion(rule.operator as string) ?? 'CUSTOM_FORMULA';
    return { criteria, args: rule.values as string[], look };
  }
  const point = (stop: { color: number; type: string; value?: string } | undefined, end: string) =>
    stop && {
      color: colorFromNumber(stop.color),
      type: stop.type === 'value' ? end : 'NUMBER',
      value: stop.value ?? '',
    };
  const scale = rule as unknown as Record<'minimum' | 'midpoint' | 'maximum', Parameters<typeof point>[0]>;
  const [min, mid, max] = [point(scale.minimum, 'MIN'), point(scale.midpoint, ''), point(scale.maximum, 'MAX')];
  return { args: [], look: {}, gradient: { ...(min && { min }), ...(mid && { mid }), ...(max && { max }) } };
}

/** The first rule has the highest priority, in Sheets and in the engine. */
export function writeConditionalFormats(sheet: Sheet, rules: readonly ConditionalFormatRule[]): void {
  const book = sheet._book;
  for (const { id } of book.getters.getConditionalFormats(sheet._id)) removeFormat(book, sheet._id, id);
  for (const rule of rules) {
    const id = book.newId();
    const zones = rule._ranges.map((range) => range._zone);
    book.write({ type: 'PUT_EXTRA', extraId: extraId(id), kind: KIND, data: rule._data });
    writeFormat(book, sheet._id, id, engineRule(rule._data, book), zones);
  }
}

function writeFormat(book: Book, sheetId: string, id: string, rule: object, zones: readonly Zone[]): void {
  const ranges = zones.map((zone) => ({ _sheetId: sheetId, _zone: zone }));
  book.write({ type: 'ADD_CONDITIONAL_FORMAT', sheetId, cf: { id, rule }, ranges });
}

function removeFormat(book: Book, sheetId: string, id: string): void {
  book.write({ type: 'REMOVE_CONDITIONAL_FORMAT', sheetId, id });
  book.write({ type: 'REMOVE_EXTRA', extraId: extraId(id) });
}

/** Takes a zone out of all rules, as clearing a range's format does. */
export function clearConditionalFormats(sheet: Sheet, hole: Zone): void {
  const book = sheet._book;
  for (const { id, rule, ranges } of book.getters.getConditionalFormats(sheet._id)) {
    const zones = ranges.map((xc) => sheet.getRange(xc)._zone);
    if (!zones.some((zone) => overlaps(zone, hole))) continue;
    const left = zones.flatMap((zone) => without(zone, hole));
    if (left.length === 0) removeFormat(book, sheet._id, id);
    else writeFormat(book, sheet._id, id, rule, left);
  }
}

/** Engine words for the relative dates. */
const RELATIVE: Record<string, string> = {
  TODAY: 'today',
  TOMORROW: 'tomorrow',
  YESTERDAY: 'yesterday',
  PAST_WEEK: 'lastWeek',
  PAST_MONTH: 'lastMonth',
  PAST_YEAR: 'lastYear',
};

function engineRule({ criteria, args, look, gradient }: RuleData, book: Book): object {
  if (gradient) return colorScale(gradient);
  // Conditional formats of the engine know no isEqualText: isEqual compares text too.
  const operator = criteria === 'TEXT_EQUAL_TO' ? 'isEqual' : ENGINE_CRITERIA[criteria!]!;
  const rule = { type: 'CellIsRule', operator, style: engineStyle(look) };
  const [first] = args;
  if (typeof first === 'object' && 'relative' in first) {
    return { ...rule, values: [], dateValue: RELATIVE[first.relative] };
  }
  const values = args.map((argument) => engineArgument(argument, book));
  return operator.startsWith('dateIs') ? { ...rule, values, dateValue: 'exactDate' } : { ...rule, values };
}

function engineStyle({ background, fontColor, ...flags }: Look): CellStyle {
  return { ...(background && { fillColor: background }), ...(fontColor && { textColor: fontColor }), ...flags };
}

const POINT_TYPES: Record<string, string> = { NUMBER: 'number', PERCENT: 'percentage', PERCENTILE: 'percentile' };

function colorScale({ min, mid, max }: NonNullable<RuleData['gradient']>): object {
  const stop = (point: GradientPoint | undefined, fallback: string) => {
    const { color, type, value } = point ?? { color: fallback, type: 'MIN', value: '' };
    const engineType = POINT_TYPES[type];
    return engineType
      ? { type: engineType, color: colorNumber(color), value }
      : { type: 'value', color: colorNumber(color) };
  };
  const scale = { type: 'ColorScaleRule', minimum: stop(min, '#ffffff'), maximum: stop(max, '#57bb8a') };
  return mid ? { ...scale, midpoint: stop(mid, '#ffffff') } : scale;
}
