import type { Hono } from 'hono';
import { formPages } from '../../../workspace/server/form-pages.ts';
import { findForm, readItems } from '../../../workspace/services/forms/form-store.ts';
import { responsesOf } from '../../../workspace/services/forms/response-log.ts';
import {
  cleanUpAfterTests,
  type FormWorkspace,
  givenWorkspace,
  type PublishedForm,
  pagePath,
} from './form-workspace.ts';

cleanUpAfterTests();

/** Visited in the last year? yes → what for; no → why not. Then the same last page. */
function makeBranched(): string {
  const form = (FormApp.create('Анкета <b>гостя</b>') as PublishedForm).setPublished(true);
  form.setDescription('Зачем мы спрашиваем: https://example.ru/opros.').setConfirmationMessage('Учли, спасибо.');
  const visited = form.addMultipleChoiceItem().setTitle('Были у нас?').setRequired(true);
  const yes = form.addPageBreakItem().setTitle('О посещении');
  form.addTextItem().setTitle('Зачем приходили?').setRequired(true);
  const no = form.addPageBreakItem().setTitle('Почему не были');
  form.addParagraphTextItem().setTitle('Почему?');
  const last = form.addPageBreakItem().setTitle('В конце');
  no.setGoToPage(last);
  form.addScaleItem().setTitle('Оценка').setLabels('плохо', 'отлично');
  visited.setChoices([visited.createChoice('Да', yes), visited.createChoice('Нет', no)]);
  return form.getId();
}

interface Visitor {
  html: string;
  status: number;
  /** Fields as a browser would send them: the hidden ones and what is filled in already. */
  fields: URLSearchParams;
  send(answers: Record<string, string | string[]>, action?: string): Promise<Visitor>;
}

async function givenForm(make: () => string) {
  const workspace = await givenWorkspace([make]);
  const formId = (await workspace.run(make.name)).value as string;
  return { workspace, formId, app: formPages(workspace) };
}

async function visit(app: Hono, path: string): Promise<Visitor> {
  return visitor(app, path.replace(/viewform.*/, 'formResponse'), await app.request(path));
}

async function visitor(app: Hono, action: string, response: Response): Promise<Visitor> {
  const html = await response.text();
  const fields = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    fields.append(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  return {
    html,
    status: response.status,
    fields,
    async send(answers, button = 'next') {
      const body = new URLSearchParams(fields);
      for (const [name, value] of Object.entries(answers)) for (const each of [value].flat()) body.append(name, each);
      body.set('action', button);
      return visitor(app, action, await app.request(action, { method: 'POST', body }));
    },
  };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Field names by the questions' titles. */
function names(workspace: FormWorkspace, formId: string): Record<string, string> {
  return Object.fromEntries(
    readItems(workspace.kernel, formId).map((item) => [
      item.title,
      'entryIds' in item ? `entry.${item.entryIds[0]}` : '',
    ]),
  );
}

function stored(workspace: FormWorkspace, formId: string): Record<string, unknown>[] {
  const titles = new Map(readItems(workspace.kernel, formId).map(({ id, title }) => [String(id), title]));
  return responsesOf(workspace.kernel, formId).map(({ answers }) =>
    Object.fromEntries(Object.entries(answers).map(([id, answer]) => [titles.get(id), answer])),
  );
}

test('the way through the branches is the respondent’s own, and only what was on it is stored', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const field = names(workspace, formId);
  const start = await visit(app, pagePath(workspace, formId));
  const about = await start.send({ [field['Были у нас?'] as string]: 'Да' });
  expect(about.html).toContain('О посещении');
  const back = await about.send({ [field['Зачем приходили?'] as string]: 'за справкой' }, 'back');
  expect(back.html).toMatch(/value="Да"[^>]* checked/);
  const why = await back.send({ [field['Были у нас?'] as string]: 'Нет' });
  expect(why.html).toContain('Почему не были');
  const last = await why.send({ [field['Почему?'] as string]: 'далеко' });
  expect(last.html).toContain('В конце');
  const thanks = await last.send({ [field.Оценка as string]: '4' });
  expect(thanks.html).toContain('Учли, спасибо.');
  expect(stored(workspace, formId)).toEqual([{ 'Были у нас?': 'Нет', 'Почему?': 'далеко', Оценка: '4' }]);
});

test('what the form’s author wrote is text on the page, never markup; an address in it is a link', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const { html } = await visit(app, pagePath(workspace, formId));
  expect(html).toContain('<h1>Анкета &lt;b&gt;гостя&lt;/b&gt;</h1>');
  expect(html).toContain('<a href="https://example.ru/opros" rel="noopener noreferrer">https://example.ru/opros</a>.');
});

