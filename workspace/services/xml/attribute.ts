import { GoogleObject } from '../../kernel/google-object.ts';
import { checkedName, type Namespace, NO_NAMESPACE } from './namespace.ts';

type GoogleNamespace = GoogleAppsScript.XML_Service.Namespace;

export interface Attribute extends GoogleAppsScript.XML_Service.Attribute {}
export class Attribute extends GoogleObject {
  #name: string;
  #value: string;
  #namespace: Namespace;

  constructor(name: string, value: string, namespace: Namespace = NO_NAMESPACE) {
    super();
    this.#name = name;
    this.#value = value;
    this.#namespace = namespace;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): this {
    this.#name = checkedName('attribute', name);
    return this;
  }

  getNamespace(): Namespace {
    return this.#namespace;
  }

  setNamespace(namespace: GoogleNamespace): this {
    this.#namespace = namespace as Namespace;
    return this;
  }

  getValue(): string {
    return this.#value;
  }

  setValue(value: string): this {
    this.#value = String(value);
    return this;
  }
}
