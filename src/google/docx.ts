import { readDocx } from '../domain/plan/docx-document.ts';
import type { ImportProblem } from '../domain/plan/import-problem.ts';
import type { SourceDocument } from '../domain/plan/source-document.ts';
import type { XmlNode } from '../domain/plan/xml-node.ts';
import { ProblemError } from '../domain/problem.ts';

type Blob = GoogleAppsScript.Base.Blob;
type XmlElement = GoogleAppsScript.XML_Service.Element;

/** Megabytes. A plan with its crests and stamps is far below; what is above is no plan. */
const LARGEST_MB = 10;

const refuse = (problem: ImportProblem): never => {
  throw new ProblemError<ImportProblem>(problem);
};

/** @throws ProblemError 'import.too-large' */
export function checkSize(bytes: number): void {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  if (megabytes > LARGEST_MB) refuse({ code: 'import.too-large', found: megabytes, most: LARGEST_MB, unit: 'mb' });
}

/**
 * Text and tables of a .docx.
 *
 * @throws ProblemError 'import.other-kind', 'import.password', 'import.broken'
 */
export function documentOfDocx(blob: Blob): SourceDocument {
  const name = blob.getName() ?? '';
  const files = unpacked(blob, name);
  const byName = (wanted: string) => files.find((file) => file.getName() === wanted);
  const main = byName(mainPart(byName('_rels/.rels'), name));
  if (!main) return refuse({ code: 'import.other-kind', name, kind: 'other' });
  const folder = (main.getName() ?? '').replace(/[^/]*$/, '');
  const part = (file: string) => {
    const found = byName(`${folder}${file}`);
    return found ? rootOf(found, name) : undefined;
  };
  return readDocx({ document: rootOf(main, name), numbering: part('numbering.xml'), styles: part('styles.xml') });
}

function unpacked(blob: Blob, name: string): Blob[] {
  try {
    // Google unpacks nothing that is not called a zip.
    return Utilities.unzip(blob.copyBlob().setContentType('application/zip'));
  } catch (error) {
    return refuse(whyNotZip(blob, name, error));
  }
}

/** What the file is by its first bytes: its name and type may say anything. */
function whyNotZip(blob: Blob, name: string, error: unknown): ImportProblem {
  const start = blob.getDataAsString('ISO-8859-1').slice(0, 8);
  if (start.indexOf('%PDF') === 0) return { code: 'import.other-kind', name, kind: 'pdf' };
  if (/^(\u0089PNG|‰PNG|ÿØÿ|GIF8|II\*|MM\0)/.test(start)) return { code: 'import.other-kind', name, kind: 'picture' };
  if (start.indexOf('ÐÏ\u0011à') === 0) {
    // Word 97–2003, or a .docx whose password has wrapped it into the same kind of file.
    const encrypted = blob.getDataAsString('UTF-16LE').indexOf('EncryptedPackage') >= 0;
    return encrypted ? { code: 'import.password', name } : { code: 'import.other-kind', name, kind: 'doc' };
  }
  if (start.indexOf('PK') !== 0) return { code: 'import.other-kind', name, kind: 'other' };
  return { code: 'import.broken', name, reason: error instanceof Error ? error.message : String(error) };
}

/** Path of the document itself: nearly always word/document.xml, but the package says which. */
function mainPart(relations: Blob | undefined, name: string): string {
  const found = relations
    ? rootOf(relations, name, true)
        .children()
        .find((node) => /\/officeDocument$/.test(node.attribute('Type') ?? ''))
    : undefined;
  return (found?.attribute('Target') ?? 'word/document.xml').replace(/^\//, '');
}

/** @param plainAttributes whether the attributes have no namespace, as in the package's own files; `child` finds nothing there then */
function rootOf(file: Blob, name: string, plainAttributes = false): XmlNode {
  try {
    const root = XmlService.parse(file.getDataAsString('UTF-8')).getRootElement() as XmlElement;
    // Transitional and strict files differ in the address of this namespace only.
    return nodeOf(root, plainAttributes ? XmlService.getNoNamespace() : root.getNamespace());
  } catch (error) {
    return refuse({ code: 'import.broken', name, reason: error instanceof Error ? error.message : String(error) });
  }
}

function nodeOf(element: XmlElement, main: GoogleAppsScript.XML_Service.Namespace): XmlNode {
  let name: string | undefined;
  let children: XmlNode[] | undefined;
  return {
    get name() {
      if (name === undefined) name = element.getName();
      return name;
    },
    attribute: (wanted) => element.getAttribute(wanted, main)?.getValue(),
    children() {
      if (!children) children = element.getChildren().map((child) => nodeOf(child, main));
      return children;
    },
    child(wanted) {
      const found = element.getChild(wanted, main);
      return found ? nodeOf(found, main) : undefined;
    },
    text: () => element.getText(),
  };
}
