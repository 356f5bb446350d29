import fc from 'fast-check';
import { type GivenScript, givenScript, valueOf } from '../given-script.ts';

let given: GivenScript | undefined;
afterEach(() => given?.remove());

async function page(template: string, body: string): Promise<unknown> {
  given = await givenScript({
    'Code.js': `const TOP = 'from the script';\nfunction double(n) { return n * 2; }\nfunction probe() { ${body} }`,
    'Page.html': template,
  });
  const { value, error } = await given.workspace.run('probe');
  if (error) throw new Error(error);
  return value;
}

const EVALUATE = "const t = HtmlService.createTemplateFromFile('Page');";

/** @source Google's guide "HTML service: templated HTML" */
describe('templates', () => {
  test('scriptlets loop, print and call functions of the script', async () => {
    const html = await page(
      '<ul><? for (const row of rows) { ?><li><?= double(row) ?></li><? } ?></ul><?!= TOP ?>',
      `${EVALUATE} t.rows = [1, 2]; return t.evaluate().getContent();`,
    );
    expect(html).toBe('<ul><li>2</li><li>4</li></ul>from the script');
  });

  test('printing escapes for the place, force-printing does not', async () => {
    const html = await page(
      '<p title="<?= x ?>"><?= x ?></p><?!= x ?><script>var a = <?= x ?>; var b = "<?= x ?>"; var c = <?= list ?>;</script><b><?= x ?></b>',
      `${EVALUATE} t.x = '<i>"&'; t.list = [1, '</script>']; return t.evaluate().getContent();`,
    );
    const text = '&#60;i&#62;&#34;&#38;';
    expect(html).toBe(
      `<p title="${text}">${text}</p><i>"&<script>var a = "\\u003ci\\u003e\\"\\u0026"; var b = "\\u003ci\\u003e\\"\\u0026"; var c = [1,"\\u003c/script\\u003e"];</script><b>${text}</b>`,
    );
  });

  test('whatever a printed value is, the browser reads it back and no tag comes of it', async () => {
    given = await givenScript({
      'Code.js': `function probe(x) { ${EVALUATE} t.x = x; return t.evaluate().getContent(); }`,
      'Page.html': "<p><?= x ?></p><script>check(<?= x ?>, '<?= x ?>')</script>",
    });
    const { workspace } = given;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (x) => {
        const html = (await workspace.run('probe', [x])).value as string;
        const [, shown = '', code = ''] = /^<p>([^<]*)<\/p><script>check\(([\s\S]*)\)<\/script>$/.exec(html) ?? [];
        expect(shown.replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))).toBe(x);
        expect(new Function(`return [${code}]`)()).toEqual([x, x]);
      }),
      { numRuns: 40 },
    );
  });

  test('a template of a text; an HTML page without a file is named', async () => {
    expect(
      await valueOf("const t = HtmlService.createTemplate('<?= a ?>'); t.a = 5; return t.evaluate().getContent()"),
    ).toBe('5');
    await expect(valueOf("HtmlService.createHtmlOutputFromFile('Nowhere')")).rejects.toThrow(
      'No HTML file named Nowhere was found.',
    );
  });

  test("an error in a scriptlet is the script's error", async () => {
    await expect(page('<?= nothing.here ?>', `${EVALUATE} return t.evaluate()`)).rejects.toThrow(
      'nothing is not defined',
    );
  });
});

describe('pages', () => {
  test('chain, and keep title, size and tags', async () => {
    const body = `const out = HtmlService.createHtmlOutput('<b>1</b>').append('2').appendUntrusted('<3>').setTitle('Т').setWidth(300).setHeight(200)
        .addMetaTag('viewport', 'width=device-width').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL).setSandboxMode(HtmlService.SandboxMode.IFRAME);
      return [out.getContent(), out.getTitle(), out.getWidth(), out.getHeight(), out.getMetaTags().map((t) => t.getName()), String(out), out.getBlob().getContentType()];`;
    expect(await valueOf(body)).toEqual([
      '<b>1</b>2&#60;3&#62;',
      'Т',
      300,
      200,
      ['viewport'],
      'HtmlOutput',
      'text/html',
    ]);
  });

  test('a meta tag that Google does not allow is refused', async () => {
    await expect(valueOf("HtmlService.createHtmlOutput('').addMetaTag('robots', 'none')")).rejects.toThrow(
      'not allowed in this context',
    );
  });
});

test('a text output has its type and chains', async () => {
  const body = `const out = ContentService.createTextOutput('{"a":').append('1}').setMimeType(ContentService.MimeType.JSON).downloadAsFile('a.json');
    return [out.getContent(), String(out.getMimeType()), out.getFileName(), MimeType.CSV];`;
  expect(await valueOf(body)).toEqual(['{"a":1}', 'JSON', 'a.json', 'text/csv']);
});
