import { type GoogleEnumValue, GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { hexColor } from './colors.ts';
import { type KeptArgument, keptArgument } from './criteria.ts';
import { asGoogle, BooleanCriteria, InterpolationType } from './enums.ts';
import { plainCopy } from './plain-copy.ts';
import type { Range } from './range.ts';

/** Look of a boolean rule: what is undefined is left as the cell has it. */
export interface Look {
  background?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
}

export interface GradientPoint {
  color: string;
  type: string;
  value: string;
}

export interface RuleData {
  criteria?: string;
  args: KeptArgument[];
  look: Look;
  gradient?: { min?: GradientPoint; mid?: GradientPoint; max?: GradientPoint };
}

export interface ConditionalFormatRule extends GoogleAppsScript.Spreadsheet.ConditionalFormatRule {}

export class ConditionalFormatRule extends GoogleObject {
  readonly _data: RuleData;
  readonly _ranges: Range[];

  constructor(data: RuleData, ranges: Range[]) {
    super();
    this._data = data;
    this._ranges = ranges;
  }

  getRanges(): Range[] {
    return this._ranges;
  }

  getBooleanCondition(): BooleanCondition | null {
    return this._data.criteria ? new BooleanCondition(this._data) : null;
  }

  getGradientCondition(): GradientCondition | null {
    return this._data.gradient ? new GradientCondition(this._data.gradient) : null;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this);
  }
}

export interface BooleanCondition extends GoogleAppsScript.Spreadsheet.BooleanCondition {}

export class BooleanCondition extends GoogleObject {
  readonly #data: RuleData;

