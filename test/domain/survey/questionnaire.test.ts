import { SPHERES } from '../../../src/domain/methodology/sphere.ts';
import { readAnswer } from '../../../src/domain/survey/answer.ts';
import { formSections } from '../../../src/domain/survey/form-sections.ts';
import { officialQuestionnaire } from '../../../src/domain/survey/official-questionnaire.ts';

const culture = officialQuestionnaire('culture');
const health = officialQuestionnaire('health-ambulatory');
const idsOf = (questionnaire: typeof culture) => questionnaire.questions.map(({ id }) => id);

describe('the recommended questionnaire (Минтруд 675н)', () => {
  test('has 18 questions where waiting is assessed', () => {
    expect(idsOf(health)).toEqual(Array.from({ length: 18 }, (_, k) => `q${k + 1}`));
  });

  test('has no question 5 in education, culture and performing arts, and other ids stay', () => {
    for (const sphere of ['education', 'culture', 'performing-arts'] as const) {
      const ids = idsOf(officialQuestionnaire(sphere));
      expect(ids).not.toContain('q5');
      expect(ids).toHaveLength(17);
      expect(ids.indexOf('q6')).toBe(4);
    }
  });

  test('names the sphere in the preamble, in the case the sentence needs', () => {
    expect(culture.preamble).toContain('условий оказания услуг организациями культуры. Пожалуйста');
    expect(culture.preamble).toContain('улучшить работу организаций культуры и');
    expect(officialQuestionnaire('social-service').preamble).toContain('услуг организациями социального обслуживания');
  });

  test('asks for no name, telephone or exact age', () => {
    const asked = culture.questions.map(({ text }) => text).join(' ');
    expect(asked).not.toMatch(/фамили|контактный телефон|e-mail/i);
    expect(culture.questions.find(({ id }) => id === 'q18')!.kind).toBe('choice');
  });

  test.each(SPHERES.map(({ id }) => id))('in %s every branch leads forward to a question that is asked', (sphere) => {
    const questionnaire = officialQuestionnaire(sphere);
    const ids = idsOf(questionnaire);
    const branches = questionnaire.questions.filter(({ onNoGoTo }) => onNoGoTo);
    expect(branches.map(({ id }) => id)).toEqual(['q1', 'q3', 'q7', 'q11']);
    for (const { id, onNoGoTo } of branches) expect(ids.indexOf(onNoGoTo!)).toBeGreaterThan(ids.indexOf(id) + 1);
  });
});

describe('pages of a form', () => {
  test('end after a question that branches and before one that a branch leads to', () => {
    expect(formSections(health).map(({ questions }) => questions.map(({ id }) => id))).toEqual([
      ['q1'],
      ['q2'],
      ['q3'],
      ['q4'],
      ['q5', 'q6', 'q7'],
      ['q8'],
      ['q9', 'q10', 'q11'],
      ['q12'],
      ['q13', 'q14', 'q15', 'q16', 'q17', 'q18'],
    ]);
  });

  test.each(SPHERES.map(({ id }) => id))('in %s walking the pages asks exactly what the branches allow', (sphere) => {
    const questionnaire = officialQuestionnaire(sphere);
    const pages = formSections(questionnaire);
    for (let no = 0; no < 16; no += 1) {
      const saysNo = new Set(['q1', 'q3', 'q7', 'q11'].filter((_, bit) => no & (1 << bit)));
      const asked: string[] = [];
      for (let id = pages[0]!.id; id !== 'end'; ) {
        const page = pages.find((one) => one.id === id)!;
        asked.push(...page.questions.map((question) => question.id));
        id = saysNo.has(asked[asked.length - 1]!) && page.onNoGoTo ? page.onNoGoTo : page.next;
      }
      const skipped = { q1: 'q2', q3: 'q4', q7: 'q8', q11: 'q12' } as Record<string, string>;
      const dropped = new Set(Array.from(saysNo, (id) => skipped[id]!));
      expect(asked).toEqual(idsOf(questionnaire).filter((id) => !dropped.has(id)));
    }
  });
});

describe('reading an answer', () => {
  test('takes «Да», «да», a ticked box and the long wording of question 5 for yes', () => {
    const { answer, problems } = readAnswer(health, 'ш1', {
      q1: 'Да',
      q2: ' да ',
      q3: true,
      q5: 'Да (услуга предоставлена своевременно или ранее установленного срока)',
      q15: 'Нет',
    });
    expect(answer.values).toEqual({ q1: true, q2: true, q3: true, q5: true, q15: false });
    expect(problems).toEqual([]);
  });

  test('drops an answer that the branch passes over, and says so', () => {
    const { answer, problems } = readAnswer(culture, 'к1', { q7: 'Нет', q8: 'Да', q9: 'Да' });
    expect(answer.values).toEqual({ q7: false, q9: true });
    expect(problems).toEqual([{ code: 'survey.skipped-answer', question: 'q8', filter: 'q7' }]);
  });

  test('keeps an answer whose filter was left empty: nobody said no', () => {
    expect(readAnswer(culture, 'к1', { q8: 'Да' }).answer.values).toEqual({ q8: true });
  });

  test('leaves out what is neither yes nor no, and names it', () => {
    const { answer, problems } = readAnswer(culture, 'к1', { q9: 'Не знаю', q5: 'Да', q10: '' });
    expect(answer.values).toEqual({});
    expect(problems).toEqual([
      { code: 'survey.unknown-choice', question: 'q9', got: 'Не знаю' },
      { code: 'survey.unknown-question', question: 'q5' },
    ]);
  });
});
