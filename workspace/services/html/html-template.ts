import { GoogleObject } from '../../kernel/google-object.ts';
import type { HtmlOutput } from './html-output.ts';
import { compileTemplate } from './scriptlets.ts';

/**
 * A page with scriptlets. Its properties and the evaluation are the membrane's: both belong to
 * the script's realm. That side asks for `_compiled` and hands the text to `_evaluated`.
 */
export class HtmlTemplate extends GoogleObject {
  readonly #source: string;
  readonly #makeOutput: (text: string) => HtmlOutput;

  constructor(source: string, makeOutput: (text: string) => HtmlOutput) {
    super();
    this.#source = source;
    this.#makeOutput = makeOutput;
  }

  evaluate(): HtmlOutput {
    throw new Error('a template is evaluated on the script side of the membrane');
  }

  getCode(): string {
    return compileTemplate(this.#source);
  }

  getCodeWithComments(): string {
    const comments = this.#source.split('\n').map((line) => `// ${line}`);
    return [...comments, this.getCode()].join('\n');
  }

  getRawContent(): string {
    return this.#source;
  }

  _compiled(): string {
    return this.getCode();
  }

  _evaluated(text: string): HtmlOutput {
    return this.#makeOutput(text);
  }
}
