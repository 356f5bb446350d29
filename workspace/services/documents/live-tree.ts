import { GoogleError } from '../../kernel/google-object.ts';
import { joined } from './runs.ts';
import {
  type BlockNode,
  type ContainerNode,
  type DocumentContent,
  type DocumentNode,
  type InlineNode,
  isContainer,
  isParagraph,
  type SectionNode,
  walk,
} from './tree.ts';

/** Keeps and gives the bytes of pictures; the tree holds only their names. */
export interface PictureShelf {
  keep(bytes: Uint8Array, contentType: string): string;
  read(picture: string): Uint8Array;
}

/**
 * One open document: its JSON and what JSON cannot say – who is whose parent, whether
 * something changed, whether it may still be changed.
 *
 * A copied element hangs in no tree until it is inserted; then it belongs to the tree it
 * was put into, which may be another document's.
 */
export class LiveTree {
  readonly content: DocumentContent;
  readonly pictures: PictureShelf;
  changed = false;
  closed = false;
  readonly #parents = new WeakMap<DocumentNode, ContainerNode>();

  constructor(content: DocumentContent, pictures: PictureShelf) {
    this.content = content;
    this.pictures = pictures;
    for (const section of this.sections()) {
      for (const node of walk(section)) if (isParagraph(node)) node.children = mergedTexts(node.children);
      this.#adoptChildren(section);
    }
  }

  sections(): SectionNode[] {
    return [this.content.body, this.content.header, this.content.footer].filter((section) => section !== undefined);
  }

  parentOf(node: DocumentNode): ContainerNode | undefined {
    return this.#parents.get(node);
  }

  /** The section, or the detached element, at the top of what the node is in. */
  rootOf(node: DocumentNode): DocumentNode {
    const parent = this.parentOf(node);
    return parent ? this.rootOf(parent) : node;
  }

  /** Call before every change. */
  touch(): void {
    if (this.closed) throw new GoogleError('Document is closed, its operations are not available');
    this.changed = true;
  }

  insert(parent: ContainerNode, index: number, child: DocumentNode): void {
    this.touch();
    const children = parent.children as DocumentNode[];
    if (!Number.isInteger(index) || index < 0 || index > children.length) {
      throw new GoogleError(
        `Child index (${index}) must be less than or equal to the number of child elements (${children.length}).`,
      );
    }
    children.splice(index, 0, child);
    this.#parents.set(child, parent);
    this.#adoptChildren(child);
  }

  /** @throws GoogleError for the last paragraph of a section: Google never leaves one without */
  remove(node: DocumentNode): void {
    this.touch();
    const parent = this.parentOf(node);
    if (!parent) throw new GoogleError('Element must be attached.');
    const children = parent.children as DocumentNode[];
    if (isParagraph(node) && parent.type !== 'TABLE_CELL' && children.indexOf(node) === children.length - 1) {
      const before = children[children.length - 2];
      if (!before || !isParagraph(before)) {
        throw new GoogleError("Can't remove the last paragraph in a document section.");
      }
    }
    this.drop(node);
  }

  /** Takes a node out of its parent, whatever is left there. */
  drop(node: DocumentNode): void {
    const siblings = this.parentOf(node)?.children as DocumentNode[] | undefined;
    siblings?.splice(siblings.indexOf(node), 1);
    this.#parents.delete(node);
  }

  /** Takes the header or the footer off the document. */
  dropSection(node: SectionNode): void {
    this.touch();
    if (this.content.header === node) delete this.content.header;
    if (this.content.footer === node) delete this.content.footer;
  }

  /** Gives a container new children; they must be fresh nodes. */
  replaceChildren(parent: ContainerNode, children: readonly (BlockNode | InlineNode)[]): void {
    this.touch();
    (parent as { children: DocumentNode[] }).children = [...children];
    this.#adoptChildren(parent);
  }

  /** A deep copy that hangs nowhere; this tree knows who is whose parent inside it. */
  copy<T extends DocumentNode>(node: T): T {
    const copy = structuredClone(node);
    this.#adoptChildren(copy);
    return copy;
  }

  #adoptChildren(node: DocumentNode): void {
    if (!isContainer(node)) return;
    for (const child of node.children) {
      this.#parents.set(child, node);
      this.#adoptChildren(child);
    }
  }
}

/** Texts side by side, left by several `appendText`, are one text when the document is opened again. */
function mergedTexts(children: readonly InlineNode[]): InlineNode[] {
  const result: InlineNode[] = [];
  for (const child of children) {
    const last = result[result.length - 1];
    if (child.type === 'TEXT' && last?.type === 'TEXT') last.runs = joined([...last.runs, ...child.runs]);
    else result.push(child);
  }
  return result;
}
