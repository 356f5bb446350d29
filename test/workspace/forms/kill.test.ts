import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { responsesOf } from '../../../workspace/services/forms/response-log.ts';
import { submitAnswers } from '../../../workspace/services/forms/submission.ts';
import { openBook } from '../../../workspace/services/spreadsheet/book.ts';
import { cleanUpAfterTests, givenWorkspace, type PublishedForm } from './form-workspace.ts';

cleanUpAfterTests();

const ANSWERS = 8;

function onAnswer(event: { response: GoogleAppsScript.Forms.FormResponse }) {
  const store = PropertiesService.getScriptProperties();
  const id = event.response.getId();
  store.setProperty(id, String(Number(store.getProperty(id) ?? 0) + 1));
}

function makeLinked() {
  const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
  const name = form.addTextItem().setTitle('Имя');
  const book = SpreadsheetApp.create('Ответы');
  form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  ScriptApp.newTrigger('onAnswer').forForm(form).onFormSubmit().create();
  return [form.getId(), String(name.getId()), book.getId()];
}

/**
 * A workspace was killed at some byte of its journal while answers came in. What the senders
 * then send again, with their tokens, makes up for what was lost and doubles nothing.
 */
test('whatever moment the workspace is killed at, each answer is there once: in the form, in the sheet, at the trigger', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-kill-'));
  const workspace = await givenWorkspace([onAnswer, makeLinked], folder);
  const [formId, nameId, bookId] = (await workspace.run('makeLinked')).value as [string, string, string];
  const journal = (root: string) => join(root, 'data', 'state', 'journal-0.ndjson');
  const before = readFileSync(journal(folder)).length;
  const sendAll = (to: typeof workspace) => {
    for (let number = 0; number < ANSWERS; number += 1) {
      submitAnswers(to.kernel, formId, { [Number(nameId)]: `Гость ${number}` }, { token: `отправка-${number}` });
    }
  };
  sendAll(workspace);
  await workspace.settle();
  workspace.close();
  const whole = readFileSync(journal(folder));

  for (let cut = 0; cut <= 24; cut += 1) {
    const killed = mkdtempSync(join(tmpdir(), 'forms-killed-'));
    cpSync(folder, killed, { recursive: true });
    const bytes = Math.round(before + ((whole.length - before) * cut) / 24);
    writeFileSync(journal(killed), whole.subarray(0, bytes));
    const reopened = await givenWorkspace([onAnswer, makeLinked], killed);
    const names = () => responsesOf(reopened.kernel, formId).map(({ answers }) => answers[Number(nameId)]);
    const rows = () => {
      const book = openBook(reopened.kernel, bookId);
      const sheetId = book.sheets()[0]!.id;
      return Array.from({ length: book.lastRow(sheetId) - 1 }, (_, row) =>
        book.contentAt({ sheetId, col: 1, row: row + 1 }),
      );
    };
    expect([cut, rows()]).toEqual([cut, names()]);
    sendAll(reopened);
    await reopened.settle();
    const everyone = Array.from({ length: ANSWERS }, (_, number) => `Гость ${number}`);
    expect([cut, names()]).toEqual([cut, everyone]);
    expect([cut, rows()]).toEqual([cut, everyone]);
    const runs = await reopened.script(() => Object.values(PropertiesService.getScriptProperties().getProperties()));
    // A kill in the middle of a trigger's run may cost that run, as on Google; it never makes a second one.
    expect(runs.every((count) => count === '1')).toBe(true);
    expect(runs.length).toBeGreaterThanOrEqual(ANSWERS - 1);
    reopened.close();
  }
});
