import { MIME } from '../../../workspace/kernel/files.ts';
import { formPages } from '../../../workspace/server/form-pages.ts';
import type { AnswerValue } from '../../../workspace/services/forms/form-record.ts';
import { findForm } from '../../../workspace/services/forms/form-store.ts';
import { submitAnswers } from '../../../workspace/services/forms/submission.ts';
import { type Book, createBook, openBook } from '../../../workspace/services/spreadsheet/book.ts';
import {
  cleanUpAfterTests,
  type FormWorkspace,
  givenWorkspace,
  itemIds,
  type PublishedForm,
  pagePath,
} from './form-workspace.ts';

cleanUpAfterTests();

/** A form whose answers go to a new spreadsheet. */
async function givenLinked(makeItems: (formId: string) => unknown) {
  const workspace = await givenWorkspace();
  const { kernel } = workspace;
  const { id: bookId } = kernel.files.create({ name: 'Ответы', mimeType: MIME.spreadsheet });
  createBook(kernel, bookId);
  const formId = await workspace.script(() => (FormApp.create('Анкета') as PublishedForm).setPublished(true).getId());
  await workspace.script(makeItems, formId);
  await link(workspace, formId, bookId);
  return { workspace, formId, bookId, book: openBook(kernel, bookId) };
}

function link(workspace: FormWorkspace, formId: string, bookId: string): Promise<unknown> {
  return workspace.script(
    (form, spreadsheet) =>
      FormApp.openById(form).setDestination(FormApp.DestinationType.SPREADSHEET, spreadsheet).getId(),
    formId,
    bookId,
  );
}

/** What the first sheet shows, without empty rows and columns. */
function shown(book: Book): string[][] {
  const sheetId = book.sheets()[0]!.id;
  const rows: string[][] = [];
  for (let row = 0; row < book.lastRow(sheetId); row += 1) {
    const cells: string[] = [];
    for (let col = 0; col < book.lastColumn(sheetId); col += 1) {
      cells.push(book.getters.getEvaluatedCell({ sheetId, col, row }).formattedValue);
    }
    rows.push(cells);
  }
  return rows;
}

function send(workspace: FormWorkspace, formId: string, answers: Record<string, AnswerValue>): string {
  const ids = itemIds(workspace, formId);
  const byId = Object.fromEntries(Object.entries(answers).map(([title, answer]) => [ids[title] as number, answer]));
  return submitAnswers(workspace.kernel, formId, byId);
}

function twoQuestions(id: string) {
  const form = FormApp.openById(id);
  form.addTextItem().setTitle('Имя');
  form.addSectionHeaderItem().setTitle('Не вопрос');
  return form.addListItem().setTitle('Дом').setChoiceValues(['1', '2']).getId();
}

test('answers come to a new first sheet: the time, then a column for each question', async () => {
  const { workspace, formId, book } = await givenLinked(twoQuestions);
  workspace.kernel.clock.set(Date.UTC(2026, 0, 30, 9, 30, 15));
  send(workspace, formId, { Имя: 'Анна', Дом: '2' });
  send(workspace, formId, { Дом: '1' });
  expect(book.sheets().map(({ name }) => name)).toEqual(['Ответы на форму (1)', 'Лист1']);
  expect(shown(book)).toEqual([
    ['Отметка времени', 'Имя', 'Дом'],
    ['30.01.2026 12:30:15', 'Анна', '2'],
    ['30.01.2026 12:30:15', '', '1'],
  ]);
});

test('responses that were there before the link are written too', async () => {
  const { workspace, formId, book, bookId } = await givenLinked(twoQuestions);
  send(workspace, formId, { Имя: 'Анна' });
  await link(workspace, formId, bookId);
  expect(book.sheets().map(({ name }) => name)).toEqual(['Ответы на форму (2)', 'Ответы на форму (1)', 'Лист1']);
  expect(shown(book).map((row) => row[1])).toEqual(['Имя', 'Анна']);
});

test('a new question gets a column at the right, a deleted one keeps its own, a header follows its title', async () => {
  const { workspace, formId, book } = await givenLinked(twoQuestions);
  send(workspace, formId, { Имя: 'Анна', Дом: '2' });
  await workspace.script((id) => {
    const form = FormApp.openById(id);
    const [name, , house] = form.getItems();
    form.addScaleItem().setTitle('Оценка');
    form.moveItem(3, 0);
    house!.setTitle('Дом культуры');
    form.deleteItem(name!);
  }, formId);
  send(workspace, formId, { 'Дом культуры': '1', Оценка: '5' });
  expect(shown(book).map((row) => row.slice(1))).toEqual([
    ['Имя', 'Дом культуры', 'Оценка'],
    ['Анна', '2', ''],
    ['', '1', '5'],
  ]);
});

