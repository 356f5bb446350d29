import { SubmissionRefused, submitAnswers } from '../../../workspace/services/forms/submission.ts';
import { breaksTextRule, isEmail } from '../../../workspace/services/forms/text-rules.ts';
import { cleanUpAfterTests, givenWorkspace, type PublishedForm } from './form-workspace.ts';

cleanUpAfterTests();

test.each<[Parameters<typeof breaksTextRule>[0], string[], string[]]>([
  [
    { kind: 'number' },
    ['0', '-1', '1.5', '1,5', ' 7 ', '+3', '.5'],
    ['', 'семь', '1 000 р', '1.2.3', 'NaN', 'Infinity', '0x10', '1e3'],
  ],
  [{ kind: 'wholeNumber' }, ['0', '-3', '12'], ['1.5', '1,5', 'два']],
  [{ kind: 'greaterThan', number: 2 }, ['2,1', '3'], ['2', '1', 'x']],
  [{ kind: 'greaterThanOrEqualTo', number: 2 }, ['2', '3'], ['1,9']],
  [{ kind: 'lessThan', number: 2 }, ['1,9'], ['2']],
  [{ kind: 'lessThanOrEqualTo', number: 2 }, ['2'], ['2,1']],
  [{ kind: 'equalTo', number: 2 }, ['2', '2,0'], ['3']],
  [{ kind: 'notEqualTo', number: 2 }, ['3'], ['2', 'x']],
  [{ kind: 'between', from: 1, to: 3 }, ['1', '3'], ['0,9', '3,1']],
  [{ kind: 'notBetween', from: 1, to: 3 }, ['0', '4'], ['1', '2', '3', 'x']],
  [{ kind: 'contains', pattern: '[0-9]{3}' }, ['а 123 б'], ['12']],
  [{ kind: 'doesNotContain', pattern: 'спам' }, ['письмо'], ['это спам!']],
  [{ kind: 'matches', pattern: 'а|б' }, ['а', 'б'], ['аб', 'ва']],
  [{ kind: 'doesNotMatch', pattern: 'нет' }, ['да', 'нет!'], ['нет']],
  [{ kind: 'minLength', characters: 3 }, ['три', 'четыре'], ['да']],
  [{ kind: 'maxLength', characters: 3 }, ['три'], ['четыре']],
  [
    { kind: 'email' },
    ['ivanova@mail.ru', 'a.b+c@sub.example.org', 'иван@почта.рф'],
    ['@mail.ru', 'a@b', 'a b@c.ru', 'a@b..ru', 'a@b@c.ru'],
  ],
  [
    { kind: 'url' },
    ['https://example.ru', 'http://пример.рф/путь?a=1'],
    ['example.ru', 'javascript:alert(1)', 'https://'],
  ],
])('rule %o takes %j and refuses %j', (rule, taken, refused) => {
  expect(taken.filter((text) => breaksTextRule(rule, text))).toEqual([]);
  expect(refused.filter((text) => !breaksTextRule(rule, text))).toEqual([]);
});

test('an address that would take a slow pattern minutes is refused at once', () => {
  const start = performance.now();
  expect(isEmail(`${'a.'.repeat(50_000)}@`)).toBe(false);
  expect(isEmail(`a@${'b.'.repeat(125)}`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(100);
});

test('a rule that a script builds holds on the page, with the script’s own words', async () => {
  const workspace = await givenWorkspace();
  const [formId, itemId] = await workspace.script(() => {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
    const rule = FormApp.createTextValidation().requireNumberBetween(1, 5).setHelpText('От одного до пяти').build();
    return [form.getId(), form.addTextItem().setValidation(rule).getId()] as const;
  });
  expect(() => submitAnswers(workspace.kernel, formId, { [itemId]: '9' })).toThrow(SubmissionRefused);
  expect(() => submitAnswers(workspace.kernel, formId, { [itemId]: '9' })).toThrow('От одного до пяти');
  await workspace.script((id) => FormApp.openById(id).getItems()[0]!.asTextItem().clearValidation().getId(), formId);
  expect(submitAnswers(workspace.kernel, formId, { [itemId]: '9' })).toMatch(/^2_/);
});

test('a builder without a requirement, and a broken pattern, are refused where they are made', async () => {
  const workspace = await givenWorkspace();
  await expect(workspace.script(() => FormApp.createTextValidation().build())).rejects.toThrow('requirement');
  await expect(workspace.script(() => FormApp.createTextValidation().requireTextMatchesPattern('('))).rejects.toThrow(
    'Invalid regular expression',
  );
});

test('the rules of boxes and grids hold', async () => {
  const workspace = await givenWorkspace();
  const [formId, boxes, grid] = await workspace.script(() => {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
    const exactly = FormApp.createCheckboxValidation() as unknown as GoogleAppsScript.Forms.CheckboxValidationBuilder;
    const onePerColumn = FormApp.createGridValidation().requireLimitOneResponsePerColumn().build();
    return [
      form.getId(),
      form
        .addCheckboxItem()
        .setChoiceValues(['а', 'б', 'в'])
        .setValidation(exactly.requireSelectExactly(2).build())
        .getId(),
      form.addGridItem().setRows(['р1', 'р2']).setColumns(['к1', 'к2']).setValidation(onePerColumn).getId(),
    ] as const;
  });
  const send = (answers: Record<number, never>) => () => submitAnswers(workspace.kernel, formId, answers);
  expect(send({ [boxes]: ['а'] as never })).toThrow('choose-exactly');
  expect(send({ [boxes]: ['а', 'а'] as never })).toThrow('choose-exactly');
  expect(send({ [grid]: ['к1', 'к1'] as never })).toThrow('one-per-column');
  expect(send({ [boxes]: ['а', 'в'] as never, [grid]: ['к1', 'к2'] as never })).not.toThrow();
});
