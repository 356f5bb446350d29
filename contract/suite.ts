import type { Case } from './case.ts';
import { calendarCases } from './cases/calendar.ts';
import { cellCases } from './cases/cells.ts';
import { documentCases } from './cases/documents.ts';
import { formCases } from './cases/forms.ts';
import { formulaCases } from './cases/formulas.ts';
import { readingFileCases } from './cases/reading-files.ts';
import { sheetCases } from './cases/sheets.ts';
import { smallServiceCases } from './cases/small-services.ts';

/** Every case, in the order of the sheet. */
export const SUITE: readonly Case[] = [
  ...cellCases,
  ...formulaCases,
  ...sheetCases,
  ...formCases,
  ...documentCases,
  ...calendarCases,
  ...smallServiceCases,
  ...readingFileCases,
];