test('columns that people have moved are found again by their headers', async () => {
  const { workspace, formId, book } = await givenLinked(twoQuestions);
  const sheetId = book.sheets()[0]!.id;
  const sheetName = book.sheets()[0]!.name;
  book.write({
    type: 'ADD_COLUMNS_ROWS',
    sheetId,
    sheetName,
    dimension: 'COL',
    base: 1,
    position: 'before',
    quantity: 1,
  });
  book.flush();
  send(workspace, formId, { Имя: 'Анна', Дом: '2' });
  expect(shown(book).map((row) => row.slice(1))).toEqual([
    ['', 'Имя', 'Дом'],
    ['', 'Анна', '2'],
  ]);
});

test('each row of a grid has a column of its own', async () => {
  const { workspace, formId, book } = await givenLinked((id) => {
    const form = FormApp.openById(id);
    form.addGridItem().setTitle('Как').setRows(['тут', 'там']).setColumns(['да', 'нет']);
    return form.addCheckboxGridItem().setTitle('Когда').setRows(['будни']).setColumns(['утром', 'вечером']).getId();
  });
  send(workspace, formId, { Как: ['да', null], Когда: [['утром', 'вечером']] });
  expect(shown(book).map((row) => row.slice(1))).toEqual([
    ['Как [тут]', 'Как [там]', 'Когда [будни]'],
    ['да', '', 'утром, вечером'],
  ]);
});

test('dates, times, numbers and durations are values of the sheet, texts stay texts', async () => {
  const { workspace, formId, book } = await givenLinked((id) => {
    const form = FormApp.openById(id);
    form.addDateItem().setTitle('дата');
    form.addDateTimeItem().setTitle('момент');
    form.addTimeItem().setTitle('время');
    form.addDurationItem().setTitle('длительность');
    form.addScaleItem().setTitle('шкала');
    form.addTextItem().setTitle('число');
    return form.addTextItem().setTitle('слово').getId();
  });
  send(workspace, formId, {
    дата: '2026-01-30',
    момент: '2026-01-30 18:00',
    время: '09:30',
    длительность: '36:00:00',
    шкала: '4',
    число: '12,5',
    слово: 'двенадцать',
  });
  const sheetId = book.sheets()[0]!.id;
  const values = [1, 2, 3, 4, 5, 6, 7].map((col) => book.getters.getEvaluatedCell({ sheetId, col, row: 1 }).value);
  // 2026-01-30 is day 46052 after 1899-12-30.
  expect(values).toEqual([46052, 46052.75, 9.5 / 24, 1.5, 4, 12.5, 'двенадцать']);
});

test.each(['=1+1', '+79001234567', '-5', '@all', '=HYPERLINK("http://x","y")', "'кавычка", '+A1', '-A1+1'])(
  'an answer never becomes a formula: %s',
  async (text) => {
    const { workspace, formId, book } = await givenLinked(twoQuestions);
    send(workspace, formId, { Имя: text });
    const sheetId = book.sheets()[0]!.id;
    const cell = book.getters.getCell({ sheetId, col: 1, row: 1 });
    expect(cell?.isFormula).toBe(false);
    expect(shown(book)[1]?.[1]?.replace(/^'/, '')).toBe(text.replace(/^'/, '').replace('+79001234567', '79001234567'));
  },
);

test('a form is unlinked by a script, or by deleting its sheet, and answers are still kept', async () => {
  const { workspace, formId, book } = await givenLinked(twoQuestions);
  const sheetId = book.sheets()[0]!.id;
  book.write({ type: 'DELETE_SHEET', sheetId, sheetName: book.sheets()[0]!.name });
  book.flush();
  send(workspace, formId, { Имя: 'Анна' });
  expect(findForm(workspace.kernel, formId)?.destination).toBeUndefined();
  const error = workspace.script((id) => FormApp.openById(id).getDestinationId(), formId);
  await expect(error).rejects.toThrow('The form currently has no response destination.');
  const count = await workspace.script((id) => FormApp.openById(id).getResponses().length, formId);
  expect(count).toBe(1);
});

