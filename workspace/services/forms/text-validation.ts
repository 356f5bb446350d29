import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { integerArgument, numberArgument, textArgument } from './argument.ts';
import type { TextRule } from './form-record.ts';

export interface TextValidation extends GoogleAppsScript.Forms.TextValidation {}

/** Made by a builder, given to an item. */
export class TextValidation extends GoogleObject {
  readonly _rule: TextRule;

  constructor(rule: TextRule) {
    super();
    this._rule = rule;
  }
}

export interface ParagraphTextValidation extends GoogleAppsScript.Forms.ParagraphTextValidation {}

export class ParagraphTextValidation extends TextValidation {}

/** Rules that texts of one line and of several share. `Self` is Google's type of the builder. */
abstract class TextRuleBuilder<Self> extends GoogleObject {
  #rule: TextRule | undefined;
  #helpText: string | undefined;

  requireTextContainsPattern(pattern: string): Self {
    return this._pattern('contains', 'requireTextContainsPattern', pattern);
  }

  requireTextDoesNotContainPattern(pattern: string): Self {
    return this._pattern('doesNotContain', 'requireTextDoesNotContainPattern', pattern);
  }

  requireTextMatchesPattern(pattern: string): Self {
    return this._pattern('matches', 'requireTextMatchesPattern', pattern);
  }

  requireTextDoesNotMatchPattern(pattern: string): Self {
    return this._pattern('doesNotMatch', 'requireTextDoesNotMatchPattern', pattern);
  }

  requireTextLengthGreaterThanOrEqualTo(number: number): Self {
    return this._length('minLength', 'requireTextLengthGreaterThanOrEqualTo', number);
  }

  requireTextLengthLessThanOrEqualTo(number: number): Self {
    return this._length('maxLength', 'requireTextLengthLessThanOrEqualTo', number);
  }

  /** What the respondent is told when the answer does not fit. */
  setHelpText(text: string): Self {
    this.#helpText = textArgument(this._method('setHelpText'), text);
    return this as unknown as Self;
  }

  /** The last rule counts. */
  _require(rule: TextRule): Self {
    this.#rule = rule;
    return this as unknown as Self;
  }

  _built(): TextRule {
    if (!this.#rule) throw new GoogleError('A validation must have a requirement before it is built.');
    return this.#helpText ? { ...this.#rule, helpText: this.#helpText } : this.#rule;
  }

  _method(name: string): string {
    return `FormApp.${this._className}.${name}`;
  }

  _pattern(kind: 'contains' | 'doesNotContain' | 'matches' | 'doesNotMatch', method: string, value: unknown): Self {
    const pattern = textArgument(this._method(method), value);
    try {
      new RegExp(pattern);
    } catch {
      throw new GoogleError(`Invalid regular expression: ${pattern}`);
    }
    return this._require({ kind, pattern });
  }

  _length(kind: 'minLength' | 'maxLength', method: string, value: unknown): Self {
    const characters = integerArgument(this._method(method), value);
    if (characters < 1) throw new GoogleError('Invalid argument: number');
    return this._require({ kind, characters });
  }
}

type ParagraphBuilder = GoogleAppsScript.Forms.ParagraphTextValidationBuilder;
export interface ParagraphTextValidationBuilder extends ParagraphBuilder {}

export class ParagraphTextValidationBuilder extends TextRuleBuilder<ParagraphBuilder> {
  build(): GoogleAppsScript.Forms.ParagraphTextValidation {
    return new ParagraphTextValidation(this._built());
  }
}

type TextBuilder = GoogleAppsScript.Forms.TextValidationBuilder;
type Comparison = Extract<TextRule, { number: number }>['kind'];
export interface TextValidationBuilder extends TextBuilder {}

export class TextValidationBuilder extends TextRuleBuilder<TextBuilder> {
  requireNumber(): TextBuilder {
    return this._require({ kind: 'number' });
  }

  requireWholeNumber(): TextBuilder {
    return this._require({ kind: 'wholeNumber' });
  }

  requireNumberGreaterThan(number: number): TextBuilder {
    return this._compare('greaterThan', 'requireNumberGreaterThan', number);
  }

  requireNumberGreaterThanOrEqualTo(number: number): TextBuilder {
    return this._compare('greaterThanOrEqualTo', 'requireNumberGreaterThanOrEqualTo', number);
  }

  requireNumberLessThan(number: number): TextBuilder {
    return this._compare('lessThan', 'requireNumberLessThan', number);
  }

  requireNumberLessThanOrEqualTo(number: number): TextBuilder {
    return this._compare('lessThanOrEqualTo', 'requireNumberLessThanOrEqualTo', number);
  }

  requireNumberEqualTo(number: number): TextBuilder {
    return this._compare('equalTo', 'requireNumberEqualTo', number);
  }

  requireNumberNotEqualTo(number: number): TextBuilder {
    return this._compare('notEqualTo', 'requireNumberNotEqualTo', number);
  }

  requireNumberBetween(start: number, end: number): TextBuilder {
    return this._range('between', 'requireNumberBetween', start, end);
  }

  requireNumberNotBetween(start: number, end: number): TextBuilder {
    return this._range('notBetween', 'requireNumberNotBetween', start, end);
  }

  requireTextIsEmail(): TextBuilder {
    return this._require({ kind: 'email' });
  }

  requireTextIsUrl(): TextBuilder {
    return this._require({ kind: 'url' });
  }

  build(): GoogleAppsScript.Forms.TextValidation {
    return new TextValidation(this._built());
  }

  _compare(kind: Comparison, method: string, value: unknown): TextBuilder {
    return this._require({ kind, number: numberArgument(this._method(method), value) });
  }

  _range(kind: 'between' | 'notBetween', method: string, start: unknown, end: unknown): TextBuilder {
    const from = numberArgument(this._method(method), start);
    const to = numberArgument(this._method(method), end);
    if (from > to) throw new GoogleError('Invalid argument: end');
    return this._require({ kind, from, to });
  }
}