test('what a respondent wrote comes back as text', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const field = names(workspace, formId);
  const start = await visit(app, pagePath(workspace, formId));
  const about = await start.send({ [field['Были у нас?'] as string]: '"><script>alert(1)</script>' });
  expect(about.status).toBe(422);
  expect(about.html).not.toContain('<script>');
  expect(about.html).toContain('&lt;script&gt;');
});

test('a required question left empty is named at the top, linked to its field and tied to it for a screen reader', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const id = readItems(workspace.kernel, formId)[0]!.id;
  const again = await (await visit(app, pagePath(workspace, formId))).send({});
  expect(again.status).toBe(422);
  expect(again.html).toMatch(/<title>Исправьте 1 ответ, чтобы продолжить/);
  expect(again.html).toMatch(/<div class="errors" role="alert" tabindex="-1" autofocus>/);
  expect(again.html).toContain(`<a href="#f${id}">Были у нас? — Нужен ответ на этот вопрос.</a>`);
  expect(again.html).toContain(`role="radiogroup" aria-required="true" aria-invalid="true" aria-describedby="e${id}"`);
  expect(stored(workspace, formId)).toEqual([]);
});

test('a double click sends one answer and both clicks see the same thanks', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const field = names(workspace, formId);
  const why = await (await visit(app, pagePath(workspace, formId))).send({ [field['Были у нас?'] as string]: 'Нет' });
  const last = await why.send({});
  const clicks = await Promise.all([last.send({}), last.send({})]);
  expect(clicks[0]?.html).toBe(clicks[1]?.html);
  expect(stored(workspace, formId)).toEqual([{ 'Были у нас?': 'Нет' }]);
});

test('who goes back after sending and changes an answer is told that it does not count', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const field = names(workspace, formId);
  const why = await (await visit(app, pagePath(workspace, formId))).send({ [field['Были у нас?'] as string]: 'Нет' });
  const last = await why.send({});
  await last.send({ [field.Оценка as string]: '5' });
  const changed = await last.send({ [field.Оценка as string]: '1' });
  expect(changed.html).toContain('уже был записан раньше');
  expect(stored(workspace, formId)).toEqual([{ 'Были у нас?': 'Нет', Оценка: '5' }]);
});

test('hidden answers that were tampered with are checked again at the end, on their own page', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const field = names(workspace, formId);
  const about = await (await visit(app, pagePath(workspace, formId))).send({ [field['Были у нас?'] as string]: 'Да' });
  about.fields.set('page', '3');
  const caught = await about.send({ [field.Оценка as string]: '5' });
  expect(caught.html).toContain('Зачем приходили?');
  expect(caught.status).toBe(422);
  expect(stored(workspace, formId)).toEqual([]);
});

test('a prefilled link fills its fields in, the own answer included', async () => {
  function makePrefilled() {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
    const place = form.addListItem().setTitle('Учреждение').setChoiceValues(['Дом 1', 'Дом 2']);
    const who = form.addMultipleChoiceItem().setTitle('Кто вы').setChoiceValues(['сам']).showOtherOption(true);
    const url = form
      .createResponse()
      .withItemResponse(place.createResponse('Дом 2'))
      .withItemResponse(who.createResponse('внучка'))
      .toPrefilledUrl();
    return JSON.stringify([form.getId(), url]);
  }
  const workspace = await givenWorkspace([makePrefilled]);
  const [formId, url] = JSON.parse((await workspace.run('makePrefilled')).value as string) as [string, string];
  const app = formPages(workspace);
  const page = await visit(app, url.slice('http://localhost:8080'.length));
  expect(page.html).toContain('<option selected>Дом 2</option>');
  expect(page.html).toMatch(/value="__other_option__" checked/);
  expect(page.html).toContain('value="внучка"');
  expect(formId).toBeTruthy();
});

