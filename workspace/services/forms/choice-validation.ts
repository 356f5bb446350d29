import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { integerArgument, textArgument } from './argument.ts';
import type { CheckboxRule, GridRule } from './form-record.ts';

/** How many boxes must be ticked. */
export class CheckboxValidation extends GoogleObject {
  readonly _rule: CheckboxRule;

  constructor(rule: CheckboxRule) {
    super();
    this._rule = rule;
  }
}

type CheckboxBuilder = GoogleAppsScript.Forms.CheckboxValidationBuilder;
export interface CheckboxValidationBuilder extends CheckboxBuilder {}

export class CheckboxValidationBuilder extends GoogleObject {
  #rule: CheckboxRule | undefined;
  #helpText: string | undefined;

  requireSelectAtLeast(number: number): CheckboxBuilder {
    return this._require('atLeast', 'requireSelectAtLeast', number);
  }

  requireSelectAtMost(number: number): CheckboxBuilder {
    return this._require('atMost', 'requireSelectAtMost', number);
  }

  requireSelectExactly(number: number): CheckboxBuilder {
    return this._require('exactly', 'requireSelectExactly', number);
  }

  setHelpText(text: string): CheckboxBuilder {
    this.#helpText = textArgument('FormApp.CheckboxValidationBuilder.setHelpText', text);
    return this;
  }

  build(): GoogleAppsScript.Forms.CheckboxValidation {
    if (!this.#rule) throw new GoogleError('A validation must have a requirement before it is built.');
    const rule = this.#helpText ? { ...this.#rule, helpText: this.#helpText } : this.#rule;
    return new CheckboxValidation(rule) as unknown as GoogleAppsScript.Forms.CheckboxValidation;
  }

  _require(kind: CheckboxRule['kind'], method: string, number: unknown): CheckboxBuilder {
    const count = integerArgument(`FormApp.CheckboxValidationBuilder.${method}`, number);
    if (count < 1) throw new GoogleError('Invalid argument: number');
    this.#rule = { kind, count };
    return this;
  }
}

/** At most one answer in each column. */
export class GridValidation extends GoogleObject {
  readonly _rule: GridRule;

  constructor(rule: GridRule) {
    super();
    this._rule = rule;
  }
}

export class CheckboxGridValidation extends GridValidation {}

/** `Self` is Google's type of the builder. */
abstract class ColumnRuleBuilder<Self> extends GoogleObject {
  #required = false;
  #helpText: string | undefined;

  requireLimitOneResponsePerColumn(): Self {
    this.#required = true;
    return this as unknown as Self;
  }

  setHelpText(text: string): Self {
    this.#helpText = textArgument(`FormApp.${this._className}.setHelpText`, text);
    return this as unknown as Self;
  }

  _built(): GridRule {
    if (!this.#required) throw new GoogleError('A validation must have a requirement before it is built.');
    return this.#helpText ? { kind: 'onePerColumn', helpText: this.#helpText } : { kind: 'onePerColumn' };
  }
}

type GridBuilder = GoogleAppsScript.Forms.GridValidationBuilder;
export interface GridValidationBuilder extends GridBuilder {}

export class GridValidationBuilder extends ColumnRuleBuilder<GridBuilder> {
  build(): GoogleAppsScript.Forms.GridValidation {
    return new GridValidation(this._built());
  }
}

type CheckboxGridBuilder = GoogleAppsScript.Forms.CheckboxGridValidationBuilder;
export interface CheckboxGridValidationBuilder extends CheckboxGridBuilder {}

export class CheckboxGridValidationBuilder extends ColumnRuleBuilder<CheckboxGridBuilder> {
  build(): GoogleAppsScript.Forms.CheckboxGridValidation {
    return new CheckboxGridValidation(this._built());
  }
}
