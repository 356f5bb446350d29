import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUpAfterTests, givenWorkspace, NOON, type PublishedForm } from './form-workspace.ts';

cleanUpAfterTests();

test('a form made by a script is not published unless asked (Google, after 30 June 2026)', async () => {
  const workspace = await givenWorkspace();
  const states = await workspace.script(() => {
    const create = FormApp.create as (title: string, isPublished?: boolean) => GoogleAppsScript.Forms.Form;
    return [create('A'), create('B', false), create('C', true)].map((form) => {
      return [(form as unknown as { isPublished(): boolean }).isPublished(), form.isAcceptingResponses()];
    });
  });
  expect(states).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
});

test('publishing also starts accepting responses, and a form that is not published accepts none', async () => {
  const workspace = await givenWorkspace();
  const states = await workspace.script(() => {
    const form = FormApp.create('Анкета') as GoogleAppsScript.Forms.Form & { setPublished(on: boolean): void };
    const seen: unknown[] = [];
    try {
      form.setAcceptingResponses(true);
    } catch (error) {
      seen.push((error as Error).message);
    }
    form.setPublished(true);
    seen.push(form.isAcceptingResponses());
    form.setAcceptingResponses(false);
    seen.push(form.isAcceptingResponses());
    form.setPublished(false);
    seen.push(form.isAcceptingResponses());
    return seen;
  });
  expect(states).toEqual(['The form must be published before it can accept responses.', true, false, false]);
});

test('a form without a title is refused', async () => {
  const workspace = await givenWorkspace();
  await expect(workspace.script(() => FormApp.create(''))).rejects.toThrow('Invalid argument: title');
});

test('a form is found by its id and by both of its addresses', async () => {
  const workspace = await givenWorkspace();
  const titles = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    return [
      FormApp.openById(form.getId()).getTitle(),
      FormApp.openByUrl(form.getEditUrl()).getTitle(),
      FormApp.openByUrl(form.getPublishedUrl()).getTitle(),
    ];
  });
  expect(titles).toEqual(['Анкета', 'Анкета', 'Анкета']);
});

test('an unknown id is refused with the words that Google uses', async () => {
  const workspace = await givenWorkspace();
  await expect(workspace.script(() => FormApp.openById('1abc'))).rejects.toThrow(
    'No item with the given ID could be found, or you do not have permission to access it.',
  );
});

test('the published address hides the id that gives the right to edit', async () => {
  const workspace = await givenWorkspace();
  const [id, url] = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    return [form.getId(), form.getPublishedUrl()] as const;
  });
  expect(url).toMatch(/^http:\/\/localhost:8080\/forms\/d\/e\/1FAIpQLS[\w-]{48}\/viewform$/);
  expect(url).not.toContain(id);
});

test('settings are read back as they were set, through one chain', async () => {
  const workspace = await givenWorkspace();
  const settings = await workspace.script(() => {
    const form = FormApp.create('Анкета')
      .setTitle('Опрос')
      .setDescription('Зачем')
      .setConfirmationMessage('Спасибо')
      .setCustomClosedFormMessage('Закрыто')
      .setProgressBar(true)
      .setCollectEmail(true)
      .setLimitOneResponsePerUser(true)
      .setShuffleQuestions(true)
      .setAllowResponseEdits(true)
      .setShowLinkToRespondAgain(false)
      .setRequireLogin(true);
    return [
      form.getTitle(),
      form.getDescription(),
      form.getConfirmationMessage(),
      form.getCustomClosedFormMessage(),
      form.hasProgressBar(),
      form.collectsEmail(),
      form.hasLimitOneResponsePerUser(),
      form.getShuffleQuestions(),
      form.canEditResponse(),
      form.hasRespondAgainLink(),
      form.requiresLogin(),
    ];
  });
  expect(settings).toEqual(['Опрос', 'Зачем', 'Спасибо', 'Закрыто', true, true, true, true, true, false, true]);
});

test('enum values are one and the same wherever a script meets them', async () => {
  const workspace = await givenWorkspace();
  const seen = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    form.addTextItem();
    const type = form.getItems()[0]?.getType();
    return [type === FormApp.ItemType.TEXT, String(type), String(FormApp.PageNavigationType.SUBMIT)];
  });
  expect(seen).toEqual([true, 'TEXT', 'SUBMIT']);
});

test('items are listed in order, by type, by id, moved and deleted', async () => {
  const workspace = await givenWorkspace();
  const seen = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    const first = form.addTextItem().setTitle('Один');
    const second = form.addMultipleChoiceItem().setTitle('Два');
    form.addTextItem().setTitle('Три');
    const titles = () =>
      form
        .getItems()
        .map((item) => item.getTitle())
        .join(' ');
    const steps = [titles()];
    steps.push(
      form
        .getItems(FormApp.ItemType.TEXT)
        .map((item) => item.getTitle())
        .join(' '),
    );
    form.moveItem(2, 0);
    steps.push(titles());
    form.moveItem(form.getItemById(first.getId()), 2);
    steps.push(titles());
    form.deleteItem(form.getItemById(second.getId()));
    steps.push(titles());
    form.deleteItem(0);
    steps.push(titles());
    return [...steps, form.getItemById(second.getId()), first.getIndex()];
  });
  expect(seen).toEqual(['Один Два Три', 'Один Три', 'Три Один Два', 'Три Два Один', 'Три Один', 'Один', null, 0]);
});

test('an item becomes only the kind that it is', async () => {
  const workspace = await givenWorkspace();
  await expect(
    workspace.script(() => {
      const form = FormApp.create('Анкета');
      form.addTextItem();
      return form.getItems()[0]?.asListItem();
    }),
  ).rejects.toThrow('Invalid conversion for item type: TEXT.');
});

