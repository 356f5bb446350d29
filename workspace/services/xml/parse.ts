import { SaxesParser, type SaxesTagNS } from 'saxes';
import { GoogleError } from '../../kernel/google-object.ts';
import { Attribute } from './attribute.ts';
import { addContent, type Content, type ContentHolder } from './content.ts';
import { Document } from './document.ts';
import { Element } from './element.ts';
import { Cdata, Comment, DocType, ProcessingInstruction, Text } from './leaves.ts';
import { Namespace, NO_NAMESPACE, XML_NAMESPACE } from './namespace.ts';

const XMLNS_URI = 'http://www.w3.org/2000/xmlns/';

/**
 * The tree of a well-formed document. Entities of a document type's internal subset are not replaced:
 * a reference to one is an error.
 *
 * @throws GoogleError naming the line, in Google's words
 */
export function parseXml(xml: string): Document {
  const document = new Document();
  const open: ContentHolder[] = [document];
  const parser = new SaxesParser({ xmlns: true, position: true });
  const add = (content: Content): void => addContent(open.at(-1)!, [content]);

  parser.on('error', (error) => {
    throw new GoogleError(`Error on line ${parser.line}: ${error.message.replace(/^\d+:\d+:\s*/, '')}`);
  });
  parser.on('doctype', (source) => add(docTypeOf(source)));
  parser.on('processinginstruction', ({ target, body }) => add(new ProcessingInstruction(target, body)));
  parser.on('comment', (text) => add(new Comment(text)));
  parser.on('opentag', (tag) => {
    const element = elementOf(tag);
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    // Between the parts of the document itself there are only line breaks.
    if (open.length > 1) add(new Text(text));
  });
  parser.on('cdata', (text) => add(new Cdata(text)));
  // A byte order mark is no part of the text.
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return document;
}

function elementOf(tag: SaxesTagNS): Element {
  const element = new Element(tag.local, namespaceOf(tag.prefix, tag.uri));
  for (const [prefix, uri] of Object.entries(tag.ns)) {
    if (uri !== '') element._declared.push(namespaceOf(prefix, uri));
  }
  for (const { local, prefix, uri, value } of Object.values(tag.attributes)) {
    if (uri !== XMLNS_URI) element._attributes.push(new Attribute(local, value, namespaceOf(prefix, uri)));
  }
  return element;
}

function namespaceOf(prefix: string, uri: string): Namespace {
  if (uri === '') return NO_NAMESPACE;
  return uri === XML_NAMESPACE.getURI() ? XML_NAMESPACE : new Namespace(prefix, uri);
}

/** ` html PUBLIC "id" "address" [subset]` */
function docTypeOf(source: string): DocType {
  const subset = /\[([\s\S]*)\]\s*$/.exec(source);
  const head = subset ? source.slice(0, subset.index) : source;
  const [elementName = ''] = head.trim().split(/\s+/);
  const ids = [...head.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
  const isPublic = /\sPUBLIC\s/.test(head);
  return new DocType({
    elementName,
    publicId: isPublic ? (ids[0] ?? null) : null,
    systemId: ids[isPublic ? 1 : 0] ?? null,
    internalSubset: subset?.[1] ?? null,
  });
}
