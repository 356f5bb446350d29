import type { ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { CONTENT_TYPES } from './content.ts';
import { Document } from './document.ts';
import { Element } from './element.ts';
import { Format } from './format.ts';
import { Cdata, Comment, DocType, Text } from './leaves.ts';
import { checkedName, Namespace, NO_NAMESPACE, XML_NAMESPACE } from './namespace.ts';
import { parseXml } from './parse.ts';

import Google = GoogleAppsScript.XML_Service;

export const xmlService: ServiceDefinition = { name: 'XmlService', create: () => new XmlService() };

export interface XmlService extends Omit<Google.XmlService, 'ContentTypes'> {}
export class XmlService extends GoogleObject {
  readonly ContentTypes = CONTENT_TYPES;

  /** @throws GoogleError naming the line where the text is not well-formed */
  parse(xml: string): Document {
    if (typeof xml !== 'string') throw signatureError('XmlService.parse', [xml]);
    return parseXml(xml);
  }

  createDocument(rootElement?: Google.Element): Document {
    const document = new Document();
    return rootElement ? document.setRootElement(rootElement) : document;
  }

  createElement(name: string, namespace: Google.Namespace = NO_NAMESPACE): Element {
    return new Element(checkedName('element', name), namespace as Namespace);
  }

  createText(text: string): Text {
    return new Text(String(text));
  }

  createCdata(text: string): Cdata {
    return new Cdata(String(text));
  }

  createComment(text: string): Comment {
    return new Comment(String(text));
  }

  /** `(name)`, `(name, systemId)`, `(name, publicId, systemId)`. */
  createDocType(elementName: string, ...ids: string[]): DocType {
    const systemId = ids[ids.length - 1] ?? null;
    const publicId = ids.length > 1 ? (ids[0] ?? null) : null;
    return new DocType({ elementName: checkedName('element', elementName), publicId, systemId, internalSubset: null });
  }

  /** `(uri)`, `(prefix, uri)`. */
  getNamespace(...args: string[]): Namespace {
    if (args.length === 0 || args.some((each) => typeof each !== 'string')) {
      throw signatureError('XmlService.getNamespace', args);
    }
    const [prefix, uri] = args.length > 1 ? args : ['', args[0]];
    return new Namespace(prefix as string, uri as string);
  }

  getNoNamespace(): Namespace {
    return NO_NAMESPACE;
  }

  getXmlNamespace(): Namespace {
    return XML_NAMESPACE;
  }

  getRawFormat(): Format {
    return new Format(null, 'keep');
  }

  getCompactFormat(): Format {
    return new Format(null, 'normalize');
  }

  getPrettyFormat(): Format {
    return new Format('  ', 'trim');
  }
}
