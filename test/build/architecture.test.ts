/** docs/architecture.md is a map: what it does not name, a newcomer does not find. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

function packagesNamed(): string[] {
  const table = text.slice(text.indexOf('| Package | For |')).split('\n\n')[0]!;
  const names = table.split('\n').map((row) => row.split('|')[1] ?? '');
  return [...names.join(' ').matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

/** Rooms of the tree of `src`, as paths: «domain/plan». */
function roomsNamed(): string[] {
  const tree = text.slice(text.indexOf('\nsrc/'), text.indexOf('\ncontract/'));
  const above: string[] = [];
  return [...tree.matchAll(/^( +)([a-z]+)\/ /gm)].map(([, indent, name]) => {
    above.length = indent!.length / 2 - 1;
    above.push(name!);
    return above.join('/');
  });
}

function roomsOf(folder: string): string[] {
  return readdirSync(join(root, 'src', folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath }) => parentPath.slice(join(root, 'src').length + 1))
    .filter((room) => room !== '');
}

test('each package of package.json has its reason in the table, and the table names no other', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(packagesNamed().sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

test('each room of the add-in is in the tree, and the tree has no other', () => {
  const holding = new Set(roomsOf(''));
  for (const room of holding) if (room.includes('/')) holding.add(room.split('/')[0]!);
  expect(roomsNamed().sort()).toEqual([...holding].sort());
});
