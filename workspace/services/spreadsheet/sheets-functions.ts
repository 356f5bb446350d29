import type { Engine, EngineLocale, EvalContext, FunctionDescription, FunctionResult } from './engine.ts';
import { numberFunctions } from './number-functions.ts';
import { plainFunctions } from './plain-functions.ts';
import { msToSerial } from './serial-date.ts';

/** What these functions need of the spreadsheet; a page has no book, but it has this. */
export interface FunctionSurroundings {
  kernel: { clock: { now(): number } };
  timeZone: string;
  locale: EngineLocale;
}

/** Those replace the engine's own, which read the machine's clock. */
export const CLOCK_FUNCTIONS: ReadonlySet<string> = new Set(['NOW', 'TODAY']);

/**
 * Functions of Sheets that the engine lacks, or reads the machine's clock for.
 *
 * @param helpers of the engine's module: the server's or the page's own copy
 */
export function sheetsFunctions(
  helpers: Pick<Engine['helpers'], 'arg' | 'toString' | 'toNumber'>,
): Record<string, FunctionDescription> {
  const { arg } = helpers;
  return {
    ...plainFunctions(helpers),
    ...numberFunctions(helpers),
    NOW: {
      description: 'Current date and time.',
      args: [],
      compute(this: EvalContext): FunctionResult {
        const { kernel, timeZone, locale } = this.workspace as FunctionSurroundings;
        const format = `${locale.dateFormat} ${locale.timeFormat}`;
        return { value: msToSerial(kernel.clock.now(), timeZone), format };
      },
      isExported: true,
    },
    TODAY: {
      description: 'Current date.',
      args: [],
      compute(this: EvalContext): FunctionResult {
        const { kernel, timeZone, locale } = this.workspace as FunctionSurroundings;
        return { value: Math.floor(msToSerial(kernel.clock.now(), timeZone)), format: locale.dateFormat };
      },
      isExported: true,
    },
    /** The engine spreads arrays by itself, so the value passes through. */
    ARRAYFORMULA: {
      description: 'Shows the values of an array formula in several cells.',
      args: [arg('array_formula (any, range<any>)', 'A formula that gives several values.')],
      compute: (array: unknown) => array,
    },
    /** A picture in a cell has no value; the address stands for it in the local workspace. */
    IMAGE: {
      description: 'Inserts an image into a cell.',
      args: [
        arg('url (string)', 'Address of the image.'),
        arg('options (number, optional, repeating)', 'Mode, height, width.'),
      ],
      compute: (url: FunctionResult) => ({ value: `[${url.value}](${url.value})` }),
    },
  };
}