describe('a form that takes no answers says so', () => {
  const closings: [string, (id: string) => unknown, RegExp][] = [
    [
      'when it is not published',
      (id) => (FormApp.openById(id) as PublishedForm).setPublished(false).getId(),
      /не опубликована/,
    ],
    ['when it is closed', (id) => FormApp.openById(id).setAcceptingResponses(false).getId(), /закончен/],
    [
      'in its author’s words where there are any',
      (id) => FormApp.openById(id).setAcceptingResponses(false).setCustomClosedFormMessage('Итоги в марте.').getId(),
      /Итоги в марте\./,
    ],
    ['when it needs an account', (id) => FormApp.openById(id).setLimitOneResponsePerUser(true).getId(), /учётн/],
  ];
  test.each(closings)('%s', async (_, close, words) => {
    const { workspace, formId, app } = await givenForm(makeBranched);
    const open = await visit(app, pagePath(workspace, formId));
    await workspace.script(close as (id: string) => unknown, formId);
    const page = await visit(app, pagePath(workspace, formId));
    expect(page.html).toMatch(words);
    expect(page.html).not.toContain('<form');
    // Who had the page open already is not taken either.
    const late = await open.send({ [names(workspace, formId)['Были у нас?'] as string]: 'Нет' });
    expect(late.html).toMatch(words);
    expect(stored(workspace, formId)).toEqual([]);
  });
});

test('an unknown form is not found', async () => {
  const { app } = await givenForm(makeBranched);
  const page = await visit(app, '/forms/d/e/1FAIpQLSnone/viewform');
  expect(page.status).toBe(404);
  expect(page.html).toContain('Такой формы нет');
});

test('a short link leads to the form with its prefilled answers', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const short = await workspace.script((id) => {
    const form = FormApp.openById(id);
    return form.shortenFormUrl(`${form.getPublishedUrl()}?usp=pp_url&entry.1=%D0%B0`);
  }, formId);
  const answer = await app.request(new URL(short).pathname);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`${pagePath(workspace, formId)}?usp=pp_url&entry.1=%D0%B0`);
});

test('an address is asked where the form collects addresses, and a wrong one is not taken', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  await workspace.script((id) => FormApp.openById(id).setCollectEmail(true).getId(), formId);
  const field = names(workspace, formId);
  const no = { [field['Были у нас?'] as string]: 'Нет' };
  const start = await visit(app, pagePath(workspace, formId));
  for (const wrong of ['', 'иванова', 'a@b', 'a b@mail.ru']) {
    const refused = await start.send({ ...no, emailAddress: wrong });
    expect([wrong, refused.status]).toEqual([wrong, 422]);
  }
  const why = await start.send({ ...no, emailAddress: ' ivanova@mail.ru ' });
  await (await why.send({})).send({});
  expect(responsesOf(workspace.kernel, formId).map(({ email }) => email)).toEqual(['ivanova@mail.ru']);
});

test('a response is changed by its own link where the form allows it: same id, one response', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  await workspace.script((id) => FormApp.openById(id).setAllowResponseEdits(true).getId(), formId);
  const field = names(workspace, formId);
  const why = await (await visit(app, pagePath(workspace, formId))).send({ [field['Были у нас?'] as string]: 'Нет' });
  const thanks = await (await why.send({})).send({ [field.Оценка as string]: '2' });
  const before = responsesOf(workspace.kernel, formId)[0]!;
  const link = attribute(/<a class="button[^>]*>Изменить ответ/.exec(thanks.html)?.[0] ?? '', 'href');
  const again = await visit(app, link);
  const last = await (await again.send({ [field['Были у нас?'] as string]: 'Нет' })).send({});
  expect(last.html).toMatch(/value="2"[^>]* checked/);
  await last.send({ [field.Оценка as string]: '5' });
  expect(responsesOf(workspace.kernel, formId).map(({ id }) => id)).toEqual([before.id]);
  expect(stored(workspace, formId)).toEqual([{ 'Были у нас?': 'Нет', Оценка: '5' }]);
});

