/** The methods that stand one under another on the sheet «Методика». */
import { LISTS } from './checklists.ts';
import type { Method } from './method.ts';
import { type MethodRow, readMethod } from './method-rows.ts';
import { SPHERES, sphereNamed } from './sphere.ts';
import type { MethodProblem, MethodSources } from './validate-method.ts';

export interface MethodInRows {
  readonly method: Method;
  /** Places of its rows among those given, from 0, in their order. */
  readonly rows: readonly number[];
  /** `at` is the place among all rows given, from 0. Empty for a method that may be used. */
  readonly problems: readonly (MethodProblem & { readonly at: number })[];
}

/** Questions of the official questionnaire, marks m1 … m30, the shipped lists and those of the method's own. */
function knownSources(own: readonly string[]): MethodSources {
  const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, k) => `${letter}${k + 1}`);
  return { questions: [...numbered('q', 18), ...numbered('m', 30)], lists: [...LISTS, ...own] };
}

/** @param rows of the whole sheet; a row without a method's name belongs to the method above it, unless it is a note */
export function methodsInRows(rows: readonly MethodRow[]): MethodInRows[] {
  const groups = new Map<string, number[]>();
  let name = '';
  rows.forEach((row, at) => {
    name = String(row.method).trim() || name;
    const isNote = String(row.method) + row.code + row.kind + row.weight === '';
    if (name !== '' && !isNote) groups.set(name, [...(groups.get(name) ?? []), at]);
  });
  const found: MethodInRows[] = [];
  groups.forEach((places) => {
    const own = places.map((at) => rows[at]!);
    const { method, problems } = readMethod(own, knownSources(own.map(({ code }) => String(code))));
    const sphereRow = own.findIndex(({ code }) => String(code).trim().toLowerCase() === 'сфера');
    const written = sphereRow < 0 ? '' : String(own[sphereRow]!.title).trim();
    const place = { row: 'сфера', field: 'title' as const, at: places[Math.max(0, sphereRow)]! };
    const wrongSphere: (MethodProblem & { at: number })[] = [];
    if (written !== '' && !sphereNamed(written)) {
      const known = SPHERES.map(({ name }) => name).join('; ');
      wrongSphere.push({ ...place, code: 'method.unknown-sphere', got: written, known });
    } else if (method.sphere && found.some((other) => other.method.sphere === method.sphere)) {
      wrongSphere.push({ ...place, code: 'method.doubled-sphere', got: written });
    }
    const placed = problems.map((problem) => ({ ...problem, at: places[Math.max(0, problem.at)]! }));
    found.push({ method, rows: places, problems: [...wrongSphere, ...placed] });
  });
  return found;
}
