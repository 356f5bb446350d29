import type { AnswerValue } from '../../../workspace/services/forms/form-record.ts';
import { readItems } from '../../../workspace/services/forms/form-store.ts';
import { SubmissionRefused, submitAnswers } from '../../../workspace/services/forms/submission.ts';
import { cleanUpAfterTests, givenWorkspace, itemIds, type PublishedForm } from './form-workspace.ts';

cleanUpAfterTests();

/** One question of each kind, as a script makes them. */
function makeEveryKind(): string {
  const form = (FormApp.create('Все вопросы') as PublishedForm).setPublished(true);
  form.addTextItem().setTitle('строка');
  form.addParagraphTextItem().setTitle('текст');
  form.addMultipleChoiceItem().setTitle('один').setChoiceValues(['да', 'нет']).showOtherOption(true);
  form.addCheckboxItem().setTitle('несколько').setChoiceValues(['а', 'б', 'в']).showOtherOption(true);
  form.addListItem().setTitle('список').setChoiceValues(['x', 'y']);
  form.addScaleItem().setTitle('шкала').setBounds(0, 10);
  form.addGridItem().setTitle('сетка').setRows(['р1', 'р2']).setColumns(['к1', 'к2']);
  form.addCheckboxGridItem().setTitle('сетка галочек').setRows(['р1', 'р2']).setColumns(['к1', 'к2']);
  form.addDateItem().setTitle('дата');
  form.addDateItem().setTitle('день').setIncludesYear(false);
  form.addDateTimeItem().setTitle('дата и время');
  form.addTimeItem().setTitle('время');
  form.addDurationItem().setTitle('длительность');
  return form.getId();
}

test('a response that a script puts together is read back question by question, in the form’s order', async () => {
  const workspace = await givenWorkspace([makeEveryKind]);
  const formId = (await workspace.run('makeEveryKind')).value as string;
  const answers = await workspace.script((id) => {
    const form = FormApp.openById(id);
    const by = Object.fromEntries(form.getItems().map((item) => [item.getTitle(), item]));
    const response = form
      .createResponse()
      .withItemResponse(by.длительность!.asDurationItem().createResponse(1, 2, 3))
      .withItemResponse(by.время!.asTimeItem().createResponse(9, 5))
      .withItemResponse(by['дата и время']!.asDateTimeItem().createResponse(new Date(2026, 0, 30, 9, 5) as never))
      .withItemResponse(by.день!.asDateItem().createResponse(new Date(2026, 4, 9) as never))
      .withItemResponse(by.дата!.asDateItem().createResponse(new Date(2026, 0, 30) as never))
      .withItemResponse(by['сетка галочек']!.asCheckboxGridItem().createResponse([['к1', 'к2'], null as never]))
      .withItemResponse(by.сетка!.asGridItem().createResponse(['к2', null as never]))
      .withItemResponse(by.шкала!.asScaleItem().createResponse(0))
      .withItemResponse(by.список!.asListItem().createResponse('y'))
      .withItemResponse(by.несколько!.asCheckboxItem().createResponse(['а', 'своё']))
      .withItemResponse(by.один!.asMultipleChoiceItem().createResponse('может быть'))
      .withItemResponse(by.текст!.asParagraphTextItem().createResponse('раз\nдва'))
      .withItemResponse(by.строка!.asTextItem().createResponse('слово'))
      .submit();
    return form
      .getResponse(response.getId())
      .getItemResponses()
      .map((each) => [each.getItem().getTitle(), each.getResponse()]);
  }, formId);
  expect(answers).toEqual([
    ['строка', 'слово'],
    ['текст', 'раз\nдва'],
    ['один', 'может быть'],
    ['несколько', ['а', 'своё']],
    ['список', 'y'],
    ['шкала', '0'],
    ['сетка', ['к2', null]],
    ['сетка галочек', [['к1', 'к2'], null]],
    ['дата', '2026-01-30'],
    ['день', '05-09'],
    ['дата и время', '2026-01-30 09:05'],
    ['время', '09:05'],
    ['длительность', '01:02:03'],
  ]);
});

