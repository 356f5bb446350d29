import { type GoogleEnumValue, GoogleObject } from '../../kernel/google-object.ts';
import type { Extra, Zone } from './engine.ts';
import { asGoogle, ProtectionType } from './enums.ts';
import type { Range } from './range.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { emailOf, SheetUser } from './user.ts';

const KIND = 'protection';

interface ProtectionData {
  description: string;
  warningOnly: boolean;
  editors: string[];
  domainEdit: boolean;
  unprotected: Zone[];
  rangeName?: string;
}

export interface Protection extends GoogleAppsScript.Spreadsheet.Protection {}

/** A protected range or sheet. It is kept with the cells and follows them; the page respects it. */
export class Protection extends GoogleObject {
  readonly #spreadsheet: Spreadsheet;
  readonly #id: string;

  constructor(spreadsheet: Spreadsheet, id: string) {
    super();
    this.#spreadsheet = spreadsheet;
    this.#id = id;
  }

  getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    return asGoogle(ProtectionType._of(this.#extra().range ? 'RANGE' : 'SHEET'));
  }

  getRange(): Range {
    const { sheetId, range } = this.#extra();
    const sheet = this.#spreadsheet._sheet(sheetId!);
    return range ? sheet._rangeIn(range.zone) : sheet._whole();
  }

  setRange(range: GoogleAppsScript.Spreadsheet.Range): Protection {
    const { _sheetId: sheetId, _zone: zone } = asGoogle<Range>(range);
    return this.#change({}, { sheetId, zone });
  }

  getRangeName(): string | null {
    return this.#data().rangeName ?? null;
  }

  setRangeName(rangeName: string): Protection {
    const range = this.#spreadsheet.getRangeByName(rangeName);
    if (range) this.setRange(range);
    return this.#change({ rangeName });
  }

  setNamedRange(named: GoogleAppsScript.Spreadsheet.NamedRange): Protection {
    return this.setRangeName(named.getName());
  }

  getDescription(): string {
    return this.#data().description;
  }

  setDescription(description: string): Protection {
    return this.#change({ description });
  }

  isWarningOnly(): boolean {
    return this.#data().warningOnly;
  }

  setWarningOnly(warningOnly: boolean): Protection {
    return this.#change({ warningOnly });
  }

  getUnprotectedRanges(): Range[] {
    const { sheetId } = this.#extra();
    return this.#data().unprotected.map((zone) => this.#spreadsheet._sheet(sheetId!)._rangeIn(zone));
  }

  setUnprotectedRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]): Protection {
    return this.#change({ unprotected: asGoogle<Range[]>(ranges).map((range) => range._zone) });
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    return this.#data().editors.map((email) => asGoogle(new SheetUser(email)));
  }

  addEditor(user: string | GoogleAppsScript.Base.User): Protection {
    return this.addEditors([emailOf(user)]);
  }

  addEditors(emails: string[]): Protection {
    return this.#change({ editors: [...new Set([...this.#data().editors, ...emails.map(emailOf)])] });
  }

  removeEditor(user: string | GoogleAppsScript.Base.User): Protection {
    return this.removeEditors([user as never]);
  }

  removeEditors(users: (string | GoogleAppsScript.Base.User)[]): Protection {
    const gone = users.map(emailOf);
    return this.#change({ editors: this.#data().editors.filter((email) => !gone.includes(email)) });
  }

  /** The one person of the workspace owns its files. */
  canEdit(): boolean {
    return true;
  }

  canDomainEdit(): boolean {
    return this.#data().domainEdit;
  }

  setDomainEdit(editable: boolean): Protection {
    return this.#change({ domainEdit: editable });
  }

  remove(): void {
    this.#spreadsheet._book.write({ type: 'REMOVE_EXTRA', extraId: this.#id });
  }

  #extra(): Extra {
    const extra = this.#spreadsheet._book.getters.getExtra(this.#id);
    if (!extra) throw new Error('the protection has been removed');
    return extra;
  }

  #data(): ProtectionData {
    return this.#extra().data as ProtectionData;
  }

  #change(change: Partial<ProtectionData>, place?: { sheetId: string; zone: Zone }): Protection {
    const { sheetId, range, data } = this.#extra();
    const zone = place?.zone ?? range?.unboundedZone;
    this.#spreadsheet._book.write({
      type: 'PUT_EXTRA',
      extraId: this.#id,
      kind: KIND,
      sheetId: place?.sheetId ?? sheetId,
      ...(zone && { ranges: [{ _sheetId: place?.sheetId ?? sheetId, _zone: zone }] }),
      data: { ...(data as ProtectionData), ...change },
    });
    return this;
  }
}

/** Protects a range, or the whole sheet where no zone is given; a sheet has at most one protection of its own. */
export function protect(spreadsheet: Spreadsheet, sheetId: string, zone?: Zone): Protection {
  const book = spreadsheet._book;
  if (!zone) {
    const present = book.getters.getExtras(KIND).find((extra) => extra.sheetId === sheetId && !extra.range);
    if (present) return new Protection(spreadsheet, present.id);
  }
  const extraId = `${sheetId}/${book.newId()}`;
  const data: ProtectionData = {
    description: '',
    warningOnly: false,
    editors: [book.kernel.user.email],
    domainEdit: false,
    unprotected: [],
  };
  const ranges = zone && [{ _sheetId: sheetId, _zone: zone }];
  book.write({ type: 'PUT_EXTRA', extraId, kind: KIND, sheetId, ...(ranges && { ranges }), data });
  return new Protection(spreadsheet, extraId);
}

export function protectionsOf(
  spreadsheet: Spreadsheet,
  type: GoogleAppsScript.Spreadsheet.ProtectionType,
  sheetId?: string,
): Protection[] {
  const wantsRange = asGoogle<GoogleEnumValue>(type).name() === 'RANGE';
  return spreadsheet._book.getters
    .getExtras(KIND)
    .filter((extra) => Boolean(extra.range) === wantsRange && (sheetId === undefined || extra.sheetId === sheetId))
    .map((extra) => new Protection(spreadsheet, extra.id));
}
