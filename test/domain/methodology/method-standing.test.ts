/** An approved method is frozen: whatever is changed afterwards, the rating's name says so. */
import { METHOD_COLUMNS, methodChecksum, methodRows, readMethod } from '../../../src/domain/methodology/method-rows.ts';
import { standingOf } from '../../../src/domain/methodology/method-standing.ts';
import { methodsInRows } from '../../../src/domain/methodology/methods-in-rows.ts';
import { order344 } from '../../../src/domain/methodology/order-344.ts';

const settings = { rounding: 'exact', empty: 'not-available' } as const;
const method = order344('culture');
const order = { date: '20.02.2026', order: '15' };
const approved = { ...method, approved: { ...order, checksum: methodChecksum(method) } };

test('approved and untouched: the order is named', () => {
  expect(standingOf(approved, settings)).toEqual({ kind: 'approved', ...order });
  const [read] = methodsInRows(methodRows(approved));
  expect(standingOf(read!.method, settings)).toEqual({ kind: 'approved', ...order });
});

test('rounding or the policy for no answers set another way afterwards is a change', () => {
  expect(standingOf(approved, { ...settings, rounding: 'ministry' }).kind).toBe('changed-since');
  expect(standingOf(approved, { ...settings, empty: 'hundred' }).kind).toBe('changed-since');
});

test('an approval typed by hand, without the mark of what was approved, is no proof', () => {
  expect(standingOf({ ...method, approved: order }, settings).kind).toBe('changed-since');
});

test('every cell that is changed, and every row that is deleted, is either seen or a mistake', () => {
  const rows = methodRows(approved);
  const sources = { questions: ['q2', 'q4'], lists: [] };
  const isSeen = (changed: typeof rows): boolean => {
    const [read] = methodsInRows(changed);
    return read!.problems.length > 0 || standingOf(read!.method, settings).kind !== 'approved';
  };
  const missed: string[] = [];
  // Without these rows the defaults hold, and the defaults were approved.
  const defaults = ['итог', 'округление', 'без ответов'];
  rows.forEach((row, at) => {
    if (row.code === 'утверждена') return;
    const isDefault = defaults.includes(String(row.code));
    if (!isDefault && !isSeen(rows.filter((_, k) => k !== at))) missed.push(`row ${row.code}`);
    for (const key of METHOD_COLUMNS) {
      // The name of the method is what it is called on the sheet; an empty cell is of no use to its row.
      if (key === 'method' || row[key] === '') continue;
      const changed = { ...row, [key]: typeof row[key] === 'number' ? row[key] + 1 : `${row[key]}я` };
      if (!isSeen(rows.map((one, k) => (k === at ? changed : one)))) missed.push(`${row.code} ${key}`);
    }
  });
  expect(missed).toEqual([]);
  expect(readMethod(rows, sources).method.approved).toMatchObject(order);
});

test('nobody approved it: as the order has it, or edited', () => {
  expect(standingOf(method, settings).kind).toBe('default');
  const edited = { ...method, criteria: method.criteria.map((one) => ({ ...one, title: `${one.title}.` })) };
  expect(standingOf(edited, settings).kind).toBe('edited');
});