test('a copy of an item stands at the end with an id of its own', async () => {
  const workspace = await givenWorkspace();
  const seen = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    const original = form.addListItem().setTitle('Кто').setChoiceValues(['я', 'он']);
    form.addTextItem();
    const copy = original.duplicate();
    return [copy.getIndex(), copy.getTitle(), copy.getChoices().length, copy.getId() === original.getId()];
  });
  expect(seen).toEqual([2, 'Кто', 2, false]);
});

test.each([
  ['lower -1', -1, 5],
  ['lower 2', 2, 5],
  ['upper 2', 1, 2],
  ['upper 11', 1, 11],
])('scale bounds outside 0–1 and 3–10 are refused: %s (Google, ScaleItem.setBounds)', async (_, lower, upper) => {
  const workspace = await givenWorkspace();
  const attempt = workspace.script(
    (low, high) => FormApp.create('Шкала').addScaleItem().setBounds(low, high).getUpperBound(),
    lower,
    upper,
  );
  await expect(attempt).rejects.toThrow(/Invalid argument: (lower|upper)/);
});

test('choices lead to pages and say where', async () => {
  const workspace = await givenWorkspace();
  const seen = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    const item = form.addMultipleChoiceItem();
    const page = form.addPageBreakItem().setTitle('Подробнее');
    item.setChoices([
      item.createChoice('да', page),
      item.createChoice('нет', FormApp.PageNavigationType.SUBMIT),
      item.createChoice('не знаю', FormApp.PageNavigationType.CONTINUE),
    ]);
    return item
      .getChoices()
      .map((choice) => [
        choice.getValue(),
        String(choice.getPageNavigationType()),
        choice.getGotoPage() === null ? null : choice.getGotoPage().getTitle(),
      ]);
  });
  expect(seen).toEqual([
    ['да', 'GO_TO_PAGE', 'Подробнее'],
    ['нет', 'SUBMIT', null],
    ['не знаю', 'CONTINUE', null],
  ]);
});

test('navigating choices are not mixed with others in one question (Google, createChoice)', async () => {
  const workspace = await givenWorkspace();
  await expect(
    workspace.script(() => {
      const item = FormApp.create('Анкета').addListItem();
      item.setChoices([item.createChoice('да', FormApp.PageNavigationType.SUBMIT), item.createChoice('нет')]);
    }),
  ).rejects.toThrow('cannot be combined');
});

test('a page break says where the page before it leads', async () => {
  const workspace = await givenWorkspace();
  const seen = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    const second = form.addPageBreakItem();
    const third = form.addPageBreakItem().setTitle('Третья');
    const before = String(second.getPageNavigationType());
    second.setGoToPage(third);
    third.setGoToPage(FormApp.PageNavigationType.RESTART);
    return [
      before,
      String(second.getPageNavigationType()),
      second.getGoToPage().getTitle(),
      String(third.getPageNavigationType()),
      third.getGoToPage(),
    ];
  });
  expect(seen).toEqual(['CONTINUE', 'GO_TO_PAGE', 'Третья', 'RESTART', null]);
});

test('pictures and videos are refused by name', async () => {
  const workspace = await givenWorkspace();
  await expect(workspace.script(() => FormApp.create('Анкета').addImageItem())).rejects.toThrow(
    'not available on the local workspace: Form.addImageItem',
  );
});

test('a form outlives a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-restart-'));
  const first = await givenWorkspace([], folder);
  const id = await first.script(() => {
    const form = FormApp.create('Анкета');
    form.addTextItem().setTitle('Имя').setRequired(true);
    return form.getId();
  });
  first.close();
  const second = await givenWorkspace([], folder);
  const readBack = await second.script((formId) => {
    const item = FormApp.openById(formId).getItems()[0]?.asTextItem();
    return [item?.getTitle(), item?.isRequired()];
  }, id);
  expect(readBack).toEqual(['Имя', true]);
  second.close();
});

test('the file in Drive has the form’s name and its own kind', async () => {
  const workspace = await givenWorkspace();
  const id = await workspace.script(() => FormApp.create('Анкета получателя').getId());
  expect(workspace.kernel.files.get(id)).toMatchObject({
    name: 'Анкета получателя',
    mimeType: 'application/vnd.google-apps.form',
    createdMs: expect.any(Number),
  });
  expect(workspace.kernel.files.get(id)?.createdMs).toBeGreaterThanOrEqual(NOON);
});

test('a copy of a form’s file is a form of its own: same questions and ways, no answers, not published', async () => {
  const workspace = await givenWorkspace();
  const seen = await workspace.script(() => {
    const form = (FormApp.create('Образец') as PublishedForm).setPublished(true).setProgressBar(true);
    const item = form.addMultipleChoiceItem().setTitle('Да?');
    const page = form.addPageBreakItem().setTitle('Дальше');
    item.setChoices([item.createChoice('да', page)]);
    form.createResponse().submit();
    const copy = FormApp.openById(DriveApp.getFileById(form.getId()).makeCopy('Копия').getId());
    copy.getItems()[1]!.setTitle('Дальше в копии');
    return [
      copy.getTitle(),
      copy.hasProgressBar(),
      copy.isAcceptingResponses(),
      copy.getResponses().length,
      copy.getItems()[0]!.asMultipleChoiceItem().getChoices()[0]!.getGotoPage().getTitle(),
      page.getTitle(),
      copy.getPublishedUrl() === form.getPublishedUrl(),
    ];
  });
  expect(seen).toEqual(['Образец', true, false, 0, 'Дальше в копии', 'Дальше', false]);
});
