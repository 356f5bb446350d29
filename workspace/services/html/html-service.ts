import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { Blob } from '../utilities/blob.ts';
import { HtmlOutput, newTemplate, SANDBOX_MODE, X_FRAME_OPTIONS_MODE } from './html-output.ts';
import type { HtmlTemplate } from './html-template.ts';

export class HtmlService extends GoogleObject {
  readonly SandboxMode = SANDBOX_MODE;
  readonly XFrameOptionsMode = X_FRAME_OPTIONS_MODE;
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  createHtmlOutput(...args: [html?: unknown]): HtmlOutput {
    return new HtmlOutput(args.length === 0 ? '' : textOf('HtmlService.createHtmlOutput', args[0]));
  }

  createHtmlOutputFromFile(filename: unknown): HtmlOutput {
    return new HtmlOutput(this.#file('createHtmlOutputFromFile', filename));
  }

  createTemplate(html: unknown): HtmlTemplate {
    return newTemplate(textOf('HtmlService.createTemplate', html));
  }

  createTemplateFromFile(filename: unknown): HtmlTemplate {
    return newTemplate(this.#file('createTemplateFromFile', filename));
  }

  getUserAgent(): null {
    return null;
  }

  #file(method: string, filename: unknown): string {
    if (typeof filename !== 'string') throw signatureError(`HtmlService.${method}`, [filename]);
    const content = this.#execution.kernel.project.html(filename);
    if (content === undefined) throw new GoogleError(`No HTML file named ${filename} was found.`);
    return content;
  }
}

/** Text, or the text of a blob. */
function textOf(method: string, source: unknown): string {
  if (typeof source === 'string') return source;
  if (source instanceof GoogleObject && 'getBlob' in source) {
    return (source as unknown as { getBlob(): Blob }).getBlob().getDataAsString();
  }
  throw signatureError(method, [source]);
}

export const htmlService: ServiceDefinition = {
  name: 'HtmlService',
  create: (execution) => new HtmlService(execution),
};
