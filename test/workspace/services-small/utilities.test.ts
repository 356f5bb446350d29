import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { formatByPattern, parseByPattern } from '../../../workspace/services/utilities/date-pattern.ts';
import { formatString } from '../../../workspace/services/utilities/format-string.ts';
import { valueOf } from '../given-script.ts';

/** 2026-01-05 08:03:09.007 in Moscow (a Monday). */
const MOMENT = Date.UTC(2026, 0, 5, 5, 3, 9, 7);
const MOSCOW = 'Europe/Moscow';

describe('formatDate', () => {
  /** Expected values by hand from the table "Date and Time Patterns" of Java's SimpleDateFormat. */
  test.each([
    ['yyyy-MM-dd', '2026-01-05'],
    ['dd.MM.yy', '05.01.26'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-01-05T08:03:09.007+03:00'],
    ['EEE, d MMM yyyy HH:mm:ss Z', 'Mon, 5 Jan 2026 08:03:09 +0300'],
    ['EEEE, MMMM d', 'Monday, January 5'],
    ["h 'o''clock' a", "8 o'clock AM"],
    ['K:mm a, k', '8:03 AM, 8'],
    ['D, F, u, w, W', '5, 1, 1, 2, 2'],
    ['X XX XXX', '+03 +0300 +03:00'],
    ['G yyyyy M', 'AD 02026 1'],
  ])('%s gives %s', (pattern, expected) => {
    expect(formatByPattern(MOMENT, MOSCOW, pattern)).toBe(expected);
  });

  test.each([
    [0, '12 AM', '24', '0'],
    [12, '12 PM', '12', '0'],
    [23, '11 PM', '23', '11'],
  ])('hour %d is %s, k %s, K %s', (hour, half, k, K) => {
    const moment = Date.UTC(2026, 0, 5, hour);
    expect(formatByPattern(moment, 'UTC', 'h a')).toBe(half);
    expect(formatByPattern(moment, 'UTC', 'k')).toBe(k);
    expect(formatByPattern(moment, 'UTC', 'K')).toBe(K);
  });

  test('the last days of December belong to the first week of the next year', () => {
    // Sunday 2026-12-27 begins the week of Friday 2027-01-01.
    expect(formatByPattern(Date.UTC(2026, 11, 27), 'UTC', 'YYYY w')).toBe('2027 1');
    expect(formatByPattern(Date.UTC(2026, 11, 26), 'UTC', 'YYYY w')).toBe('2026 52');
  });

  test('zones by name and by distance; one that nobody knows is GMT, as in Java', async () => {
    const body = `const at = new Date(${MOMENT});
      return ['Asia/Kamchatka', 'GMT+3', 'GMT-03:30', 'Nowhere/None'].map((zone) => Utilities.formatDate(at, zone, 'HH:mm'));`;
    expect(await valueOf(body)).toEqual(['17:03', '08:03', '01:33', '05:03']);
  });

  test("arguments of the wrong type are refused in Google's words", async () => {
    await expect(valueOf('Utilities.formatDate("2026-01-05", "UTC", "yyyy")')).rejects.toThrow(
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });

  test('parseDate reads back what formatDate wrote', () => {
    const patterns = fc.constantFrom(
      'yyyy-MM-dd HH:mm:ss.SSS',
      "d MMM yyyy 'at' h:mm:ss.SSS a",
      'yyyyMMddHHmmssSSS',
      'EEEE, MMMM d, yyyy K:m:s.S a',
      "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
    );
    const moments = fc.integer({ min: Date.UTC(1000, 0, 2), max: Date.UTC(9999, 11, 30) });
    // A zone without summer time: an hour that is shown twice cannot be told apart.
    fc.assert(
      fc.property(moments, patterns, (moment, pattern) => {
        const zone = 'Etc/GMT-5';
        expect(parseByPattern(formatByPattern(moment, zone, pattern), zone, pattern)).toBe(moment);
      }),
    );
  });

  test('a text that does not fit is refused', async () => {
    await expect(valueOf("Utilities.parseDate('30.01.2026', 'UTC', 'yyyy-MM-dd')")).rejects.toThrow(
      'Unparseable date: "30.01.2026"',
    );
  });
});

describe('formatString', () => {
  /** Expected values are those of C's printf. */
  test.each([
    ['%s-%s', ['a', 1], 'a-1'],
    ['%5d|%-5d|%05d', [42, 42, -42], '   42|42   |-0042'],
    ['%.2f %8.3f', [Math.PI, Math.PI], '3.14    3.142'],
    ['%x %X %o %c %%', [255, 255, 8, 65], 'ff FF 10 A %'],
    ['%e', [12345.678], '1.234568e+04'],
    ['%2$s %1$s', ['world', 'hello'], 'hello world'],
    ['%+d', [5], '+5'],
    ['%.3s', ['abcdef'], 'abc'],
  ])('%s with %j gives %s', (template, args, expected) => {
    expect(formatString(template, args)).toBe(expected);
  });
});

describe('bytes are signed numbers', () => {
  /** The sample of Google's reference for base64Decode. */
  test('base64 of the reference', async () => {
    expect(await valueOf("return Utilities.base64Decode('R29vZ2xlIOOCsOODq+ODvOODlw==')")).toEqual([
      71, 111, 111, 103, 108, 101, 32, -29, -126, -80, -29, -125, -85, -29, -125, -68, -29, -125, -105,
    ]);
  });

  test('web-safe base64 has - and _ and reads back', async () => {
    const body = `const bytes = [-5, -17, -66, -1]; const text = Utilities.base64EncodeWebSafe(bytes);
      return [text, Utilities.base64DecodeWebSafe(text)];`;
    expect(await valueOf(body)).toEqual(['----_w==', [-5, -17, -66, -1]]);
  });

  test('what is not base64 is refused', async () => {
    await expect(valueOf("Utilities.base64Decode('не то')")).rejects.toThrow('Could not decode string.');
  });

  test('digests agree with the known ones', async () => {
    const body = `const hex = (bytes) => bytes.map((b) => ((b + 256) % 256).toString(16).padStart(2, '0')).join('');
      return [hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '')),
        hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'привет')),
        hex(Utilities.computeHmacSha256Signature('The quick brown fox jumps over the lazy dog', 'key'))];`;
    // MD5 of nothing: RFC 1321; HMAC: the example known from Wikipedia.
    expect(await valueOf(body)).toEqual([
      'd41d8cd98f00b204e9800998ecf8427e',
      createHash('sha256').update('привет', 'utf8').digest('hex'),
      'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    ]);
  });

  test('an RSA signature is accepted by the public key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const bytes = (await valueOf(
      `return Utilities.computeRsaSha256Signature('text', ${JSON.stringify(pem)})`,
    )) as number[];
    expect(createVerify('RSA-SHA256').update('text').verify(publicKey, Buffer.from(bytes))).toBe(true);
  });
});

test('an archive gives its files back, names in Cyrillic too', async () => {
  const body = `const zip = Utilities.zip([Utilities.newBlob('один', 'text/plain', 'первый.txt'), Utilities.newBlob([1, -1], 'image/png', 'b.png')], 'all.zip');
    const files = Utilities.unzip(zip);
    return [zip.getName(), zip.getContentType(), files.map((f) => f.getName()), files[0].getDataAsString(), files[1].getBytes(), files[1].getContentType(),
      Utilities.ungzip(Utilities.gzip(Utilities.newBlob('сжать'))).getDataAsString()];`;
  expect(await valueOf(body)).toEqual([
    'all.zip',
    'application/zip',
    ['первый.txt', 'b.png'],
    'один',
    [1, -1],
    'image/png',
    'сжать',
  ]);
});

describe('parseCsv', () => {
  test('quotes, line breaks inside them, another delimiter', async () => {
    const body = `return [Utilities.parseCsv('a,"b ""x"", c"\\n"1\\n2",3'), Utilities.parseCsv('а;б', ';'.charAt(0))];`;
    expect(await valueOf(body)).toEqual([
      [
        ['a', 'b "x", c'],
        ['1\n2', '3'],
      ],
      [['а', 'б']],
    ]);
  });
});

test('sleep is charged, not slept, and has its bounds', async () => {
  const since = performance.now();
  expect(await valueOf('const t = Date.now(); Utilities.sleep(200000); return Date.now() - t >= 200000')).toBe(true);
  expect(performance.now() - since).toBeLessThan(2000);
  await expect(valueOf('Utilities.sleep(300001)')).rejects.toThrow('300000');
});