  constructor(data: RuleData) {
    super();
    this.#data = data;
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return asGoogle(BooleanCriteria._of(this.#data.criteria as 'CELL_EMPTY'));
  }

  getCriteriaValues(): unknown[] {
    return this.#data.args.map((arg) => (typeof arg === 'object' && 'date' in arg ? new Date(arg.date) : arg));
  }

  getBackground(): string | null {
    return this.#data.look.background ?? null;
  }

  getFontColor(): string | null {
    return this.#data.look.fontColor ?? null;
  }

  getBold(): boolean | null {
    return this.#data.look.bold ?? null;
  }

  getItalic(): boolean | null {
    return this.#data.look.italic ?? null;
  }

  getUnderline(): boolean | null {
    return this.#data.look.underline ?? null;
  }

  getStrikethrough(): boolean | null {
    return this.#data.look.strikethrough ?? null;
  }
}

export interface GradientCondition extends GoogleAppsScript.Spreadsheet.GradientCondition {}

export class GradientCondition extends GoogleObject {
  readonly #gradient: NonNullable<RuleData['gradient']>;

  constructor(gradient: NonNullable<RuleData['gradient']>) {
    super();
    this.#gradient = gradient;
  }

  getMinColor(): string {
    return this.#gradient.min?.color ?? '';
  }

  getMidColor(): string {
    return this.#gradient.mid?.color ?? '';
  }

  getMaxColor(): string {
    return this.#gradient.max?.color ?? '';
  }

  getMinValue(): string {
    return this.#gradient.min?.value ?? '';
  }

  getMidValue(): string {
    return this.#gradient.mid?.value ?? '';
  }

  getMaxValue(): string {
    return this.#gradient.max?.value ?? '';
  }

  getMinType(): GoogleAppsScript.Spreadsheet.InterpolationType | null {
    return pointType(this.#gradient.min);
  }

  getMidType(): GoogleAppsScript.Spreadsheet.InterpolationType | null {
    return pointType(this.#gradient.mid);
  }

  getMaxType(): GoogleAppsScript.Spreadsheet.InterpolationType | null {
    return pointType(this.#gradient.max);
  }
}

function pointType(point: GradientPoint | undefined): GoogleAppsScript.Spreadsheet.InterpolationType | null {
  return point ? asGoogle(InterpolationType._of(point.type as 'MIN')) : null;
}

export interface ConditionalFormatRuleBuilder extends GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {}

export class ConditionalFormatRuleBuilder extends GoogleObject {
  #data: RuleData = { args: [], look: {} };
  #ranges: Range[] = [];

  constructor(from?: ConditionalFormatRule) {
    super();
    if (!from) return;
    this.#data = plainCopy(from._data);
    this.#ranges = from._ranges;
  }

  build(): ConditionalFormatRule {
    if (!this.#data.criteria && !this.#data.gradient) {
      throw new GoogleError('Conditional format rules must have a condition set.');
    }
    if (this.#ranges.length === 0) throw new GoogleError('Conditional format rules must have at least one range.');
    return new ConditionalFormatRule(plainCopy(this.#data), this.#ranges);
  }

  copy(): ConditionalFormatRuleBuilder {
    return this.build().copy();
  }

  getRanges(): Range[] {
    return this.#ranges;
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.#data.criteria ? new BooleanCondition(this.#data) : null;
  }

  getGradientCondition(): GradientCondition | null {
    return this.#data.gradient ? new GradientCondition(this.#data.gradient) : null;
  }

  setRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]): ConditionalFormatRuleBuilder {
    this.#ranges = asGoogle<Range[]>(ranges);
    return this;
  }

  setBackground(color: string | null): ConditionalFormatRuleBuilder {
    return this.#look('background', color === null ? undefined : checkedColor(color));
  }

  setFontColor(color: string | null): ConditionalFormatRuleBuilder {
    return this.#look('fontColor', color === null ? undefined : checkedColor(color));
  }

  setBold(bold: boolean | null): ConditionalFormatRuleBuilder {
    return this.#look('bold', bold ?? undefined);
  }

  setItalic(italic: boolean | null): ConditionalFormatRuleBuilder {
    return this.#look('italic', italic ?? undefined);
  }

  setUnderline(underline: boolean | null): ConditionalFormatRuleBuilder {
    return this.#look('underline', underline ?? undefined);
  }

  setStrikethrough(strikethrough: boolean | null): ConditionalFormatRuleBuilder {
    return this.#look('strikethrough', strikethrough ?? undefined);
  }

  setGradientMinpoint(color: string): ConditionalFormatRuleBuilder {
    return this.#point('min', color, 'MIN', '');
  }

  setGradientMaxpoint(color: string): ConditionalFormatRuleBuilder {
    return this.#point('max', color, 'MAX', '');
  }

  setGradientMinpointWithValue(color: string, type: unknown, value: string): ConditionalFormatRuleBuilder {
    return this.#point('min', color, asGoogle<GoogleEnumValue>(type).name(), value);
  }

  setGradientMidpointWithValue(color: string, type: unknown, value: string): ConditionalFormatRuleBuilder {
    return this.#point('mid', color, asGoogle<GoogleEnumValue>(type).name(), value);
  }

  setGradientMaxpointWithValue(color: string, type: unknown, value: string): ConditionalFormatRuleBuilder {
    return this.#point('max', color, asGoogle<GoogleEnumValue>(type).name(), value);
  }

  whenCellEmpty(): ConditionalFormatRuleBuilder {
    return this.#when('CELL_EMPTY');
  }

  whenCellNotEmpty(): ConditionalFormatRuleBuilder {
    return this.#when('CELL_NOT_EMPTY');
  }

  whenDateAfter(date: unknown): ConditionalFormatRuleBuilder {
    return this.#whenDate('DATE_AFTER', date);
  }

  whenDateBefore(date: unknown): ConditionalFormatRuleBuilder {
    return this.#whenDate('DATE_BEFORE', date);
  }

  whenDateEqualTo(date: unknown): ConditionalFormatRuleBuilder {
    return this.#whenDate('DATE_EQUAL_TO', date);
  }

  whenFormulaSatisfied(formula: string): ConditionalFormatRuleBuilder {
    return this.#when('CUSTOM_FORMULA', formula);
  }

  whenNumberBetween(start: number, end: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_BETWEEN', start, end);
  }

  whenNumberEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_EQUAL_TO', number);
  }

  whenNumberGreaterThan(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_GREATER_THAN', number);
  }

  whenNumberGreaterThanOrEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  whenNumberLessThan(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_LESS_THAN', number);
  }

  whenNumberLessThanOrEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  whenNumberNotBetween(start: number, end: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_NOT_BETWEEN', start, end);
  }

  whenNumberNotEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_NOT_EQUAL_TO', number);
  }

  whenTextContains(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_CONTAINS', text);
  }

  whenTextDoesNotContain(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_DOES_NOT_CONTAIN', text);
  }

  whenTextEqualTo(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_EQUAL_TO', text);
  }

  whenTextStartsWith(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_STARTS_WITH', text);
  }

  whenTextEndsWith(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_ENDS_WITH', text);
  }

  withCriteria(criteria: unknown, args: unknown[]): ConditionalFormatRuleBuilder {
    return this.#when(asGoogle<GoogleEnumValue>(criteria).name(), ...args);
  }

  #when(criteria: string, ...args: unknown[]): ConditionalFormatRuleBuilder {
    this.#data.criteria = criteria;
    this.#data.args = args.map(keptArgument);
    delete this.#data.gradient;
    return this;
  }

  /** A date or one of RelativeDate. */
  #whenDate(criteria: string, date: unknown): ConditionalFormatRuleBuilder {
    if (date instanceof Date) return this.#when(criteria, date);
    this.#when(`${criteria}_RELATIVE`);
    this.#data.args = [{ relative: asGoogle<GoogleEnumValue>(date).name() }];
    return this;
  }

  #look<Key extends keyof Look>(key: Key, value: Look[Key] | undefined): ConditionalFormatRuleBuilder {
    if (value === undefined) delete this.#data.look[key];
    else this.#data.look[key] = value;
    return this;
  }

  #point(end: 'min' | 'mid' | 'max', color: string, type: string, value: string): ConditionalFormatRuleBuilder {
    this.#data.gradient = { ...this.#data.gradient, [end]: { color: checkedColor(color), type, value: String(value) } };
    delete this.#data.criteria;
    return this;
  }
}

function checkedColor(color: string): string {
  const hex = hexColor(color);
  if (!hex) throw new GoogleError(`Invalid argument: ${color}`);
  return hex;
}
