import type { Extra, Zone } from '../services/spreadsheet/engine.ts';
import type { Model, Spreadsheets } from './spreadsheet-globals.ts';

/** As the add-in's protections are kept beside the cells. */
interface ProtectionData {
  warningOnly: boolean;
  unprotected: Zone[];
}

interface Command {
  type: string;
  [field: string]: unknown;
}

/** Google, too, asks once and then lets go for five minutes. */
const QUIET_MS = 5 * 60_000;

const REFUSAL = 'ProtectedRange';

const QUESTION =
  'Вы пытаетесь изменить часть листа, которую не следует менять: её заполняет скрипт или её защитил владелец. Всё равно изменить?';

/**
 * Asks before a person changes cells protected with a warning. Who opens the page owns the
 * files, so other protections, as on Google, do not hold them back. Must be called before the
 * model is made.
 *
 * @param ask shows the question; true: change anyway
 * @returns what to do with the model once it is there
 */
export function warnOfProtection(
  spreadsheets: Spreadsheets,
  ask: (question: string) => Promise<boolean>,
): (model: Model) => void {
  let allowedUntilMs = 0;

  class ProtectionPlugin extends spreadsheets.UIPlugin {
    static override getters = [];

    override allowDispatch(command: never): never {
      const isAllowed = Date.now() < allowedUntilMs || !this.#touchesProtected(command);
      return (isAllowed ? 'Success' : REFUSAL) as never;
    }

    #touchesProtected(command: Command): boolean {
      const touched = zonesOf(command, this.getters as unknown as SelectionGetters);
      if (!touched) return false;
      const extras = (this.getters as unknown as { getExtras(kind: string): Extra[] }).getExtras('protection');
      return extras.some(
        (extra) =>
          extra.sheetId === touched.sheetId &&
          (extra.data as ProtectionData).warningOnly &&
          touched.zones.some((zone) => isHeld(zone, extra)),
      );
    }
  }
  spreadsheets.registries.featurePluginRegistry.replace('protection', ProtectionPlugin as never);

  return (model) => {
    model.on('command-rejected', ProtectionPlugin, async (rejection) => {
      const { command, result } = rejection as unknown as Rejection;
      if (!result.reasons.includes(REFUSAL)) return;
      if (!(await ask(QUESTION))) return;
      allowedUntilMs = Date.now() + QUIET_MS;
      const { type, ...payload } = command;
      model.dispatch(type as never, payload as never);
    });
  };
}

interface Rejection {
  command: Command;
  result: { reasons: string[] };
}

interface SelectionGetters {
  getActiveSheetId(): string;
  getSelectedZones(): Zone[];
}

/** The cells whose contents a person's command would change; undefined for one that changes none. */
function zonesOf(command: Command, getters: SelectionGetters): { sheetId: string; zones: Zone[] } | undefined {
  const zones = changedZones(command, getters);
  return zones && { sheetId: (command.sheetId as string | undefined) ?? getters.getActiveSheetId(), zones };
}

function changedZones(command: Command, getters: SelectionGetters): Zone[] | undefined {
  switch (command.type) {
    case 'UPDATE_CELL':
    case 'CLEAR_CELL': {
      if (command.type === 'UPDATE_CELL' && !('content' in command)) return undefined;
      const { col, row } = command as unknown as { col: number; row: number };
      return [{ left: col, right: col, top: row, bottom: row }];
    }
    case 'DELETE_CONTENT':
    case 'DELETE_UNFILTERED_CONTENT':
    case 'CLEAR_CELLS':
    case 'TOGGLE_CHECKBOX':
    case 'PASTE':
    case 'PASTE_FROM_OS_CLIPBOARD':
      return command.target as Zone[];
    case 'CUT':
    case 'AUTOFILL':
    case 'SORT_CELLS':
    case 'REMOVE_DUPLICATES':
    case 'TRIM_WHITESPACE':
    case 'SPLIT_TEXT_INTO_COLUMNS':
      return command.zone ? [command.zone as Zone] : getters.getSelectedZones();
    default:
      return undefined;
  }
}

/** Does the zone meet cells of the protection that are not left open? */
function isHeld(zone: Zone, extra: Extra): boolean {
  const held = extra.range ? intersection(zone, extra.range.zone) : zone;
  return held !== undefined && !(extra.data as ProtectionData).unprotected.some((open) => contains(open, held));
}

function intersection(one: Zone, other: Zone): Zone | undefined {
  const zone = {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return zone.left <= zone.right && zone.top <= zone.bottom ? zone : undefined;
}

function contains(outer: Zone, inner: Zone): boolean {
  return (
    outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom
  );
}