test('of what was left out only texts, dates and times are there, empty (Google, getItemResponses)', async () => {
  const workspace = await givenWorkspace([makeEveryKind]);
  const formId = (await workspace.run('makeEveryKind')).value as string;
  const answers = await workspace.script((id) => {
    const form = FormApp.openById(id);
    form.createResponse().submit();
    return form
      .getResponses()[0]!
      .getItemResponses()
      .map((each) => [each.getItem().getTitle(), each.getResponse()]);
  }, formId);
  expect(answers).toEqual([
    ['строка', ''],
    ['текст', ''],
    ['дата', ''],
    ['день', ''],
    ['время', ''],
  ]);
});

test.each([
  ['multiple choice', () => FormApp.create('Ф').addMultipleChoiceItem().setChoiceValues(['да']).createResponse('нет')],
  ['list', () => FormApp.create('Ф').addListItem().setChoiceValues(['да']).createResponse('нет')],
  ['checkbox', () => FormApp.create('Ф').addCheckboxItem().setChoiceValues(['да']).createResponse(['нет'])],
  ['scale', () => FormApp.create('Ф').addScaleItem().createResponse(6)],
  ['grid', () => FormApp.create('Ф').addGridItem().setRows(['р']).setColumns(['к']).createResponse(['другой'])],
])('an answer that a %s question does not offer is refused where it is made', async (kind, attempt) => {
  const workspace = await givenWorkspace();
  await expect(workspace.script(attempt as () => unknown)).rejects.toThrow(
    `Invalid response submitted to ${kind} question.`,
  );
});

test('a response is sent once', async () => {
  const workspace = await givenWorkspace([makeEveryKind]);
  const formId = (await workspace.run('makeEveryKind')).value as string;
  const twice = workspace.script((id) => FormApp.openById(id).createResponse().submit().submit(), formId);
  await expect(twice).rejects.toThrow('This response has already been submitted.');
});

test('a prefilled address carries each answer in its question’s field', async () => {
  const workspace = await givenWorkspace([makeEveryKind]);
  const formId = (await workspace.run('makeEveryKind')).value as string;
  const url = await workspace.script((id) => {
    const form = FormApp.openById(id);
    const by = Object.fromEntries(form.getItems().map((item) => [item.getTitle(), item]));
    return form
      .createResponse()
      .withItemResponse(by.список!.asListItem().createResponse('y'))
      .withItemResponse(by.один!.asMultipleChoiceItem().createResponse('своё & «иное»'))
      .withItemResponse(by['сетка галочек']!.asCheckboxGridItem().createResponse([['к1', 'к2'], []]))
      .toPrefilledUrl();
  }, formId);
  const entries = Object.fromEntries(
    readItems(workspace.kernel, formId).map((item) => [item.title, 'entryIds' in item ? item.entryIds : []]),
  );
  expect([...new URL(url).searchParams]).toEqual([
    ['usp', 'pp_url'],
    [`entry.${entries.один![0]}`, '__other_option__'],
    [`entry.${entries.один![0]}.other_option_response`, 'своё & «иное»'],
    [`entry.${entries.список![0]}`, 'y'],
    [`entry.${entries['сетка галочек']![0]}`, 'к1'],
    [`entry.${entries['сетка галочек']![0]}`, 'к2'],
  ]);
});

test('responses since a moment are those after it, and what was deleted is gone', async () => {
  const workspace = await givenWorkspace([makeEveryKind]);
  const formId = (await workspace.run('makeEveryKind')).value as string;
  const ids: string[] = [];
  for (let minute = 1; minute <= 3; minute += 1) {
    workspace.kernel.clock.set(Date.UTC(2026, 0, 30, 10, minute));
    ids.push(submitAnswers(workspace.kernel, formId, {}));
  }
  const seen = await workspace.script(
    (id, responseIds) => {
      const form = FormApp.openById(id);
      const since = new Date(Date.UTC(2026, 0, 30, 10, 2)) as never;
      const found = [form.getResponses(since).map((response) => response.getId())];
      form.deleteResponse(responseIds[1] as string);
      found.push(form.getResponses().map((response) => response.getId()));
      form.deleteAllResponses();
      found.push(form.getResponses().map((response) => response.getId()));
      return found;
    },
    formId,
    ids,
  );
  expect(seen).toEqual([[ids[2]], [ids[0], ids[2]], []]);
});

