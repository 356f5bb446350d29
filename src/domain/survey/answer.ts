import type { Question, Questionnaire } from './questionnaire.ts';

/** true/false for yes-no, the mark for marks, the text of the choice, the text itself. */
export type AnswerValue = boolean | number | string;

/** One respondent's answers, read and consistent with the branches. */
export interface Answer {
  /** Code of the institution. */
  readonly institution: string;
  readonly values: Readonly<Record<string, AnswerValue | undefined>>;
}

export type AnswerProblem =
  /** The question is not asked after that «Нет», so its answer is not counted. */
  | { readonly code: 'survey.skipped-answer'; readonly question: string; readonly filter: string }
  | { readonly code: 'survey.unknown-choice'; readonly question: string; readonly got: string }
  | { readonly code: 'survey.unknown-question'; readonly question: string };

export interface ReadAnswer {
  readonly answer: Answer;
  /** What was left out and why; empty for a clean answer. */
  readonly problems: readonly AnswerProblem[];
}

const plain = (text: string): string => text.toLowerCase().replace(/ё/g, 'е').trim();

/** «Да (услуга предоставлена…)» and «да» are the same yes. */
function readYesNo(question: Question, text: string): boolean | undefined {
  // Forms send the choice as it stands; only people write it another way.
  if (text === question.choices[0]) return true;
  if (text === question.choices[1]) return false;
  const written = plain(text);
  if (written === 'да' || written === plain(question.choices[0]!)) return true;
  if (written === 'нет' || written === plain(question.choices[1]!)) return false;
  return undefined;
}

/** A value of one cell of a form, a paper sheet or a file; undefined when it is not one of the choices. */
function readValue(question: Question, raw: string | number | boolean): AnswerValue | undefined {
  if (question.kind === 'yes-no') return typeof raw === 'boolean' ? raw : readYesNo(question, String(raw));
  if (question.kind === 'text') return String(raw).trim();
  const chosen = question.choices.find((choice) => plain(choice) === plain(String(raw)));
  return question.kind === 'mark' && chosen !== undefined ? Number(chosen) : chosen;
}

/** What reading needs of a questionnaire, found once: a recount reads every answer by it. */
interface Guide {
  readonly questions: ReadonlyMap<string, Question>;
  /** Filters, each with the questions that its «Нет» passes over. */
  readonly filters: readonly { readonly id: string; readonly passesOver: readonly string[] }[];
}

const guides = new WeakMap<Questionnaire, Guide>();

function guideTo(questionnaire: Questionnaire): Guide {
  let guide = guides.get(questionnaire);
  if (!guide) {
    const { questions } = questionnaire;
    const ids = questions.map(({ id }) => id);
    const filters = questions
      .filter(({ onNoGoTo }) => onNoGoTo)
      .map(({ id, onNoGoTo }) => ({ id, passesOver: ids.slice(ids.indexOf(id) + 1, ids.indexOf(onNoGoTo!)) }));
    guide = { questions: new Map(questions.map((question) => [question.id, question])), filters };
    guides.set(questionnaire, guide);
  }
  return guide;
}

/**
 * Raw values by question id → an answer that agrees with the branches. Nothing is refused:
 * what cannot be counted is left out of the counts and named. An unanswered filter passes
 * over nothing.
 */
export function readAnswer(
  questionnaire: Questionnaire,
  institution: string,
  raw: Readonly<Record<string, string | number | boolean | null | undefined>>,
): ReadAnswer {
  const { questions, filters } = guideTo(questionnaire);
  const values: Record<string, AnswerValue> = {};
  const problems: AnswerProblem[] = [];
  for (const id of Object.keys(raw)) {
    const given = raw[id];
    if (given === null || given === undefined || given === '') continue;
    const question = questions.get(id);
    if (!question) {
      problems.push({ code: 'survey.unknown-question', question: id });
      continue;
    }
    const value = readValue(question, given);
    if (value === undefined) problems.push({ code: 'survey.unknown-choice', question: id, got: String(given) });
    else if (value !== '') values[id] = value;
  }
  for (const { id: filter, passesOver } of filters) {
    if (values[filter] !== false) continue;
    for (const question of passesOver) {
      if (values[question] === undefined) continue;
      delete values[question];
      problems.push({ code: 'survey.skipped-answer', question, filter });
    }
  }
  return { answer: { institution, values }, problems };
}
