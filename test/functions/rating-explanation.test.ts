import { checklistOf } from '../../src/domain/methodology/checklists.ts';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import { tallyLayout, tallyOf } from '../../src/domain/survey/tally.ts';
import { tallyRows } from '../../src/domain/survey/tally-rows.ts';
import { NOKO_EXPLAIN } from '../../src/functions/rating-explanation.ts';
import { NOKO_RESULTS } from '../../src/functions/rating-sheet.ts';
import { correlatedSample, lehmer } from '../domain/survey/respondents.ts';

const questionnaire = officialQuestionnaire('education');
const tally = tallyRows(
  tallyOf(tallyLayout(questionnaire), correlatedSample(questionnaire, 'ш1', 80, 0.8, lehmer(9))),
).map((row) => [...row]);
const observations = checklistOf('education').map((item) => ['ш1', item.code, item.text, 'да']);
const column = (value: string | number) => [[value]];
const sheets = [tally, observations, column('ш1'), column('Школа № 1'), column('образование'), column(400)] as const;
const cells = (name: string) => NOKO_EXPLAIN(name, ...sheets);
const rowOf = (code: string) => cells('ш1').find((row) => row[0] === code)!;

test('every number of the rating row is there with its formula', () => {
  const [, result] = NOKO_RESULTS(...sheets);
  expect(['К1', 'К2', 'К3', 'К4', 'К5', 'Итог'].map((code) => rowOf(code)[2])).toEqual(result!.slice(2, 8));
  expect(rowOf('Итог')[3]).toMatch(/^\(.+ \+ .+\) \/ 5 = \d/);
});

test('an indicator names the question and its counts as «Свод» has them', () => {
  const [, , yes, , answered] = tally.find((row) => row[1] === 'q15')!;
  expect(rowOf('5.3').slice(3)).toEqual([
    expect.stringContaining(`${yes} / ${answered} × 100 = `),
    `вопрос q15: «да» ${yes} из ${answered}`,
  ]);
});

test('the act, rounding, policy and assumptions stand below', () => {
  const text = cells('Школа № 1').flat().join('\n');
  expect(text).toContain('приказ Минтруда России от 31.05.2018 № 344н');
  expect(text).toContain('точно: промежуточных округлений нет');
  expect(text).toContain('не рассчитывается (н/д)');
  expect(text).toContain('Норматив единиц информации (1.1) равен длине перечня');
});

test('a name that is not in the register is refused with those that are', () => {
  expect(() => cells('ш2')).toThrow('«ш2» не подходит. Выберите: ш1 (Школа № 1)');
});
