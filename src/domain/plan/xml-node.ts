/**
 * An element of an XML file as far as reading a .docx needs it. Each call may be a call of a service
 * of Google's, so what is not asked for is not read.
 */
export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  /** An attribute of the file's main namespace: `w:val`. */
  attribute(name: string): string | undefined;
  children(): readonly XmlNode[];
  /** The first child of that name in the file's main namespace. */
  child(name: string): XmlNode | undefined;
  /** The text that stands in it directly. */
  text(): string;
}

/** `<w:numId w:val="3"/>` below the node → '3'. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return node?.child(name)?.attribute('val');
}