test('questions in random order keep it for one respondent, and headings stay where they are', async () => {
  function makeShuffled() {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true).setShuffleQuestions(true);
    for (let number = 0; number < 12; number += 1) form.addTextItem().setTitle(`вопрос ${number}`);
    form.addSectionHeaderItem().setTitle('заголовок');
    form.addTextItem().setTitle('вопрос 12').setRequired(true);
    return form.getId();
  }
  const { workspace, formId, app } = await givenForm(makeShuffled);
  const order = (html: string) => [...html.matchAll(/вопрос \d+|заголовок/g)].map(([title]) => title).slice(-14);
  const start = await visit(app, pagePath(workspace, formId));
  const again = await start.send({});
  expect(order(again.html)).toEqual(order(start.html));
  expect(order(start.html)[12]).toBe('заголовок');
  const others = await Promise.all([1, 2, 3].map(() => visit(app, pagePath(workspace, formId))));
  expect(others.some(({ html }) => order(html).join() !== order(start.html).join())).toBe(true);
});

test('the page needs no script, sends no cookie, is a few kilobytes and lets nothing else in', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const response = await app.request(pagePath(workspace, formId));
  const html = await response.text();
  expect(html).not.toMatch(/<script|<link| on\w+=/);
  expect(html.length).toBeLessThan(6_000);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
});

test('an answer that leads back to the start keeps what was answered, and another answer leads on', async () => {
  function makeCircle() {
    const form = (FormApp.create('Круг') as PublishedForm).setPublished(true);
    const item = form.addMultipleChoiceItem().setTitle('Снова?').setRequired(true);
    item.setChoices([
      item.createChoice('да', FormApp.PageNavigationType.RESTART),
      item.createChoice('нет', FormApp.PageNavigationType.CONTINUE),
    ]);
    form.addPageBreakItem().setTitle('Конец');
    return form.getId();
  }
  const { workspace, formId, app } = await givenForm(makeCircle);
  const field = names(workspace, formId)['Снова?'] as string;
  const start = await visit(app, pagePath(workspace, formId));
  const again = await start.send({ [field]: 'да' });
  expect(again.html).toMatch(/value="да"[^>]* checked/);
  const end = await again.send({ [field]: 'нет' });
  expect(end.html).toContain('Конец');
  await end.send({});
  expect(stored(workspace, formId)).toEqual([{ 'Снова?': 'нет' }]);
});

test('a choice of radio buttons can be taken back without a script', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const field = names(workspace, formId);
  const items = readItems(workspace.kernel, formId);
  const scale = items.find(({ title }) => title === 'Оценка')!;
  const why = await (await visit(app, pagePath(workspace, formId))).send({ [field['Были у нас?'] as string]: 'Нет' });
  const last = await why.send({});
  const cleared = await last.send({ [field.Оценка as string]: '3' }, `clear.${scale.id}`);
  expect(cleared.html).not.toContain(' checked');
  expect(cleared.html).toMatch(/id="f\d+" autofocus/);
});

test('the respondent does not wait for the triggers, and a failing one does not spoil the thanks', async () => {
  const { workspace, formId } = await givenForm(makeBranched);
  const errors = jest.spyOn(console, 'error').mockImplementation(() => {});
  const app = formPages(workspace, { runTriggers: () => Promise.reject(new Error('сломан')) });
  const field = names(workspace, formId);
  const why = await (await visit(app, pagePath(workspace, formId))).send({ [field['Были у нас?'] as string]: 'Нет' });
  const thanks = await (await why.send({})).send({});
  expect(thanks.html).toContain('Учли, спасибо.');
  expect(errors).toHaveBeenCalledTimes(1);
  errors.mockRestore();
});

