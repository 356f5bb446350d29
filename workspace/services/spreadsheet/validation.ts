import { type GoogleEnumValue, GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import type { Book } from './book.ts';
import { checkShape, mapZone } from './cells.ts';
import { ENGINE_CRITERIA, engineArgument, googleCriterion, type KeptArgument, keptArgument } from './criteria.ts';
import type { ValidationRule, Zone } from './engine.ts';
import { asGoogle, DataValidationCriteria } from './enums.ts';
import type { Range } from './range.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { contains, overlaps, without, zonesOfCells } from './zones.ts';

const KIND = 'validation';

/** A rule as Google describes it; the engine's own rule is made of it and has its id. */
interface RuleData {
  criteria: string;
  args: KeptArgument[];
  helpText: string;
  allowInvalid: boolean;
}

export interface DataValidation extends GoogleAppsScript.Spreadsheet.DataValidation {}

export class DataValidation extends GoogleObject {
  readonly _data: RuleData;
  readonly _values: unknown[];

  constructor(data: RuleData, values: unknown[]) {
    super();
    this._data = data;
    this._values = values;
  }

  getAllowInvalid(): boolean {
    return this._data.allowInvalid;
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return asGoogle(DataValidationCriteria._of(this._data.criteria as 'CHECKBOX'));
  }

  getCriteriaValues(): unknown[] {
    return this._values;
  }

  getHelpText(): string {
    return this._data.helpText;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this);
  }
}

export interface DataValidationBuilder extends GoogleAppsScript.Spreadsheet.DataValidationBuilder {}

export class DataValidationBuilder extends GoogleObject {
  #criteria: string | undefined;
  #values: unknown[] = [];
  #helpText = '';
  #allowInvalid = true;

  constructor(from?: DataValidation) {
    super();
    if (!from) return;
    this.#criteria = from._data.criteria;
    this.#values = from._values;
    this.#helpText = from._data.helpText;
    this.#allowInvalid = from._data.allowInvalid;
  }

  build(): DataValidation {
    if (!this.#criteria) throw new GoogleError('Data validation builder must have a criteria set before building.');
    const data = {
      criteria: this.#criteria,
      args: this.#values.map(keptArgument),
      helpText: this.#helpText,
      allowInvalid: this.#allowInvalid,
    };
    return new DataValidation(data, this.#values);
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.build());
  }

  getAllowInvalid(): boolean {
    return this.#allowInvalid;
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return asGoogle(this.#criteria ? DataValidationCriteria._of(this.#criteria as 'CHECKBOX') : null);
  }

  getCriteriaValues(): unknown[] {
    return this.#values;
  }

  getHelpText(): string {
    return this.#helpText;
  }

  setAllowInvalid(allowInvalid: boolean): DataValidationBuilder {
    this.#allowInvalid = allowInvalid;
    return this;
  }

  setHelpText(helpText: string): DataValidationBuilder {
    this.#helpText = helpText;
    return this;
  }

  requireCheckbox(checked?: unknown, unchecked?: unknown): DataValidationBuilder {
    return this.#require('CHECKBOX', ...[checked, unchecked].filter((value) => value !== undefined));
  }

  requireDate(): DataValidationBuilder {
    return this.#require('DATE_IS_VALID_DATE');
  }

  requireDateAfter(date: GoogleAppsScript.Base.Date): DataValidationBuilder {
    return this.#require('DATE_AFTER', date);
  }

  requireDateBefore(date: GoogleAppsScript.Base.Date): DataValidationBuilder {
    return this.#require('DATE_BEFORE', date);
  }

  requireDateBetween(start: GoogleAppsScript.Base.Date, end: GoogleAppsScript.Base.Date): DataValidationBuilder {
    return this.#require('DATE_BETWEEN', start, end);
  }

  requireDateEqualTo(date: GoogleAppsScript.Base.Date): DataValidationBuilder {
    return this.#require('DATE_EQUAL_TO', date);
  }

  requireDateNotBetween(start: GoogleAppsScript.Base.Date, end: GoogleAppsScript.Base.Date): DataValidationBuilder {
    return this.#require('DATE_NOT_BETWEEN', start, end);
  }

  requireDateOnOrAfter(date: GoogleAppsScript.Base.Date): DataValidationBuilder {
    return this.#require('DATE_ON_OR_AFTER', date);
  }

  requireDateOnOrBefore(date: GoogleAppsScript.Base.Date): DataValidationBuilder {
    return this.#require('DATE_ON_OR_BEFORE', date);
  }

  requireFormulaSatisfied(formula: string): DataValidationBuilder {
    return this.#require('CUSTOM_FORMULA', formula);
  }

  requireNumberBetween(start: number, end: number): DataValidationBuilder {
    return this.#require('NUMBER_BETWEEN', start, end);
  }

  requireNumberEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_EQUAL_TO', number);
  }

  requireNumberGreaterThan(number: number): DataValidationBuilder {
    return this.#require('NUMBER_GREATER_THAN', number);
  }

  requireNumberGreaterThanOrEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  requireNumberLessThan(number: number): DataValidationBuilder {
    return this.#require('NUMBER_LESS_THAN', number);
  }

  requireNumberLessThanOrEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  requireNumberNotBetween(start: number, end: number): DataValidationBuilder {
    return this.#require('NUMBER_NOT_BETWEEN', start, end);
  }

  requireNumberNotEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_NOT_EQUAL_TO', number);
  }

