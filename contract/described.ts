/** Each argument of a formula in words, one a row: its kind, then its value; an array shows its rows. */
export function describeArguments(values: readonly unknown[]): string[][] {
  return values.map((value) => [kindOf(value), textOf(value)]);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'пусто';
  if (Array.isArray(value)) return 'массив';
  if (value instanceof Date) return 'дата';
  return typeof value;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value);
  if (value instanceof Date) return `${value.getFullYear()}-${value.getMonth() + 1}-${value.getDate()}`;
  return value === undefined || value === null ? '' : String(value);
}