test('a spreadsheet that does not exist is no destination', async () => {
  const { workspace, formId } = await givenLinked(twoQuestions);
  await expect(link(workspace, formId, '1none')).rejects.toThrow('No item with the given ID could be found');
});

test('600 answers reach the sheet in well under two seconds', async () => {
  const { workspace, formId, book } = await givenLinked(twoQuestions);
  const start = process.cpuUsage();
  for (let number = 0; number < 600; number += 1) send(workspace, formId, { Имя: `Гость ${number}`, Дом: '1' });
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(2000);
  expect(book.lastRow(book.sheets()[0]!.id)).toBe(601);
});

test('a changed response changes its own row', async () => {
  const { workspace, formId, book } = await givenLinked(twoQuestions);
  await workspace.script((id) => FormApp.openById(id).setAllowResponseEdits(true).getId(), formId);
  send(workspace, formId, { Имя: 'Анна' });
  workspace.kernel.clock.set(workspace.kernel.clock.now() + 60_000);
  send(workspace, formId, { Имя: 'Борис' });
  const editUrl = await workspace.script((id) => FormApp.openById(id).getResponses()[0]!.getEditResponseUrl(), formId);
  workspace.kernel.clock.set(workspace.kernel.clock.now() + 60_000);
  const app = formPages(workspace);
  const html = await (await app.request(new URL(editUrl).pathname + new URL(editUrl).search)).text();
  const body = new URLSearchParams();
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    body.append(name as string, value as string);
  }
  const field = /id="f\d+" name="(entry\.\d+)"/.exec(html)?.[1] as string;
  body.append(field, 'Анна Ивановна');
  await app.request(pagePath(workspace, formId).replace('viewform', 'formResponse'), { method: 'POST', body });
  expect(shown(book).map((row) => row[1])).toEqual(['Имя', 'Анна Ивановна', 'Борис']);
});

test('the spreadsheet’s trigger gets the row, its values and the values by header (events: form submit)', async () => {
  function onRow(event: GoogleAppsScript.Events.SheetsOnFormSubmit) {
    const { range, values, namedValues } = event;
    const seen = { at: range.getA1Notation(), sheet: range.getSheet().getName(), values, namedValues };
    PropertiesService.getScriptProperties().setProperty('seen', JSON.stringify(seen));
  }
  function makeLinked() {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
    form.addTextItem().setTitle('Имя');
    form.addListItem().setTitle('Дом').setChoiceValues(['1', '2']);
    form.addTextItem().setTitle('Имя');
    const book = SpreadsheetApp.create('Ответы');
    form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
    ScriptApp.newTrigger('onRow').forSpreadsheet(book).onFormSubmit().create();
    return form.getId();
  }
  const workspace = await givenWorkspace([onRow, makeLinked]);
  const made = await workspace.run('makeLinked');
  expect(made.error).toBeUndefined();
  const formId = made.value as string;
  const [first, house, second] = await workspace.script(
    (id) =>
      FormApp.openById(id)
        .getItems()
        .map((item) => item.getId()),
    formId,
  );
  workspace.kernel.clock.set(Date.UTC(2026, 0, 30, 9, 30, 15));
  submitAnswers(workspace.kernel, formId, { [first!]: 'Анна', [house!]: '2', [second!]: 'Борис' });
  await workspace.settle();
  const seen = await workspace.script(() => PropertiesService.getScriptProperties().getProperty('seen'));
  expect(JSON.parse(seen ?? 'null')).toEqual({
    at: 'A2:D2',
    sheet: 'Ответы на форму (1)',
    values: ['30.01.2026 12:30:15', 'Анна', '2', 'Борис'],
    namedValues: { 'Отметка времени': ['30.01.2026 12:30:15'], Имя: ['Анна', 'Борис'], Дом: ['2'] },
  });
});

test('a script sees the header of a question that it has just added, after a flush', async () => {
  const workspace = await givenWorkspace();
  const headers = await workspace.script(() => {
    const form = FormApp.create('Анкета');
    const book = SpreadsheetApp.create('Ответы');
    form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
    form.addTextItem().setTitle('Имя');
    form.addTextItem().setTitle('Дом');
    SpreadsheetApp.flush();
    const sheet = book.getSheets()[0]!;
    return sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0];
  });
  expect(headers).toEqual(['Отметка времени', 'Имя', 'Дом']);
});
