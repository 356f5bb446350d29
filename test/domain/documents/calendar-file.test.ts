import fc from 'fast-check';
import { type CalendarEntry, calendarFile } from '../../../src/domain/documents/calendar-file.ts';

const MADE_AT = '2026-03-02T06:00:00.000Z';

const entry: CalendarEntry = {
  uid: 'П1/4/20.02.2026@abc',
  day: '2026-02-20',
  summary: 'Срок: П1, п. 4. Рассмотрение решений; состав, порядок',
  description: 'Первая строка\nВторая \\ строка',
  url: 'https://docs.google.com/spreadsheets/d/abc/edit#gid=12&range=A5',
};

/** Events of a file, read by the grammar of RFC 5545 and nothing of the writer: unfold, split at the colon, unescape. */
function readEvents(file: string): Record<string, string>[] {
  expect(file.endsWith('\r\n')).toBe(true);
  const lines = file
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line)!;
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (events.length > 0) {
      events.at(-1)![name!] = value!.replace(/\\([\\;,nN])/g, (_, letter) => (/n/i.test(letter) ? '\n' : letter));
    }
  }
  return events;
}

test('a day takes the whole day, ends with the next one and leaves the person free (RFC 5545, 3.6.1)', () => {
  const file = calendarFile([{ ...entry, day: '2026-02-28' }], MADE_AT);
  expect(file).toContain('DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n');
  expect(file).toContain('DTSTAMP:20260302T060000Z\r\n');
  expect(file).toContain('TRANSP:TRANSPARENT\r\n');
  expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
});

test('commas, semicolons, backslashes and line breaks are escaped in texts and only there (3.3.11)', () => {
  const unfolded = calendarFile([entry], MADE_AT).replace(/\r\n /g, '');
  expect(unfolded).toContain('SUMMARY:Срок: П1\\, п. 4. Рассмотрение решений\\; состав\\, порядок\r\n');
  expect(unfolded).toContain('DESCRIPTION:Первая строка\\nВторая \\\\ строка\r\n');
  expect(unfolded).toContain(`URL:${entry.url}\r\n`);
});

test('any text comes back as it was, on lines of at most 75 octets of whole letters (3.1)', () => {
  const words = fc.string({ unit: fc.constantFrom('а', 'Ё', 'x', ' ', ',', ';', '\\', '\n', 'n', '€', '🗓', ':', '"') });
  fc.assert(
    fc.property(words, words, (summary, description) => {
      const file = calendarFile([{ ...entry, summary, description }], MADE_AT);
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]|[\uD800-\uDBFF]$|^ ?[\uDC00-\uDFFF]/);
      }
      expect(readEvents(file)).toMatchObject([{ UID: entry.uid, SUMMARY: summary, DESCRIPTION: description }]);
    }),
  );
});

test('a control character, a carriage return or a forged line cannot break out of its property', () => {
  const file = calendarFile([{ ...entry, summary: 'а\r\nEND:VEVENT\u0007', url: 'https://x/\r\nATTACH:y' }], MADE_AT);
  expect(readEvents(file)).toHaveLength(1);
  expect(file).not.toMatch(/^ATTACH/m);
  expect(readEvents(file)[0]!.SUMMARY).toBe('а\nEND:VEVENT');
});

test('a calendar to subscribe to has a name and says how often to come again (RFC 7986, 5.1, 5.7)', () => {
  const file = calendarFile([entry], MADE_AT, { name: 'Сроки: Отдел культуры, спорта', refreshHours: 12 });
  const [, head] = /^([\s\S]*?)BEGIN:VEVENT/.exec(file.replace(/\r\n /g, ''))!;
  expect(head!.trimEnd().split('\r\n').slice(4)).toEqual([
    'NAME:Сроки: Отдел культуры\\, спорта',
    'X-WR-CALNAME:Сроки: Отдел культуры\\, спорта',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
  ]);
  expect(readEvents(file)).toHaveLength(1);
});
