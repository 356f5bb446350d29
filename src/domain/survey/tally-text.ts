/**
 * One institution's tally as a text that fits a cell (about 1 KB at 10,000 answers): it keeps
 * what the rows of the sheet «Свод» do not show. Self-describing: it can be read after the
 * questionnaire has changed.
 */
import { ProblemError } from '../problem.ts';
import { emptyInstitutionTally, type InstitutionTally, type TallyLayout, type TallyProblem } from './tally.ts';

const FORMAT = 't1';
const list = (numbers: readonly number[]): string => numbers.map((value) => value.toString(36)).join('.');

export function encodeTally(layout: TallyLayout, own: InstitutionTally): string {
  const questions = layout.counted.map((id) => (layout.scored.indexOf(id) >= 0 ? `${id}*` : id));
  const chosen = layout.chosen.map(({ question, choices }) => [question, ...choices].map(encodeURIComponent).join('~'));
  return [
    FORMAT,
    questions.join(' '),
    chosen.join(' '),
    layout.worded.join(' '),
    own.answers.toString(36),
    ...[own.sums, own.answered, own.yy, own.dd, own.yd].map(list),
    own.chosen.map(list).join(' '),
    list(own.worded),
  ].join('|');
}

/** @throws ProblemError 'survey.unreadable-tally' when the text was not written by `encodeTally` */
export function decodeTally(institution: string, text: string): { layout: TallyLayout; own: InstitutionTally } {
  const parts = text.split('|');
  const unreadable = () => new ProblemError<TallyProblem>({ code: 'survey.unreadable-tally', got: text.slice(0, 40) });
  if (parts[0] !== FORMAT || parts.length !== 12) throw unreadable();
  const words = (at: number): string[] => parts[at]!.split(' ').filter((word) => word !== '');
  const marked = words(1);
  const layout: TallyLayout = {
    counted: marked.map((id) => id.replace('*', '')),
    scored: marked.filter((id) => id.slice(-1) === '*').map((id) => id.slice(0, -1)),
    chosen: words(2).map((entry) => {
      const [question, ...choices] = entry.split('~').map(decodeURIComponent);
      return { question: question!, choices };
    }),
    worded: words(3),
  };
  const blank = emptyInstitutionTally(institution, layout);
  const numbers = (part: string, length: number): number[] => {
    const read = part === '' ? [] : part.split('.').map((digits) => Number.parseInt(digits, 36));
    if (read.length !== length || !/^[0-9a-z.]*$/.test(part) || read.some(Number.isNaN)) throw unreadable();
    return read;
  };
  const own: InstitutionTally = {
    institution,
    answers: numbers(parts[4]!, 1)[0]!,
    sums: numbers(parts[5]!, blank.sums.length),
    answered: numbers(parts[6]!, blank.answered.length),
    yy: numbers(parts[7]!, blank.yy.length),
    dd: numbers(parts[8]!, blank.dd.length),
    yd: numbers(parts[9]!, blank.yd.length),
    chosen: blank.chosen.map((counts, at) => numbers(words(10)[at] ?? '', counts.length)),
    worded: numbers(parts[11]!, blank.worded.length),
  };
  return { layout, own };
}
