import { sphereNamed } from '../../src/domain/methodology/sphere.ts';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import type { Question } from '../../src/domain/survey/questionnaire.ts';
import { INSTITUTIONS, type SampleInstitution } from './institutions.ts';

/** One respondent: the institution's name and the answers by the question's text. */
export interface SampleAnswer {
  /** The same for the same place in the sequence: sent twice, it is stored once. */
  token: string;
  institution: SampleInstitution;
  values: Readonly<Record<string, string>>;
}

/** How often «Да» is answered where it is a fact about the person and not a judgement. */
const HABITS: Readonly<Record<string, number>> = { q1: 0.7, q3: 0.6, q7: 0.12, q11: 0.5 };

const REMARKS = [
  'Всё хорошо, спасибо! (пример)',
  'Мало мест на парковке (пример)',
  'Хотелось бы работать и в субботу (пример)',
  // What must stay text in every sheet and document.
  '=1+1 — так тоже пишут (пример)',
  '<b>Жирно</b> & «кавычки» (пример)',
];

/**
 * The first `count` respondents of one endless sequence: a fixed seed, so two machines send
 * the same answers. Institutions get answers in proportion to their recipients.
 */
export function sampleAnswers(
  count: number,
  seed = 20260112,
  institutions: readonly SampleInstitution[] = INSTITUTIONS,
): SampleAnswer[] {
  const random = randomFrom(seed);
  const total = institutions.reduce((sum, { recipients }) => sum + recipients, 0);
  return Array.from({ length: count }, (_, at) => {
    let place = random() * total;
    const institution = institutions.find(({ recipients }) => {
      place -= recipients;
      return place < 0;
    })!;
    return { token: `пример-${seed}-${at + 1}`, institution, values: answer(institution, random) };
  });
}

function answer(institution: SampleInstitution, random: () => number): Record<string, string> {
  const { questions } = officialQuestionnaire(sphereNamed(institution.sphere)!.id);
  // People differ: the same person is content with most things or with few.
  const mood = (random() - 0.5) * 0.5;
  const values: Record<string, string> = {};
  let skipTo: string | undefined;
  for (const question of questions) {
    if (skipTo && question.id !== skipTo) continue;
    skipTo = undefined;
    const given = give(question, institution, mood, random);
    if (given === undefined) continue;
    values[question.text] = given;
    if (question.onNoGoTo && given === question.choices[1]) skipTo = question.onNoGoTo;
  }
  return values;
}

function give(
  question: Question,
  { quality }: SampleInstitution,
  mood: number,
  random: () => number,
): string | undefined {
  if (question.kind === 'text') return random() < 0.06 ? REMARKS[Math.floor(random() * REMARKS.length)] : undefined;
  if (question.kind === 'choice') {
    return random() < 0.8 ? question.choices[Math.floor(random() * question.choices.length)] : undefined;
  }
  const yes = HABITS[question.id] ?? Math.min(0.99, Math.max(0.05, quality + mood * (1 - quality) * 2));
  return question.choices[random() < yes ? 0 : 1];
}

/** Mulberry32: 32 bits of state are plenty for a sample. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
