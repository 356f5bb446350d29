/**
 * Results of former years as a person would paste them: most come from last year's copy of the
 * add-in with everything beside them, two were typed from a paper report and have a total only.
 */
import { checklistOf } from '../../src/domain/methodology/checklists.ts';
import { order344 } from '../../src/domain/methodology/order-344.ts';
import { sphereNamed } from '../../src/domain/methodology/sphere.ts';
import { countsText, keepable, pointsText } from '../../src/domain/rating/former-counts.ts';
import { rulesMark } from '../../src/domain/rating/year-change.ts';
import { readAnswer } from '../../src/domain/survey/answer.ts';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import { tallyLayout, tallyOf } from '../../src/domain/survey/tally.ts';
import { tallyRows } from '../../src/domain/survey/tally-rows.ts';
import { type Assessed, assessAll } from '../../src/functions/assessed-cells.ts';
import { sampleAnswers } from './answers.ts';
import { INSTITUTIONS, type SampleInstitution } from './institutions.ts';
import { sampleFound } from './observations.ts';

const LAST_YEAR = 2025;
/** How good an institution was before, where it was another than now: the village club has a new hall. */
const FORMER_QUALITY: Readonly<Record<string, number>> = { village: 0.66, hospital: 0.88, school2: 0.83, club: 0.91 };
/** Assessed two years earlier and not last year: an assessment is due once in three years. */
const EARLIER: Readonly<Record<string, number>> = { museum: 2023 };
/** Opened this year: nothing to compare with. */
const FRESH = ['art'];
/** What is known of these is the total in a paper report. */
const TYPED: Readonly<Record<string, string>> = { care: '91,4', home: '86,2' };

const ANSWERS = 600;
const SEED = 20250113;
const SETTINGS = { rounding: 'exact', empty: 'not-available' } as const;

/** Rows of «Прошлые рейтинги», in the order of its columns. */
export function sampleFormerResults(): string[][] {
  const before = INSTITUTIONS.filter(({ code }) => !FRESH.includes(code)).map((now) => ({
    ...now,
    quality: FORMER_QUALITY[now.code] ?? now.quality,
  }));
  const answers = sampleAnswers(ANSWERS, SEED, before);
  return before.map((institution) => {
    const total = TYPED[institution.code];
    if (total) return typedRow(institution, total);
    const own = answers.filter((answer) => answer.institution.code === institution.code).map(({ values }) => values);
    return pastedRow(institution, assessed(institution, own));
  });
}

function assessed(institution: SampleInstitution, given: readonly Readonly<Record<string, string>>[]): Assessed {
  const sphere = sphereNamed(institution.sphere)!.id;
  const questionnaire = officialQuestionnaire(sphere);
  const read = given.map((values) => {
    const raw: Record<string, string> = {};
    for (const { id, text } of questionnaire.questions) if (values[text] !== undefined) raw[id] = values[text];
    return readAnswer(questionnaire, institution.code, raw).answer;
  });
  const cell = (value: string | number): (string | number)[][] => [[value]];
  const [found] = assessAll(
    tallyRows(tallyOf(tallyLayout(questionnaire), read)).map((row) => [...row]),
    checklistOf(sphere).map(({ code, text }) => [institution.code, code, text, sampleFound(institution.code, code)]),
    {
      codes: cell(institution.code),
      names: cell(institution.name),
      spheres: cell(institution.sphere),
      recipients: cell(institution.recipients),
      takesPart: undefined,
    },
    SETTINGS,
    undefined,
  );
  return found!;
}

const ru = (value: number | null | undefined): string =>
  typeof value === 'number' ? value.toFixed(4).replace('.', ',') : '';

function pastedRow(institution: SampleInstitution, found: Assessed): string[] {
  const { method, evidence, assessment, error, answers, recipients } = found;
  const { criteria, total } = assessment.score;
  const { counts, points } = keepable(method, evidence, assessment);
  const year = EARLIER[institution.code] ?? LAST_YEAR;
  return [
    ...[String(year), institution.code, institution.name, institution.sphere],
    ...['К1', 'К2', 'К3', 'К4', 'К5'].map((code) => ru(criteria[code])),
    ...[ru(total), ru(error?.error), ru(error?.shift), String(answers), String(recipients)],
    `${order344(found.sphere).title}; приказ № 11 (пример); округление «точно»; без ответов «н/д»`,
    ...[pointsText(points), countsText(counts), rulesMark(method, SETTINGS.rounding, SETTINGS.empty)],
    ...[`20.05.${year}`, 'пример: из прошлогодней таблицы'],
  ];
}

function typedRow({ code, name, sphere, recipients }: SampleInstitution, total: string): string[] {
  return [
    ...[String(LAST_YEAR), code, name, sphere, '', '', '', '', '', total, '', '', '', String(recipients)],
    ...['из бумажного отчёта', '', '', '', '', 'пример: вписано вручную'],
  ];
}
