import { GoogleObject } from '../../kernel/google-object.ts';
import type { Range } from './range.ts';

export interface RangeList extends GoogleAppsScript.Spreadsheet.RangeList {}

/** Several ranges; what is done to the list is done to each of them. */
export class RangeList extends GoogleObject {
  readonly #ranges: Range[];

  constructor(ranges: Range[]) {
    super();
    this.#ranges = ranges;
  }

  getRanges(): Range[] {
    return this.#ranges;
  }

  activate(): RangeList {
    this.#ranges[0]?.activate();
    return this;
  }

  _forEach(method: string, args: unknown[]): RangeList {
    for (const range of this.#ranges) {
      (range as unknown as Record<string, (...values: unknown[]) => unknown>)[method]!(...args);
    }
    return this;
  }
}

const OF_EACH_RANGE = [
  'breakApart',
  'check',
  'clear',
  'clearContent',
  'clearDataValidations',
  'clearFormat',
  'clearNote',
  'insertCheckboxes',
  'removeCheckboxes',
  'setBackground',
  'setBackgroundRGB',
  'setBorder',
  'setFontColor',
  'setFontFamily',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setFormula',
  'setFormulaR1C1',
  'setHorizontalAlignment',
  'setNote',
  'setNumberFormat',
  'setTextRotation',
  'setValue',
  'setVerticalAlignment',
  'setWrap',
  'setWrapStrategy',
  'trimWhitespace',
  'uncheck',
] as const;

for (const name of OF_EACH_RANGE) {
  Object.defineProperty(RangeList.prototype, name, {
    value: function onEachRange(this: RangeList, ...args: unknown[]): RangeList {
      return this._forEach(name, args);
    },
  });
}
