/**
 * Counts and points of a year that is over, as texts that fit a cell and may be typed by hand:
 * «q2 45/60; q4 30/41» (yes of answered) and «1.1 85,5; 5.3 95».
 *
 * What is too small to be shown is not kept either: where a question of a criterion had fewer
 * than ten answers, the whole criterion stays out, since К1–К5 are kept beside it and would give
 * the missing share away.
 */
import type { Method } from '../methodology/method.ts';
import type { Assessment, Evidence, QuestionCount } from './assessment.ts';
import { HIDDEN_BELOW } from './suppression.ts';

/** Decimals of points that are kept: more than any document shows. */
const KEPT_DECIMALS = 4;

type Counts = Readonly<Record<string, QuestionCount>>;

/** «q2 45/60; q4 30/41»: yes of answered. */
export function countsText(counts: Counts): string {
  return Object.keys(counts)
    .map((question) => `${question} ${counts[question]!.yes}/${counts[question]!.answered}`)
    .join('; ');
}

/** What cannot be read is passed over, so is a count with more yes than answers. */
export function readCounts(text: string): Record<string, QuestionCount> {
  const counts: Record<string, QuestionCount> = {};
  for (const part of text.split(';')) {
    const match = /^\s*(\S+)\s+(\d+)\s*\/\s*(\d+)\s*$/.exec(part);
    if (!match) continue;
    const [yes, answered] = [Number(match[2]), Number(match[3])];
    if (answered > 0 && yes <= answered) counts[match[1]!] = { yes, answered };
  }
  return counts;
}

/** «1.1 85,5; 5.3 95»: points 0–100. */
export function pointsText(points: Readonly<Record<string, number>>): string {
  return Object.keys(points)
    .map((code) => `${code} ${String(Number(points[code]!.toFixed(KEPT_DECIMALS))).replace('.', ',')}`)
    .join('; ');
}

/** What cannot be read is passed over. */
export function readPoints(text: string): Record<string, number> {
  const points: Record<string, number> = {};
  for (const part of text.split(';')) {
    const match = /^\s*(\S+)\s+(\d+(?:[.,]\d+)?)\s*$/.exec(part);
    if (match) points[match[1]!] = Number(match[2]!.replace(',', '.'));
  }
  return points;
}

/** Counts and points of an assessment that may be kept. */
export function keepable(
  method: Method,
  evidence: Evidence,
  assessment: Assessment,
): { counts: Record<string, QuestionCount>; points: Record<string, number> } {
  const counts: Record<string, QuestionCount> = {};
  const points: Record<string, number> = {};
  for (const { code } of method.criteria) {
    const own = method.indicators.filter(({ criterion }) => criterion === code);
    const asked = own
      .map(({ formula }) =>
        formula.kind === 'share' ? formula.questions : formula.kind === 'waiting' ? [formula.question] : [],
      )
      .reduce((all, questions) => all.concat(questions), [] as readonly string[])
      .filter((question) => (evidence.counts[question]?.answered ?? 0) > 0);
    // Marks have no small count of their own, but few who gave them.
    const marked = own
      .map(({ formula }) => (formula.kind === 'mean-mark' ? (evidence.counts[formula.question]?.answered ?? 0) : 0))
      .filter((answered) => answered > 0);
    const sizes = asked.map((question) => evidence.counts[question]!.answered).concat(marked);
    if (sizes.some((answered) => answered < HIDDEN_BELOW)) continue;
    for (const question of asked) counts[question] = evidence.counts[question]!;
    for (const indicator of own) {
      const value = assessment.score.indicators[indicator.code];
      if (typeof value === 'number') points[indicator.code] = value;
    }
  }
  return { counts, points };
}
