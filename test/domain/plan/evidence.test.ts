import fc from 'fast-check';
import { evidenceText, LINK_MAX, withEvidence } from '../../../src/domain/plan/evidence.ts';

const LINKS = [
  'https://example.ru',
  'http://отдел-культуры.рф/приказы/5?год=2026#п2',
  'HTTPS://EXAMPLE.RU:8443/a/b',
  'https://docs.google.com/document/d/abc_-1/edit?tab=t.0',
  'https://example.ru/a@b',
];

test.each(LINKS)('%s is a link', (link) => {
  expect(evidenceText(` ${link}\n`, '')).toEqual({ text: link });
});

const NOT_LINKS = [
  'приказ',
  'example.ru/приказ',
  'ftp://example.ru',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'https://localhost',
  'https:///example.ru',
  'https://example.ru./',
  'https://user@example.ru',
  'https://google.com\\@evil.ru',
  'https://example.ru/a b',
  'https://example.ru/"onclick="x',
  'https://example.ru/<script>',
  '=HYPERLINK("https://example.ru")',
];

test.each(NOT_LINKS)('%s is no link', (link) => {
  expect(evidenceText(link, 'слова')).toEqual({ problem: { code: 'evidence.not-a-link' } });
});

test('one of the two is enough, and neither is not', () => {
  expect(evidenceText('', ' Приказ\n№ 5 ')).toEqual({ text: 'Приказ № 5' });
  expect(evidenceText('https://example.ru', 'Приказ')).toEqual({ text: 'https://example.ru\nПриказ' });
  expect(evidenceText(' ', '\u200B\u0000')).toEqual({ problem: { code: 'evidence.empty' } });
});

test('what is too long is refused, not cut', () => {
  const long = `https://example.ru/${'a'.repeat(LINK_MAX)}`;
  expect(evidenceText(long, '')).toMatchObject({ problem: { code: 'evidence.too-long', field: 'link' } });
});

test('whatever is written, the text has no control characters and at most one line break', () => {
  const any = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(fc.oneof(any, fc.constantFrom(...LINKS)), any, (link, note) => {
      const found = evidenceText(link, note);
      if ('text' in found) expect(found.text).toMatch(/^[^\p{Cc}]+(\n[^\p{Cc}]+)?$/u);
    }),
  );
});

test('what stood in the cell stays, and the same is not written twice', () => {
  expect(withEvidence('', 'Приказ')).toBe('Приказ');
  expect(withEvidence('Протокол', 'Приказ')).toBe('Протокол\n\nПриказ');
  expect(withEvidence('Протокол\n\nПриказ', 'Приказ')).toBe('Протокол\n\nПриказ');
});
