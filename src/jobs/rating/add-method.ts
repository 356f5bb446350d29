import { methodPresets } from '../../domain/methodology/presets.ts';
import { sphereOf } from '../../domain/methodology/sphere.ts';
import { ask } from '../../ui/say.ts';
import { replaceRows } from '../../workbook/records.ts';
import { methodTable } from '../../workbook/tables/rating.ts';
import type { Outcome } from '../guarded.ts';
import { readMethods, sheetRows } from './methods.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TITLE = 'Добавить методику';

/**
 * One of the shipped methods under those on the sheet, which stay as they are. Where its sphere
 * has a method already, the new one waits without a sphere and rates nobody.
 */
export function addMethod(book: Spreadsheet): Outcome | undefined {
  const presets = methodPresets();
  const list = presets.map(({ id, act }, at) => `${at + 1} — ${id}${act ? ` (${act})` : ''}`).join('\n');
  const written = ask(TITLE, `${list}\n\nНомер методики:`);
  if (!written) return undefined;
  const preset = presets[Number(written) - 1];
  if (!preset) {
    const outcome = `Не добавлена: «${written}» — не номер из списка. Нужно число от 1 до ${presets.length}. Повторите действие.`;
    return { on: methodTable.sheet, outcome, mustBeRead: true };
  }
  const { records, methods } = readMethods(book);
  const isTaken = methods.some(({ method }) => method.sphere === preset.sphere);
  const sphere = isTaken ? null : preset.sphere;
  const names = methods.map(({ method }) => method.id);
  let id = preset.id;
  for (let copy = 2; names.indexOf(id) >= 0; copy += 1) id = `${preset.id} (${copy})`;
  const rows = sheetRows({ ...preset, id, sphere });
  replaceRows(records, [...records.rows, ...rows]);
  const use = sphere
    ? `Рейтинг сферы «${sphereOf(sphere).name}» считается по ней.`
    : 'Пока она не применяется: впишите сферу в её строку «сфера», а если у этой сферы методика уже есть, там сферу сотрите.';
  return {
    on: methodTable.sheet,
    outcome: `Добавлена методика «${id}», строк: ${rows.length}. ${use} Затем «Рейтинг → Проверить методику».`,
    mustBeRead: true,
  };
}
