import { romanNumeral } from './roman.ts';
import { valueOf, type XmlNode } from './xml-node.ts';

/** Gives the number that Word shows before a paragraph and that stands nowhere in its text. */
export interface DocxNumbering {
  /** To be asked once for each paragraph, in the order of the document. '' for a bullet or no number. */
  labelOf(paragraphProperties: XmlNode | undefined): string;
}

interface Level {
  start: number;
  format: string;
  /** «%1.», «%1.%2)». */
  text: string;
  style: string | undefined;
}

interface List {
  /** Numbers of lists that are made from one template go on from one another. */
  template: string;
  levels: Level[];
  /** Levels that begin anew when the list is first met. */
  restarts: Map<number, number>;
}

/**
 * @param numbering root of word/numbering.xml
 * @param styles root of word/styles.xml: a style may bring the number
 */
export function docxNumbering(numbering: XmlNode | undefined, styles: XmlNode | undefined): DocxNumbering {
  const parts = numbering?.children() ?? [];
  const lists = new Map<string, List | undefined>();
  const counts = new Map<string, number[]>();
  const styleNumbers = stylesWithNumbers(styles);

  const listOf = (id: string): List | undefined => {
    if (!lists.has(id)) {
      const list = readList(parts, id);
      lists.set(id, list);
      if (list) {
        const counted = counts.get(list.template) ?? [];
        counts.set(list.template, counted);
        for (const [level, start] of list.restarts) counted[level] = start - 1;
      }
    }
    return lists.get(id);
  };

  return {
    labelOf(properties) {
      const own = properties?.child('numPr');
      const style = own ? undefined : valueOf(properties, 'pStyle');
      const number = own ?? (style === undefined ? undefined : styleNumbers(style));
      const id = valueOf(number, 'numId');
      const list = id === undefined || id === '0' ? undefined : listOf(id);
      if (!list) return '';
      const named = list.levels.findIndex((level) => style !== undefined && level.style === style);
      const at = Number(valueOf(number, 'ilvl') ?? Math.max(0, named));
      const level = list.levels[at];
      if (!level) return '';
      const counted = counts.get(list.template) as number[];
      for (let above = 0; above < at; above += 1) counted[above] = counted[above] ?? list.levels[above]?.start ?? 1;
      counted[at] = (counted[at] ?? level.start - 1) + 1;
      counted.length = at + 1;
      if (level.format === 'bullet' || level.format === 'none') return '';
      return level.text.replace(/%(\d)/g, (_, n: string) =>
        numberAs(counted[+n - 1] ?? 1, list.levels[+n - 1]?.format ?? 'decimal'),
      );
    },
  };
}

function readList(parts: readonly XmlNode[], id: string): List | undefined {
  const list = parts.find((node) => node.name === 'num' && node.attribute('numId') === id);
  const template = valueOf(list, 'abstractNumId');
  const source = parts.find((node) => node.name === 'abstractNum' && node.attribute('abstractNumId') === template);
  if (!list || !source || template === undefined) return undefined;
  const levels: Level[] = [];
  const read = (node: XmlNode) => {
    levels[Number(node.attribute('ilvl') ?? 0)] = {
      start: Number(valueOf(node, 'start') ?? 1),
      format: valueOf(node, 'numFmt') ?? 'decimal',
      text: valueOf(node, 'lvlText') ?? '',
      style: valueOf(node, 'pStyle'),
    };
  };
  for (const node of source.children()) if (node.name === 'lvl') read(node);
  const restarts = new Map<number, number>();
  for (const node of list.children()) {
    if (node.name !== 'lvlOverride') continue;
    const changed = node.child('lvl');
    if (changed) read(changed);
    const start = valueOf(node, 'startOverride');
    if (start !== undefined) restarts.set(Number(node.attribute('ilvl') ?? 0), Number(start));
  }
  return { template, levels, restarts };
}

/** The number that a style, or one that it is based on, brings. */
function stylesWithNumbers(styles: XmlNode | undefined): (style: string) => XmlNode | undefined {
  const known = new Map<string, XmlNode | undefined>();
  let byId: Map<string, XmlNode> | undefined;
  const find = (style: string, depth: number): XmlNode | undefined => {
    byId = byId ?? new Map((styles?.children() ?? []).map((node) => [node.attribute('styleId') ?? '', node]));
    const node = byId.get(style);
    const number = node?.child('pPr')?.child('numPr');
    const base = number || depth > 10 ? undefined : valueOf(node, 'basedOn');
    return number ?? (base === undefined ? undefined : find(base, depth + 1));
  };
  return (style) => {
    if (!known.has(style)) known.set(style, find(style, 0));
    return known.get(style);
  };
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя';

/** A number of a list as Word writes it: `upperRoman`, `russianLower`; decimal where the format is not known. */
export function numberAs(n: number, format: string): string {
  const letter = (letters: string) =>
    (letters[(n - 1) % letters.length] as string).repeat(Math.ceil(n / letters.length));
  switch (format) {
    case 'upperRoman':
      return romanNumeral(n);
    case 'lowerRoman':
      return romanNumeral(n).toLowerCase();
    case 'lowerLetter':
      return letter(LATIN);
    case 'upperLetter':
      return letter(LATIN).toUpperCase();
    case 'russianLower':
      return letter(RUSSIAN);
    case 'russianUpper':
      return letter(RUSSIAN).toUpperCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    default:
      return String(n);
  }
}
