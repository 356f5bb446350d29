interface Session {
  commandSquisher: { squish(commands: readonly unknown[]): readonly unknown[] };
}

/**
 * Lets formulas be written one under another that differ in how many corners their references have: `=SUM(A1)` and
 * `=SUM(A1:A2)`. The engine makes a revision shorter by telling each formula by what differs from the one before it,
 * and breaks off at such a pair; it reads a revision as well that has not been made shorter.
 */
export function sendWholeWhereNotShortened(model: unknown): void {
  const { commandSquisher } = (model as { session: Session }).session;
  const shorten = commandSquisher.squish.bind(commandSquisher);
  commandSquisher.squish = (commands) => {
    try {
      return shorten(commands);
    } catch {
      return commands;
    }
  };
}
