import type * as OSpreadsheet from '@odoo/o-spreadsheet';
import type * as Owl from '@odoo/owl';

/** The engine and its framework come as separate script files, unmodified, and leave these globals. */
declare global {
  const o_spreadsheet: typeof OSpreadsheet;
  const owl: typeof Owl;
}

export type Spreadsheets = typeof OSpreadsheet;
export type Model = InstanceType<Spreadsheets['Model']>;
