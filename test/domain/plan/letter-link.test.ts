import fc from 'fast-check';
import { type LetterLink, linkText, readLink, sameSignature, textMark } from '../../../src/domain/plan/letter-link.ts';

const text = fc.string({ unit: 'binary' });
const day = fc
  .date({ min: new Date(Date.UTC(2020, 0, 1)), max: new Date(Date.UTC(2099, 11, 31)), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const links: fc.Arbitrary<LetterLink> = fc.oneof(
  fc.record({ purpose: fc.constant('feed' as const), person: text }),
  fc.record({
    purpose: fc.constantFrom('done' as const, 'trial' as const),
    plan: text,
    line: text,
    due: text,
    person: text,
    mark: text,
    lastDay: day,
  }),
);

test('a link comes back as it was, whatever stands in its plan, line and person', () => {
  fc.assert(fc.property(links, (link) => expect(readLink(linkText(link))).toEqual(link)));
});

test('no two links have one text: a signature is good for one thing only', () => {
  fc.assert(
    fc.property(links, links, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(linkText(one)).not.toBe(linkText(other));
    }),
  );
});

test('any other text is no link, and none throws', () => {
  fc.assert(fc.property(fc.oneof(text, fc.json()), (other) => expect(readLink(other)).toBeUndefined()));
});

test.each(['[]', '["feed"]', '["feed",1]', '["done","П1","2","д","о1","0","2026-02-30"]', '{"purpose":"feed"}'])(
  '%s is no link',
  (other) => expect(readLink(other)).toBeUndefined(),
);

test('signatures are the same exactly when the texts are', () => {
  fc.assert(fc.property(text, text, (one, other) => expect(sameSignature(one, other)).toBe(one === other)));
  fc.assert(fc.property(text, (one) => expect(sameSignature(one, `${one}`)).toBe(true)));
  expect([sameSignature('a', ''), sameSignature('', 'a'), sameSignature('a\0', 'a')]).toEqual([false, false, false]);
});

test('the mark of a text is FNV-1a (the published values of the 32-bit function for ASCII)', () => {
  // http://www.isthe.com/chongo/tech/comp/fnv/: "" → 811c9dc5, "a" → e40c292c, "foobar" → bf9cf968.
  expect(['', 'a', 'foobar'].map((word) => Number.parseInt(textMark(word), 36).toString(16))).toEqual([
    '811c9dc5',
    'e40c292c',
    'bf9cf968',
  ]);
});
