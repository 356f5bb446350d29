/** One institution's answers by groups of recipients → its total with their composition. */
import type { Method } from '../methodology/method.ts';
import type { Answer } from '../survey/answer.ts';
import { addAnswer, emptyTally, type TallyLayout } from '../survey/tally.ts';
import { type AssessmentSettings, assess, countsOf, type Evidence } from './assessment.ts';
import { type PostStratified, postStratify, type Stratum } from './post-stratification.ts';
import type { RecipientGroup } from './recipient-groups.ts';

export interface SecondView {
  readonly result: PostStratified;
  /** null where nothing was weighted, or a criterion has no data. */
  readonly total: number | null;
  /** Respondents who did not answer the question that the groups are made by. */
  readonly unsaid: number;
  /** Respondents in groups that have no recipients. */
  readonly outside: number;
}

export interface GroupedAnswers {
  readonly answers: readonly Answer[];
  readonly layout: TallyLayout;
  /** Id of the question with a choice. */
  readonly question: string;
  readonly groups: readonly RecipientGroup[];
}

/** @param evidence the official one: its checklists stand, its counts are replaced */
export function secondView(
  method: Method,
  evidence: Evidence,
  settings: AssessmentSettings,
  { answers, layout, question, groups }: GroupedAnswers,
): SecondView {
  const strata = groups.map((group): Stratum => {
    const tally = emptyTally(layout);
    for (const answer of answers) {
      if (group.choices.indexOf(String(answer.values[question])) >= 0) addAnswer(tally, { ...answer, institution: '' });
    }
    const own = tally.institutions.get('');
    return {
      ...{ name: group.name, recipients: group.recipients },
      respondents: own?.answers ?? 0,
      counts: own ? countsOf(layout, own) : {},
    };
  });
  const result = postStratify(strata);
  const unsaid = answers.filter(({ values }) => values[question] === undefined).length;
  const inGroups = strata.reduce((sum, { respondents }) => sum + respondents, 0);
  const total =
    result.kind === 'weighted' ? assess(method, { ...evidence, counts: result.counts }, settings).score.total : null;
  return { result, total, unsaid, outside: answers.length - unsaid - inGroups };
}
