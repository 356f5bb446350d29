/**
 * Templates of HtmlService: `<? code ?>`, `<?= value ?>` escaped for its place, `<?!= value ?>` as it is.
 * The result is JavaScript that returns the page's text; it runs in the script's realm.
 * @source Google's guide "HTML service: templated HTML"
 */
export function compileTemplate(template: string): string {
  const lines = [PRELUDE];
  let written = '';
  let rest = template;
  for (;;) {
    const start = rest.indexOf('<?');
    if (start < 0) break;
    const text = rest.slice(0, start);
    lines.push(literal(text));
    written += text;
    const end = rest.indexOf('?>', start);
    const inside = rest.slice(start + 2, end < 0 ? undefined : end);
    lines.push(scriptlet(inside, placeAfter(written)));
    rest = end < 0 ? '' : rest.slice(end + 2);
  }
  lines.push(literal(rest), 'return $out.join("");');
  return lines.filter((line) => line !== '').join('\n');
}

type Place = 'html' | 'script' | 'script-string';

/** Small enough to be written out in each template: it has to live in the script's realm. */
const PRELUDE = `const $out = [];
const $text = (value) => value === null || value === undefined ? String(value) : typeof value === 'string' ? value : String(value);
const $html = (value) => $text(value).replace(/[&<>"']/g, (c) => '&#' + c.charCodeAt(0) + ';');
const $script = (value) => (JSON.stringify(value === undefined ? null : value) || 'null').replace(/[<>&\\u2028\\u2029]/g, (c) => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
const $string = (value) => $script($text(value)).slice(1, -1).replace(/'/g, '\\\\u0027');`;

function literal(text: string): string {
  return text === '' ? '' : `$out.push(${JSON.stringify(text)});`;
}

function scriptlet(inside: string, place: Place): string {
  if (inside.startsWith('!=')) return `$out.push($text(${inside.slice(2).trim().replace(/;$/, '')}));`;
  if (!inside.startsWith('=')) return inside;
  const escape = { html: '$html', script: '$script', 'script-string': '$string' }[place];
  return `$out.push(${escape}(${inside.slice(1).trim().replace(/;$/, '')}));`;
}

/** Where a value would land after this much of the page. */
function placeAfter(text: string): Place {
  const open = text.search(/<script\b[^>]*>(?:(?!<\/script)[\s\S])*$/i);
  if (open < 0) return 'html';
  const code = text.slice(open).replace(/^<script\b[^>]*>/i, '');
  return insideString(code) ? 'script-string' : 'script';
}

function insideString(code: string): boolean {
  const whole = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return /['"`]/.test(code.replace(whole, ''));
}
