/**
 * Runs pieces of work one after another, in the order they came: two requests never run
 * scripts of one workspace at once.
 */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>;
}

export function makeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(work) {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}
