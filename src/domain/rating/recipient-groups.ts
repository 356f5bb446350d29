/** Groups of recipients as an official writes them: «55–64; 65 и старше» is one group of two choices. */

export interface WrittenGroup {
  readonly group: string;
  readonly recipients: number | null;
}

export interface RecipientGroup {
  readonly name: string;
  readonly choices: readonly string[];
  /** More than 0. */
  readonly recipients: number;
}

export type GroupsProblem =
  | {
      readonly code: 'composition.unknown-choice';
      readonly group: string;
      readonly got: string;
      readonly known: string;
    }
  | { readonly code: 'composition.doubled-choice'; readonly choice: string }
  | { readonly code: 'composition.no-number'; readonly groups: string }
  | { readonly code: 'composition.negative'; readonly group: string; readonly got: number };

export type ReadGroups =
  /** No number is written: this question is not used for the institution. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'wrong'; readonly problem: GroupsProblem }
  | { readonly kind: 'groups'; readonly groups: readonly RecipientGroup[] };

/** «18-24» typed with a hyphen is the choice «18–24». */
const plain = (text: string): string => text.toLowerCase().replace(/ё/g, 'е').replace(/[-–—]/g, '-').trim();

/** @param choices of the questionnaire; a choice in no group has no recipients, and its answers no weight */
export function readGroups(written: readonly WrittenGroup[], choices: readonly string[]): ReadGroups {
  if (written.every(({ recipients }) => recipients === null)) return { kind: 'blank' };
  const wrong = (problem: GroupsProblem): ReadGroups => ({ kind: 'wrong', problem });
  const unnumbered = written.filter(({ recipients }) => recipients === null).map(({ group }) => group);
  if (unnumbered.length > 0) return wrong({ code: 'composition.no-number', groups: unnumbered.join('; ') });
  const taken: string[] = [];
  const groups: RecipientGroup[] = [];
  for (const { group, recipients } of written) {
    if (!(recipients! >= 0)) return wrong({ code: 'composition.negative', group, got: recipients! });
    const own: string[] = [];
    for (const part of group.split(';')) {
      const choice = choices.find((one) => plain(one) === plain(part));
      if (choice === undefined) {
        return wrong({ code: 'composition.unknown-choice', group, got: part.trim(), known: choices.join('; ') });
      }
      if (taken.indexOf(choice) >= 0) return wrong({ code: 'composition.doubled-choice', choice });
      taken.push(choice);
      own.push(choice);
    }
    if (recipients! > 0) groups.push({ name: own.join('; '), choices: own, recipients: recipients! });
  }
  return { kind: 'groups', groups };
}
