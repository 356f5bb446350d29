import { signatureError } from '../../kernel/google-object.ts';
import { Attribute } from './attribute.ts';
import { addContent, Content, type ContentHolder, descendants, removeContent } from './content.ts';
import { Text } from './leaves.ts';
import { checkedName, Namespace, NO_NAMESPACE, qualified, XML_NAMESPACE } from './namespace.ts';

import Google = GoogleAppsScript.XML_Service;

export interface Element extends Omit<Google.Element, keyof Content> {}
export class Element extends Content implements ContentHolder {
  readonly _type = 'ELEMENT';
  readonly _isElement = true;
  readonly _content: Content[] = [];
  readonly _attributes: Attribute[] = [];
  /** Declared at this element in the source, whether it uses them or not. */
  readonly _declared: Namespace[] = [];
  #name: string;
  #namespace: Namespace;

  constructor(name: string, namespace: Namespace = NO_NAMESPACE) {
    super();
    this.#name = name;
    this.#namespace = namespace;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): this {
    this.#name = checkedName('element', name);
    return this;
  }

  getQualifiedName(): string {
    return qualified(this.#namespace, this.#name);
  }

  /** Its own, or the one that the prefix stands for here; null when it stands for nothing. */
  getNamespace(prefix?: string): Namespace {
    if (prefix === undefined) return this.#namespace;
    return (this._namespaceOf(String(prefix)) ?? null) as Namespace;
  }

  setNamespace(namespace: Google.Namespace): this {
    this.#namespace = namespace as Namespace;
    return this;
  }

  _namespaceOf(prefix: string): Namespace | undefined {
    if (prefix === 'xml') return XML_NAMESPACE;
    const here = [this.#namespace, ...this._declared, ...this._attributes.map((each) => each.getNamespace())];
    const found = here.find((each) => each.getPrefix() === prefix && (prefix !== '' || each === this.#namespace));
    if (found) return found;
    return this._holder?._isElement ? (this._holder as Element)._namespaceOf(prefix) : undefined;
  }

  /** The texts that stand in it directly, one after another. */
  getText(): string {
    return this._content.map((content) => (content instanceof Text ? content.getText() : '')).join('');
  }

  setText(text: string): this {
    removeContent(this, []);
    addContent(this, [new Text(String(text))]);
    return this;
  }

  getValue(): string {
    return this._content
      .map((content) => (content instanceof Text || content instanceof Element ? content.getValue() : ''))
      .join('');
  }

  getAttribute(name: string, namespace: Google.Namespace = NO_NAMESPACE): Attribute | null {
    return this._attributes[this.#indexOf(name, namespace)] ?? null;
  }

  getAttributes(): Attribute[] {
    return [...this._attributes];
  }

  setAttribute(...args: unknown[]): this {
    const made = attributeOf(args);
    const at = this.#indexOf(made.getName(), made.getNamespace());
    if (at >= 0) this._attributes[at] = made;
    else this._attributes.push(made);
    return this;
  }

  removeAttribute(attribute: unknown, namespace: Google.Namespace = NO_NAMESPACE): boolean {
    const at =
      attribute instanceof Attribute
        ? this._attributes.indexOf(attribute)
        : this.#indexOf(attribute as string, namespace);
    if (at >= 0) this._attributes.splice(at, 1);
    return at >= 0;
  }

  getChild(name: string, namespace: Google.Namespace = NO_NAMESPACE): Element | null {
    return this.#children().find((child) => child._is(name, namespace)) ?? null;
  }

  getChildText(name: string, namespace: Google.Namespace = NO_NAMESPACE): string | null {
    return this.getChild(name, namespace)?.getText() ?? null;
  }

  /** `()` all of them; `(name)` those of no namespace. */
  getChildren(name?: string, namespace: Google.Namespace = NO_NAMESPACE): Element[] {
    return name === undefined ? this.#children() : this.#children().filter((child) => child._is(name, namespace));
  }

  _is(name: string, namespace: Google.Namespace): boolean {
    return this.#name === name && this.#namespace.getURI() === namespace.getURI();
  }

  getAllContent(): Content[] {
    return [...this._content];
  }

  getContent(index: number): Content | null {
    return this._content[index] ?? null;
  }

  getContentSize(): number {
    return this._content.length;
  }

  getDescendants(): Content[] {
    return descendants(this);
  }

  cloneContent(): Content[] {
    return this._content.map((content) => content._copy());
  }

  addContent(...args: unknown[]): this {
    addContent(this, args);
    return this;
  }

  removeContent(...args: unknown[]): never {
    return removeContent(this, args) as never;
  }

  getDocument(): Google.Document | null {
    const holder = this._holder;
    if (!holder) return null;
    return holder._isElement ? (holder as Element).getDocument() : (holder as unknown as Google.Document);
  }

  isRootElement(): boolean {
    return this._holder !== null && !this._holder._isElement;
  }

  isAncestorOf(other: Google.Element): boolean {
    for (let above = other.getParentElement(); above; above = above.getParentElement()) {
      if ((above as unknown) === this) return true;
    }
    return false;
  }

  _copy(): Element {
    const copy = new Element(this.#name, this.#namespace);
    copy._declared.push(...this._declared);
    for (const each of this._attributes) {
      copy._attributes.push(new Attribute(each.getName(), each.getValue(), each.getNamespace()));
    }
    for (const content of this.cloneContent()) addContent(copy, [content]);
    return copy;
  }

  #children(): Element[] {
    return this._content.filter((content): content is Element => content instanceof Element);
  }

  #indexOf(name: string, namespace: Google.Namespace): number {
    return this._attributes.findIndex(
      (each) => each.getName() === name && each.getNamespace().getURI() === namespace.getURI(),
    );
  }
}

/** `(attribute)`, `(name, value)`, `(name, value, namespace)`. */
function attributeOf(args: readonly unknown[]): Attribute {
  const [first, value, namespace = NO_NAMESPACE] = args;
  if (first instanceof Attribute) return first;
  if (typeof first !== 'string' || args.length < 2 || !(namespace instanceof Namespace)) {
    throw signatureError('XmlService.Element.setAttribute', args);
  }
  return new Attribute(checkedName('attribute', first), String(value), namespace);
}
