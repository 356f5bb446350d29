import { appendTo, type OpenTable, writeAt } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import type { remindersTable } from '../../workbook/tables/plan.ts';

/**
 * Sends one letter. It is written down before it is sent and marked after, so a run that is cut off neither
 * repeats a letter nor loses one.
 *
 * @param row its state is 'отправляется'
 * @returns false when Google refused the letter; the reason is in its row
 */
export function sendLogged(
  log: OpenTable<typeof remindersTable>,
  row: RowOf<typeof remindersTable>,
  deliver: () => void,
): boolean {
  appendTo(log, [row]);
  const at = log.sheet.getLastRow();
  SpreadsheetApp.flush();
  try {
    deliver();
  } catch (error) {
    writeAt(log, at, 'state', 'не ушло');
    writeAt(log, at, 'lines', `${error instanceof Error ? error.message : String(error)}\n${row.lines}`);
    return false;
  }
  writeAt(log, at, 'state', 'отправлено');
  return true;
}
