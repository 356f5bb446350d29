import type { EngineCommand, EngineRange, Extra, Getters, RangeData } from './engine.ts';

/** Adds or replaces one extra. `ranges` has its cells, if it has any. */
export interface PutExtraCommand extends EngineCommand {
  type: 'PUT_EXTRA';
  extraId: string;
  kind: string;
  sheetId?: string;
  ranges?: RangeData[];
  data: unknown;
}

type ChangeOfRange = { changeType: string; range: EngineRange };

/**
 * A core plugin for what Sheets keeps in a spreadsheet and the engine has no place for: notes,
 * protections, developer metadata, time zone. Being a plugin, its items follow inserted,
 * deleted and moved rows and columns, take part in undo, and travel in the same revisions as
 * the cells, so a page that adds the same plugin sees them live.
 *
 * @param engine the engine's module: the server's or the page's own copy
 */
export function addExtrasPlugin(engine: {
  CorePlugin: unknown;
  coreTypes: unknown;
  registries: Record<'corePluginRegistry' | 'inverseCommandRegistry', unknown>;
}): void {
  const { corePluginRegistry, inverseCommandRegistry } = engine.registries as Record<
    string,
    { contains(name: string): boolean; add(name: string, item: unknown): void }
  >;
  if (corePluginRegistry!.contains('extras')) return;

  // biome-ignore lint/suspicious/noExplicitAny: the base class is a value of whichever copy was given
  class ExtrasPlugin extends (engine.CorePlugin as any) {
    static getters = ['getExtras', 'getExtra'];
    declare getters: Getters;
    declare history: { update(...path: unknown[]): void };
    extras: Record<string, Extra | undefined> = {};

    handle(command: EngineCommand): void {
      switch (command.type) {
        case 'PUT_EXTRA':
          this.#put(command as PutExtraCommand);
          break;
        case 'REMOVE_EXTRA':
          this.history.update('extras', command.extraId, undefined);
          break;
        case 'DELETE_SHEET':
          for (const extra of this.#all()) {
            if (extra.sheetId === command.sheetId) this.history.update('extras', extra.id, undefined);
          }
          break;
        case 'DUPLICATE_SHEET':
          this.#duplicate(command.sheetId as string, command.sheetIdTo as string);
          break;
      }
    }

    #put({ extraId, kind, sheetId, ranges, data }: PutExtraCommand): void {
      const range = ranges?.[0] && this.getters.getRangeFromRangeData(ranges[0]);
      const extra: Extra = { id: extraId, kind, data };
      const home = range?.sheetId ?? sheetId;
      if (home !== undefined) extra.sheetId = home;
      if (range) extra.range = range;
      this.history.update('extras', extraId, extra);
    }

    #duplicate(from: string, to: string): void {
      for (const extra of this.#all()) {
        if (extra.sheetId !== from) continue;
        // The id is made of the old one: every copy of the workbook must come to the same.
        const id = `${to}/${extra.id.split('/').pop()}`;
        const copy: Extra = { ...extra, id, sheetId: to };
        if (extra.range) copy.range = this.getters.getRangeFromZone(to, extra.range.zone);
        this.history.update('extras', id, copy);
      }
    }

    #all(): Extra[] {
      return Object.values(this.extras).filter((extra) => extra !== undefined);
    }

    adaptRanges({ applyChange }: { applyChange(range: EngineRange): ChangeOfRange }): void {
      for (const extra of this.#all()) {
        if (!extra.range) continue;
        const change = applyChange(extra.range);
        if (change.changeType === 'NONE') continue;
        if (change.changeType === 'REMOVE') this.history.update('extras', extra.id, undefined);
        else this.history.update('extras', extra.id, { ...extra, sheetId: change.range.sheetId, range: change.range });
      }
    }

    getExtras(kind: string): Extra[] {
      return this.#all().filter((extra) => extra.kind === kind);
    }

    getExtra(id: string): Extra | undefined {
      return this.extras[id];
    }

    import(data: {
      extras?: { id: string; kind: string; sheetId?: string; range?: RangeData; data: unknown }[];
    }): void {
      for (const { range, ...extra } of data.extras ?? []) {
        this.extras[extra.id] = range ? { ...extra, range: this.getters.getRangeFromRangeData(range) } : extra;
      }
    }

    export(data: Record<string, unknown>): void {
      data.extras = this.#all().map(({ range, ...extra }) =>
        range ? { ...extra, range: { _sheetId: range.sheetId, _zone: range.unboundedZone } } : extra,
      );
    }
  }

  corePluginRegistry!.add('extras', ExtrasPlugin);
  for (const type of ['PUT_EXTRA', 'REMOVE_EXTRA']) {
    (engine.coreTypes as Set<string>).add(type);
    inverseCommandRegistry!.add(type, (command: unknown) => [command]);
  }
}
