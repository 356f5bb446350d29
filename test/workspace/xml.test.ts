/** XmlService as scripts use it: Google's own sample, namespaces, editing, writing out. */
import fc from 'fast-check';
import { parseXml } from '../../workspace/services/xml/parse.ts';
import { XmlService } from '../../workspace/services/xml/service.ts';
import { type GivenScript, givenScript } from './given-script.ts';

let given: GivenScript;
beforeAll(async () => {
  given = await givenScript('function door(source) { return (0, eval)("(" + source + ")")(); }');
});
afterAll(() => given.remove());

async function inScript(source: string): Promise<unknown> {
  const { value, error } = await given.workspace.run('door', [source]);
  if (error) throw new Error(error);
  return value;
}

test('the sample of Google’s reference ("Element"): sums things and writes the total', async () => {
  const text = await inScript(`() => {
    let xml = '<things><plates>12</plates><bowls>18</bowls><cups>25</cups></things>';
    const document = XmlService.parse(xml);
    const root = document.getRootElement();
    let total = 0;
    root.getChildren().forEach((item) => { total += Number(item.getText()); });
    root.addContent(XmlService.createElement('total').setText(total));
    return XmlService.getPrettyFormat().format(document);
  }`);
  expect(text).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<things>\r\n  <plates>12</plates>\r\n  <bowls>18</bowls>\r\n  <cups>25</cups>\r\n  <total>55</total>\r\n</things>\r\n',
  );
});

test('the sample of Google’s reference ("Format"): separator, encoding, indent', async () => {
  const text =
    await inScript(`() => XmlService.getCompactFormat().setLineSeparator('\\n').setEncoding('UTF-8').setIndent('   ')
    .format(XmlService.parse('<root><a><b>Text!</b><b>More text!</b></a></root>'))`);
  expect(text).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<root>\n   <a>\n      <b>Text!</b>\n      <b>More text!</b>\n   </a>\n</root>\n',
  );
});

test('without a namespace only what has none is found; a prefix is only how it is written', async () => {
  expect(
    await inScript(`() => {
      const root = XmlService.parse('<f:a xmlns:f="urn:x" xmlns="urn:y" f:k="1" k="2"><f:b/><b/><g:b xmlns:g="urn:x">т</g:b></f:a>').getRootElement();
      const x = XmlService.getNamespace('urn:x');
      return [
        root.getChildren('b').length,
        root.getChildren('b', x).map((each) => each.getQualifiedName()),
        root.getChildText('b', XmlService.getNamespace('any', 'urn:y')),
        root.getAttribute('k').getValue(),
        root.getAttribute('k', x).getValue(),
        root.getNamespace('f').getURI(),
        root.getAttribute('нет'),
      ];
    }`),
  ).toEqual([0, ['f:b', 'g:b'], '', '2', '1', 'urn:x', null]);
});

test('text and value: own texts with CDATA, and everything below; kinds of nodes in their order', async () => {
  expect(
    await inScript(`() => {
      const root = XmlService.parse('<a>1 &amp; <b>2</b><![CDATA[<3>]]><!--нет--></a>').getRootElement();
      const types = root.getDescendants().map((content) => String(content.getType()));
      return [root.getText(), root.getValue(), types, root.getContent(0).getType() === XmlService.ContentTypes.TEXT];
    }`),
  ).toEqual(['1 & <3>', '1 & 2<3>', ['TEXT', 'ELEMENT', 'TEXT', 'CDATA', 'COMMENT'], true]);
});

test('a node has one place: it is added once, detached, and no element holds itself', async () => {
  expect(
    await inScript(`() => {
      const root = XmlService.createElement('a');
      const child = XmlService.createElement('b');
      root.addContent(child);
      const said = [];
      [() => root.addContent(child), () => child.addContent(root.detach()), () => XmlService.createElement('1a')].forEach((work) => {
        try { work(); said.push('ok'); } catch (error) { said.push(error.name); }
      });
      return [said, root.isAncestorOf(child), child.detach().getParentElement(), root.getContentSize()];
    }`),
  ).toEqual([['Exception', 'Exception', 'Exception'], true, null, 0]);
});

test('what is not well-formed is refused with its line, an entity of the document’s own too', async () => {
  await expect(inScript(`() => XmlService.parse('<a>\\n<b></a>')`)).rejects.toThrow(/^Exception: Error on line 2: /);
  await expect(inScript(`() => XmlService.parse('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')`)).rejects.toThrow(
    'Error on line',
  );
  await expect(inScript(`() => XmlService.parse('')`)).rejects.toThrow('Error on line');
});

test('what was written out reads back as it was: names, attributes, texts with any characters', () => {
  const service = new XmlService();
  const sign = fc.constantFrom('а', 'z', '<', '>', '&', '"', "'", '\n', '\t', '\r', ' ', '😀', ']]>', '&amp;', '«');
  const text = fc.string({ unit: sign, minLength: 1 });
  const name = fc.constantFrom('a', 'б', 'x-1', '_y');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text, text), { maxLength: 6 }), (entries) => {
      const root = service.createElement('root');
      for (const [tag, value, inside] of entries) {
        const namespace = service.getNamespace('p', 'urn:п');
        root.addContent(service.createElement(tag, namespace).setAttribute('k', value).setText(inside));
      }
      const written = service.getRawFormat().setLineSeparator('\n').format(service.createDocument(root));
      const read = parseXml(written).getRootElement();
      const seen = read
        .getChildren()
        .map((each) => [each.getName(), each.getAttribute('k')!.getValue(), each.getText()]);
      expect(seen).toEqual(entries);
      expect(service.getRawFormat().setLineSeparator('\n').format(parseXml(written))).toBe(written);
    }),
  );
});