  requireTextContains(text: string): DataValidationBuilder {
    return this.#require('TEXT_CONTAINS', text);
  }

  requireTextDoesNotContain(text: string): DataValidationBuilder {
    return this.#require('TEXT_DOES_NOT_CONTAIN', text);
  }

  requireTextEqualTo(text: string): DataValidationBuilder {
    return this.#require('TEXT_EQUAL_TO', text);
  }

  requireTextIsEmail(): DataValidationBuilder {
    return this.#require('TEXT_IS_VALID_EMAIL');
  }

  requireTextIsUrl(): DataValidationBuilder {
    return this.#require('TEXT_IS_VALID_URL');
  }

  requireValueInList(values: string[], showDropdown = true): DataValidationBuilder {
    if (values.length > 500)
      throw new GoogleError(
        'The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.',
      );
    return this.#require('VALUE_IN_LIST', values.map(String), showDropdown);
  }

  requireValueInRange(range: GoogleAppsScript.Spreadsheet.Range, showDropdown = true): DataValidationBuilder {
    return this.#require('VALUE_IN_RANGE', range, showDropdown);
  }

  withCriteria(criteria: GoogleAppsScript.Spreadsheet.DataValidationCriteria, args: unknown[]): DataValidationBuilder {
    return this.#require(asGoogle<GoogleEnumValue>(criteria).name(), ...args);
  }

  #require(criteria: string, ...values: unknown[]): DataValidationBuilder {
    this.#criteria = criteria;
    this.#values = values;
    return this;
  }
}

export function readValidations(range: Range): (DataValidation | null)[][] {
  const { _book: book, _sheetId: sheetId } = range;
  const rules = book.getters
    .getDataValidationRules(sheetId)
    .filter((rule) => rule.ranges.some(({ zone }) => overlaps(zone, range._zone)));
  const objects = new Map<string, DataValidation>();
  return mapZone(range._zone, (col, row) => {
    const rule = rules.find(({ ranges }) => ranges.some(({ zone }) => contains(zone, col, row)));
    if (!rule) return null;
    let object = objects.get(rule.id);
    if (!object) {
      object = fromRule(rule, range._sheet._spreadsheet);
      objects.set(rule.id, object);
    }
    return object;
  });
}

function fromRule(rule: ValidationRule, spreadsheet: Spreadsheet): DataValidation {
  const kept = spreadsheet._book.getters.getExtra(extraId(rule.id));
  const data = (kept?.data as RuleData | undefined) ?? fromPage(rule);
  return new DataValidation(
    data,
    data.args.map((argument) => givenArgument(argument, spreadsheet)),
  );
}

