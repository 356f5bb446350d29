import type { Spreadsheets } from './spreadsheet-globals.ts';

/** As the server sends the menus that the script has made. */
export type MenuNode =
  | { kind: 'item'; caption: string; functionName: string }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; items: MenuNode[] };

type ActionSpec = Parameters<Spreadsheets['registries']['topbarMenuRegistry']['add']>[1];

/** After the engine's own menus, in the order in which the script made them. */
const FIRST_SEQUENCE = 1_000;

/** Puts the script's menus beside the built-in ones; must be called before the page is mounted. */
export function addScriptMenus(
  spreadsheets: Spreadsheets,
  menus: readonly MenuNode[],
  choose: (path: string[]) => void,
): void {
  const registry = spreadsheets.registries.topbarMenuRegistry;
  for (const key of registry.getKeys()) if (key.startsWith('script:')) registry.remove(key);
  menus.forEach((menu, index) => {
    if (menu.kind !== 'menu') return;
    registry.add(`script:${menu.caption}`, {
      name: menu.caption,
      sequence: FIRST_SEQUENCE + index,
      isReadonlyAllowed: true,
      isEnabledOnLockedSheet: true,
      children: children(menu.items, [menu.caption], choose),
    });
  });
}

function children(nodes: readonly MenuNode[], path: string[], choose: (path: string[]) => void): ActionSpec[] {
  const specs: ActionSpec[] = [];
  nodes.forEach((node, index) => {
    if (node.kind === 'separator') {
      const above = specs.at(-1);
      if (above) above.separator = true;
      return;
    }
    const here = [...path, node.caption];
    const common = { name: node.caption, sequence: index, isReadonlyAllowed: true, isEnabledOnLockedSheet: true };
    specs.push(
      node.kind === 'menu'
        ? { ...common, children: children(node.items, here, choose) }
        : {
            ...common,
            // Nothing is returned: the engine would keep the menu open until the script ends.
            execute: () => {
              choose(here);
            },
          },
    );
  });
  return specs;
}