describe('an answer sent as the page sends it', () => {
  async function givenAsked() {
    const workspace = await givenWorkspace([makeEveryKind]);
    const formId = (await workspace.run('makeEveryKind')).value as string;
    await workspace.script((id) => {
      for (const item of FormApp.openById(id).getItems(FormApp.ItemType.LIST)) item.asListItem().setRequired(true);
    }, formId);
    return { workspace, formId, ids: itemIds(workspace, formId) };
  }

  test('is refused while a required question has no answer, and nothing is stored', async () => {
    const { workspace, formId, ids } = await givenAsked();
    let refusal: unknown;
    try {
      submitAnswers(workspace.kernel, formId, {});
    } catch (error) {
      refusal = (error as SubmissionRefused).refusal;
    }
    expect(refusal).toEqual({
      code: 'invalid',
      problems: [{ where: ids.список, page: 0, problem: { code: 'required' } }],
    });
    const count = await workspace.script((id) => FormApp.openById(id).getResponses().length, formId);
    expect(count).toBe(0);
  });

  test.each<[string, string, AnswerValue, string]>([
    ['a foreign choice', 'список', 'z', 'not-a-choice'],
    ['a second own answer of checkboxes', 'несколько', ['а', 'своё', 'ещё'], 'not-a-choice'],
    ['a number above the scale', 'шкала', '11', 'not-in-scale'],
    ['a fraction on the scale', 'шкала', '1.5', 'not-in-scale'],
    ['30 February', 'дата', '2026-02-30', 'not-a-date'],
    ['29 February of a year that has none', 'дата', '2026-02-29', 'not-a-date'],
    ['a month without its zero', 'дата', '2026-1-30', 'not-a-date'],
    ['30 February without a year', 'день', '02-30', 'not-a-date'],
    ['24 hours', 'время', '24:00', 'not-a-time'],
    ['60 minutes', 'длительность', '01:60:00', 'not-a-duration'],
    ['a date without its time', 'дата и время', '2026-01-30', 'not-a-date-time'],
    ['a grid with a row too many', 'сетка', ['к1', 'к2', 'к1'], 'wrong-shape'],
    ['a list where a text is wanted', 'строка', ['а'], 'wrong-shape'],
    ['a text longer than a cell', 'текст', 'я'.repeat(50_001), 'too-long'],
  ])('is refused for %s', async (_, title, answer, code) => {
    const { workspace, formId, ids } = await givenAsked();
    const answers = { [ids.список as number]: 'x' as AnswerValue, [ids[title] as number]: answer };
    expect(() => submitAnswers(workspace.kernel, formId, answers)).toThrow(SubmissionRefused);
    try {
      submitAnswers(workspace.kernel, formId, answers);
    } catch (error) {
      const { refusal } = error as SubmissionRefused;
      expect(refusal).toMatchObject({ code: 'invalid', problems: [{ where: ids[title], problem: { code } }] });
    }
  });

  test('29 February is a day of some year, so it is taken where no year is asked', async () => {
    const { workspace, formId, ids } = await givenAsked();
    const answers = { [ids.список as number]: 'x', [ids.день as number]: '02-29' };
    expect(submitAnswers(workspace.kernel, formId, answers)).toMatch(/^2_ABaOn/);
  });

  test('with the same token makes one response, and the first one counts', async () => {
    const { workspace, formId, ids } = await givenAsked();
    const send = (choice: string) =>
      submitAnswers(workspace.kernel, formId, { [ids.список as number]: choice }, { token: 'двойной щелчок' });
    expect(send('y')).toBe(send('x'));
    const stored = await workspace.script((id) => {
      const form = FormApp.openById(id);
      const list = form.getItems(FormApp.ItemType.LIST)[0]!;
      return form.getResponses().map((response) => response.getResponseForItem(list).getResponse());
    }, formId);
    expect(stored).toEqual(['y']);
  });

  test('keeps its token through a restart and through deletion, so a late repetition makes no second response', async () => {
    const { workspace, formId, ids } = await givenAsked();
    const send = () => submitAnswers(workspace.kernel, formId, { [ids.список as number]: 'x' }, { token: 'поздно' });
    const first = send();
    await workspace.script((id) => FormApp.openById(id).deleteAllResponses().getId(), formId);
    expect(send()).toBe(first);
    const count = await workspace.script((id) => FormApp.openById(id).getResponses().length, formId);
    expect(count).toBe(0);
  });

  test('is refused while the form is unpublished or closed', async () => {
    const { workspace, formId } = await givenAsked();
    for (const [close, reason] of [
      [(id: string) => FormApp.openById(id).setAcceptingResponses(false).getId(), 'closed'],
      [(id: string) => (FormApp.openById(id) as PublishedForm).setPublished(false).getId(), 'unpublished'],
    ] as const) {
      await workspace.script(close, formId);
      try {
        submitAnswers(workspace.kernel, formId, {});
        throw new Error('was taken');
      } catch (error) {
        expect((error as SubmissionRefused).refusal).toEqual({ code: 'form-closed', reason });
      }
    }
  });

  test('600 of them take well under two seconds', async () => {
    const { workspace, formId, ids } = await givenAsked();
    const start = process.cpuUsage();
    for (let number = 0; number < 600; number += 1) {
      submitAnswers(workspace.kernel, formId, { [ids.список as number]: 'x', [ids.шкала as number]: '7' });
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

test('only an answer from the page fires the form’s trigger; a script’s own submit fires none (platform: restrictions)', async () => {
  function onAnswer(event: { response: GoogleAppsScript.Forms.FormResponse; source: GoogleAppsScript.Forms.Form }) {
    const answer = event.response.getItemResponses()[0]!.getResponse();
    PropertiesService.getScriptProperties().setProperty(
      event.response.getId(),
      `${event.source.getTitle()}: ${answer}`,
    );
  }
  function makeWithTrigger() {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
    form.addTextItem().setTitle('Имя');
    ScriptApp.newTrigger('onAnswer').forForm(form).onFormSubmit().create();
    return form.getId();
  }
  const workspace = await givenWorkspace([onAnswer, makeWithTrigger]);
  const formId = (await workspace.run('makeWithTrigger')).value as string;
  await workspace.script((id) => {
    const form = FormApp.openById(id);
    const name = form.getItems()[0]!.asTextItem();
    form.createResponse().withItemResponse(name.createResponse('скрипт')).submit();
  }, formId);
  const responseId = submitAnswers(workspace.kernel, formId, { [itemIds(workspace, formId).Имя as number]: 'человек' });
  await workspace.settle();
  const seen = await workspace.script(() => PropertiesService.getScriptProperties().getProperties());
  expect(seen).toEqual({ [responseId]: 'Анкета: человек' });
});

test('answers to a grid stay with their rows when rows are moved, added and deleted afterwards', async () => {
  const workspace = await givenWorkspace();
  const answers = await workspace.script(() => {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
    const grid = form.addGridItem().setRows(['тут', 'там', 'нигде']).setColumns(['да', 'нет']);
    form
      .createResponse()
      .withItemResponse(grid.createResponse(['да', 'нет', null as never]))
      .submit();
    grid.setRows(['новая', 'там', 'тут']);
    return form.getResponses()[0]!.getItemResponses()[0]!.getResponse();
  });
  expect(answers).toEqual([null, 'нет', 'да']);
});