test('every kind of question can be answered on the page', async () => {
  function makeAllKinds() {
    const form = (FormApp.create('Все') as PublishedForm).setPublished(true);
    form.addTextItem().setTitle('строка').setHelpText('Подсказка');
    form.addParagraphTextItem().setTitle('текст');
    form.addCheckboxItem().setTitle('несколько').setChoiceValues(['а', 'б']).showOtherOption(true);
    form.addListItem().setTitle('список').setChoiceValues(['x', 'y']);
    form.addGridItem().setTitle('сетка').setRows(['р1', 'р2']).setColumns(['к1', 'к2']);
    form.addCheckboxGridItem().setTitle('галочки').setRows(['р1', 'р2']).setColumns(['к1', 'к2']);
    form.addDateItem().setTitle('дата');
    form.addDateItem().setTitle('день').setIncludesYear(false);
    form.addDateTimeItem().setTitle('момент');
    form.addTimeItem().setTitle('время');
    form.addDurationItem().setTitle('длительность');
    form.addPageBreakItem();
    return form.getId();
  }
  const { workspace, formId, app } = await givenForm(makeAllKinds);
  const field = names(workspace, formId);
  const rows = (title: string) => {
    const item = readItems(workspace.kernel, formId).find((each) => each.title === title)!;
    return 'entryIds' in item ? item.entryIds.map((id) => `entry.${id}`) : [];
  };
  const start = await visit(app, pagePath(workspace, formId));
  const second = await start.send({
    [field.строка as string]: 'слово',
    [field.текст as string]: 'раз\r\nдва',
    [field.несколько as string]: ['а', '__other_option__'],
    [`${field.несколько}.other_option_response`]: 'своё',
    [field.список as string]: 'y',
    [rows('сетка')[0] as string]: 'к1',
    [rows('галочки')[1] as string]: ['к1', 'к2'],
    [field.дата as string]: '2026-01-30',
    [field.день as string]: '9.5',
    [field.момент as string]: '2026-01-30T09:05',
    [field.время as string]: '09:05',
    [`${field.длительность}_hour`]: '1',
    [`${field.длительность}_minute`]: '',
    [`${field.длительность}_second`]: '5',
  });
  expect(second.status).toBe(200);
  // Going back shows all of it as it was.
  const back = await second.send({}, 'back');
  const sent = await second.send({});
  expect(sent.html).toContain('Ваш ответ записан.');
  expect(back.html).toContain('value="09.05"');
  expect(stored(workspace, formId)).toEqual([
    {
      строка: 'слово',
      текст: 'раз\nдва',
      несколько: ['а', 'своё'],
      список: 'y',
      сетка: ['к1', null],
      галочки: [null, ['к1', 'к2']],
      дата: '2026-01-30',
      день: '05-09',
      момент: '2026-01-30 09:05',
      время: '09:05',
      длительность: '01:00:05',
    },
  ]);
  expect(findForm(workspace.kernel, formId)?.title).toBe('Все');
});

test('a response cannot be changed where the form does not allow it, nor by a made-up link', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  const made = await visit(app, `${pagePath(workspace, formId)}?edit2=2_ABaOnMadeUp`);
  expect(made.html).toContain('изменить нельзя');
  expect(made.html).not.toContain('<form');
});

test('saving a changed response twice changes it once', async () => {
  const { workspace, formId, app } = await givenForm(makeBranched);
  await workspace.script((id) => FormApp.openById(id).setAllowResponseEdits(true).getId(), formId);
  const field = names(workspace, formId);
  const why = await (await visit(app, pagePath(workspace, formId))).send({ [field['Были у нас?'] as string]: 'Нет' });
  await (await why.send({})).send({});
  const { editKey } = responsesOf(workspace.kernel, formId)[0]!;
  const again = await visit(app, `${pagePath(workspace, formId)}?edit2=${editKey}`);
  const last = await (await again.send({ [field['Были у нас?'] as string]: 'Нет' })).send({});
  const raised = jest.spyOn(workspace.kernel, 'raise');
  await last.send({ [field.Оценка as string]: '5' });
  await last.send({ [field.Оценка as string]: '5' });
  expect(raised).toHaveBeenCalledTimes(1);
});
