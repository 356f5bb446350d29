/**
 * Sheets where typing has an effect of its own. Known to the front door, so that typing
 * anywhere else does not load the jobs.
 */
export const WATCHED_SHEETS = {
  answers: 'Ответы',
  dues: 'Сроки',
  plan: 'План',
  events: 'События',
  method: 'Методика',
  settings: 'Настройки',
} as const;

export function isWatched(sheet: string): boolean {
  return Object.keys(WATCHED_SHEETS).some((key) => WATCHED_SHEETS[key as keyof typeof WATCHED_SHEETS] === sheet);
}
