import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';

const XML_URI = 'http://www.w3.org/XML/1998/namespace';

export interface Namespace extends GoogleAppsScript.XML_Service.Namespace {}
/** Two namespaces are the same when their addresses are: the prefix is only how it is written. */
export class Namespace extends GoogleObject {
  readonly #prefix: string;
  readonly #uri: string;

  constructor(prefix: string, uri: string) {
    super();
    if (prefix !== '' && uri === '') throw new GoogleError('Namespace URIs must be non-null and non-empty Strings.');
    this.#prefix = prefix;
    this.#uri = uri;
  }

  getPrefix(): string {
    return this.#prefix;
  }

  getURI(): string {
    return this.#uri;
  }
}

export const NO_NAMESPACE = new Namespace('', '');
export const XML_NAMESPACE = new Namespace('xml', XML_URI);

/** `prefix:name`, or the name alone. */
export function qualified(namespace: Namespace, name: string): string {
  const prefix = namespace.getPrefix();
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** @throws GoogleError for what is no name in XML */
export function checkedName(kind: string, name: unknown): string {
  const text = String(name);
  if (!/^[\p{L}_][\p{L}\p{N}\p{M}._\u00b7-]*$/u.test(text)) {
    throw new GoogleError(`The name "${text}" is not legal for JDOM/XML ${kind}s.`);
  }
  return text;
}
