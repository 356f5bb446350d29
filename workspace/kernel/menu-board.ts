import type { MenuNode } from '../workspace-api.ts';
import type { MenuBoard } from './kernel.ts';

export function openMenuBoard(announce: () => void): MenuBoard {
  const menus = new Map<string, MenuNode[]>();
  const of = (fileId: string): MenuNode[] => menus.get(fileId) ?? [];
  return {
    of,
    add(fileId, menu) {
      const others = of(fileId).filter((other) => other.kind !== 'menu' || other.caption !== menu.caption);
      menus.set(fileId, [...others, menu]);
      announce();
    },
    clear(fileId) {
      menus.delete(fileId);
      announce();
    },
  };
}

/**
 * The function behind a path of captions.
 * @throws Error naming the captions that are there
 */
export function functionBehind(menus: readonly MenuNode[], path: readonly string[]): string {
  let level = menus;
  for (const [depth, caption] of path.entries()) {
    const node = level.find((each) => each.kind !== 'separator' && each.caption === caption);
    if (node?.kind === 'menu') level = node.items;
    else if (node?.kind === 'item' && depth === path.length - 1) return node.functionName;
    else throw notInMenu(path, caption, level);
  }
  throw notInMenu(path, path.at(-1) ?? '', level);
}

function notInMenu(path: readonly string[], caption: string, level: readonly MenuNode[]): Error {
  const there = level.flatMap((node) => (node.kind === 'separator' ? [] : [`"${node.caption}"`]));
  return new Error(`no menu item "${caption}" on the way ${path.join(' → ')}; there are ${there.join(', ') || 'none'}`);
}
