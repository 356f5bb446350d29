import { GoogleError } from '../../kernel/google-object.ts';

/** The engine's words for a command that would change nothing. */
const NOTHING_TO_DO = new Set(['NoChanges', 'UnchangedSheetName', 'ValuesNotChanged']);
/** A filter works without the table that only shows its arrows. */
const TABLE_REFUSALS = new Set(['TableOverlap', 'MergeInTable']);

/** Reasons that Sheets has too, in its words, or that a person can do something about. */
const KNOWN: Record<string, string> = {
  FrozenPaneOverlap: "Sorry, you can't merge frozen and non-frozen rows or columns.",
  MergeOverlap: "You can't freeze rows or columns that contain only part of a merged cell.",
  ForbiddenCharactersInSheetName: "The local workspace takes no sheet names with ' * ? / \\ [ ] in them, as Excel.",
  InvalidChartDefinition: 'The local workspace cannot draw this chart.',
};

/** What of the engine's refusal matters. */
export function seriousReasons(commandType: string, reasons: readonly string[]): string[] {
  return reasons.filter(
    (reason) => !NOTHING_TO_DO.has(reason) && !(commandType === 'CREATE_TABLE' && TABLE_REFUSALS.has(reason)),
  );
}

/** The error for refused commands: Google's where the cause is known, else an error of the workspace. */
export function refusalError(refused: readonly { type: string; reasons: string[] }[]): Error {
  const known = refused.flatMap(({ reasons }) => reasons).find((reason) => KNOWN[reason]);
  if (known) return new GoogleError(KNOWN[known]!);
  const list = refused.map(({ type, reasons }) => `${type}: ${reasons.join(', ')}`);
  return new Error(`the spreadsheet engine refused: ${list.join('; ')}`);
}