/** A rule that a person made in the page. */
function fromPage({ criterion, isBlocking }: ValidationRule): RuleData {
  const criteria = googleCriterion(criterion.type) ?? 'CUSTOM_FORMULA';
  const showDropdown = criterion.displayStyle !== 'plainText';
  let args: KeptArgument[] = criterion.values;
  if (criteria === 'VALUE_IN_LIST') args = [criterion.values, showDropdown];
  else if (criteria === 'VALUE_IN_RANGE') args = [{ range: criterion.values[0]! }, showDropdown];
  else if (criteria.startsWith('NUMBER_')) args = criterion.values.map(Number);
  return { criteria, args, helpText: '', allowInvalid: !isBlocking };
}

function givenArgument(argument: KeptArgument, spreadsheet: Spreadsheet): unknown {
  if (typeof argument !== 'object' || Array.isArray(argument)) return argument;
  if ('date' in argument) return new Date(argument.date);
  return 'range' in argument ? spreadsheet.getRange(argument.range) : argument.relative;
}

const extraId = (ruleId: string): string => `validation:${ruleId}`;

/** Gives one rule, or none, to all cells of a range. */
export function writeValidation(range: Range, rule: DataValidation | null): void {
  clearValidations(range._book, range._sheetId, [range._zone]);
  if (rule) addRule(range._book, range._sheetId, [range._zone], rule);
}

/** Cells with the same rule object share one rule. */
export function writeValidations(range: Range, rules: (DataValidation | null)[][]): void {
  checkShape(rules, range._zone);
  const cellsByRule = new Map<DataValidation, { col: number; row: number }[]>();
  mapZone(range._zone, (col, row) => {
    const rule = rules[row - range._zone.top]![col - range._zone.left];
    if (!rule) return;
    const cells = cellsByRule.get(rule);
    if (cells) cells.push({ col, row });
    else cellsByRule.set(rule, [{ col, row }]);
  });
  clearValidations(range._book, range._sheetId, [range._zone]);
  for (const [rule, cells] of cellsByRule) addRule(range._book, range._sheetId, zonesOfCells(cells), rule);
}

function addRule(book: Book, sheetId: string, zones: Zone[], { _data: data }: DataValidation): void {
  const id = book.newId();
  book.write(
    { type: 'PUT_EXTRA', extraId: extraId(id), kind: KIND, data },
    {
      type: 'ADD_DATA_VALIDATION_RULE',
      sheetId,
      ranges: zones.map((zone) => ({ _sheetId: sheetId, _zone: zone })),
      rule: { id, criterion: engineCriterion(data, book), isBlocking: !data.allowInvalid },
    },
  );
}

function engineCriterion({ criteria, args }: RuleData, book: Book): object {
  const type = ENGINE_CRITERIA[criteria]!;
  if (criteria === 'VALUE_IN_LIST' || criteria === 'VALUE_IN_RANGE') {
    const [source, showDropdown = true] = args;
    const values = Array.isArray(source) ? source : [engineArgument(source!, book)];
    return { type, values, displayStyle: showDropdown ? 'arrow' : 'plainText' };
  }
  if (criteria === 'CHECKBOX') return { type, values: [] };
  const values = args.map((argument) => engineArgument(argument, book));
  return type.startsWith('dateIs') && type !== 'dateIsValid'
    ? { type, values, dateValue: 'exactDate' }
    : { type, values };
}

/** Takes zones out of all rules of a sheet. */
function clearValidations(book: Book, sheetId: string, holes: Zone[]): void {
  for (const rule of book.getters.getDataValidationRules(sheetId)) {
    const zones = rule.ranges.map(({ zone }) => zone);
    if (!zones.some((zone) => holes.some((hole) => overlaps(zone, hole)))) continue;
    const left = holes.reduce((rest, hole) => rest.flatMap((zone) => without(zone, hole)), zones);
    if (left.length === 0) {
      book.write({ type: 'REMOVE_DATA_VALIDATION_RULE', sheetId, id: rule.id });
      book.write({ type: 'REMOVE_EXTRA', extraId: extraId(rule.id) });
      continue;
    }
    const { id, criterion, isBlocking } = rule;
    book.write({
      type: 'ADD_DATA_VALIDATION_RULE',
      sheetId,
      ranges: left.map((zone) => ({ _sheetId: sheetId, _zone: zone })),
      rule: { id, criterion, isBlocking },
    });
  }
}
