import { openBook } from '../../../workspace/services/spreadsheet/book.ts';
import {
  type EngineCommand,
  engine,
  type Model,
  quietly,
  type SessionMessage,
} from '../../../workspace/services/spreadsheet/engine.ts';
import { spreadsheetService } from '../../../workspace/services/spreadsheet/service.ts';
import { type Bench, openBench } from './fake-execution.ts';

interface Page {
  model: Model;
  edit(command: EngineCommand): void;
  valueAt(col: number, row: number): unknown;
}

/** A browser's copy of the engine, joined through messages in JSON, as over the network. */
function openPage(bench: Bench, clientId: string, delay: { held?: SessionMessage[] } = {}): Page {
  const book = openBook(bench.kernel, bench.fileId);
  const { data, revisions } = JSON.parse(JSON.stringify(book.snapshot())) as ReturnType<typeof book.snapshot>;
  let deliver: (message: SessionMessage) => void = () => {};
  const transportService = {
    sendMessage: async (message: SessionMessage) => {
      if (delay.held) delay.held.push(JSON.parse(JSON.stringify(message)));
      else book.receive(JSON.parse(JSON.stringify(message)), clientId);
    },
    onNewMessage: (_: string, callback: (message: SessionMessage) => void) => {
      deliver = callback;
    },
    leave: () => {},
  };
  const client = { id: clientId, name: clientId };
  const model = quietly(() => new engine.Model(data, { transportService, client }, revisions));
  book.listen((message) => quietly(() => deliver(JSON.parse(JSON.stringify(message)))));
  return {
    model,
    edit: ({ type, ...payload }) => {
      quietly(() => model.dispatch(type, payload));
    },
    valueAt: (col, row) => model.getters.getEvaluatedCell({ sheetId: '0', col, row }).value,
  };
}

const cell = (col: number, row: number, content: string) => ({ type: 'UPDATE_CELL', sheetId: '0', col, row, content });

describe('pages on the same spreadsheet', () => {
  test('an edit of one is seen by the script and by the other', () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    const [first, second] = [openPage(bench, 'first'), openPage(bench, 'second')];
    first.edit(cell(0, 0, '5'));
    sheet.getRange('A2').setFormula('=A1*2');
    expect(sheet.getRange('A2').getValue()).toBe(10);
    expect([second.valueAt(0, 0), second.valueAt(0, 1)]).toEqual([5, 10]);
  });

  test('what a script writes reaches the pages in one revision, notes included', () => {
    const bench = openBench();
    const page = openPage(bench, 'page');
    const spreadsheet = bench.spreadsheet();
    const messages: SessionMessage[] = [];
    spreadsheet._book.listen((message) => messages.push(message));
    spreadsheet
      .getActiveSheet()
      .getRange('A1:B1')

      .setValues([['а', 'б']])
      .setBackground('#ff0000');
    spreadsheet._book.flush();
    expect(messages).toHaveLength(1);
    spreadsheet.getActiveSheet().getRange('A1:B1').setNote('заметка');
    spreadsheet._book.flush();
    expect([page.valueAt(0, 0), page.valueAt(1, 0)]).toEqual(['а', 'б']);
    expect(page.model.getters.getExtras('note')).toHaveLength(2);
  });

  test('edits made at the same time meet: the late one is rebased', () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A2').setValue('было');
    const delay: { held?: SessionMessage[] } = { held: [] };
    const page = openPage(bench, 'page', delay);
    page.edit(cell(1, 1, 'рядом'));
    sheet.insertRowBefore(1);
    const late = delay.held!;
    delete delay.held;
    sheet._book.flush();
    for (const message of late) sheet._book.receive(message, 'page');
    expect(sheet.getRange('A3:B3').getValues()).toEqual([['было', 'рядом']]);
    expect([page.valueAt(0, 2), page.valueAt(1, 2)]).toEqual(['было', 'рядом']);
  });

  test('a person’s undo takes back the person’s edit only', () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    const page = openPage(bench, 'page');
    page.edit(cell(0, 0, 'человек'));
    sheet.getRange('B1').setValue('сценарий');
    sheet._book.flush();
    page.edit({ type: 'REQUEST_UNDO' });
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['', 'сценарий']]);
    expect(page.valueAt(1, 0)).toBe('сценарий');
  });

  test('edits survive a reopening', () => {
    const bench = openBench();
    openPage(bench, 'page').edit(cell(0, 0, 'человек'));
    expect(bench.reopened().spreadsheet().getActiveSheet().getRange('A1').getValue()).toBe('человек');
  });
});

describe('events of edits', () => {
  test('a script’s own writes raise none', () => {
    const bench = openBench();
    bench.spreadsheet().getActiveSheet().appendRow([1]).insertRowBefore(1);
    bench.spreadsheet()._book.flush();
    expect(bench.events).toEqual([]);
  });

  test('one cell: range, value and old value, as Google gives them', () => {
    const bench = openBench();
    bench.spreadsheet().getActiveSheet().getRange('B2').setValue('было');
    openPage(bench, 'page').edit(cell(1, 1, 'стало'));
    const [edit, change] = bench.events;
    expect([edit!.type, change!.type]).toEqual(['edit', 'change']);
    const app = bench.app();
    const event = spreadsheetService.buildEvent!({ service: () => app, kernel: bench.kernel } as never, edit!) as {
      range: { getA1Notation(): string };
      user: { getEmail(): string };
      value: string;
      oldValue: string;
    };
    expect(event.range.getA1Notation()).toBe('B2');
    expect([event.value, event.oldValue]).toEqual(['стало', 'было']);
    expect(event.user.getEmail()).toBe('user@example.org');
    // What the script then finds active is where the edit was.
    expect(app.getActiveRange().getA1Notation()).toBe('B2');
  });

  test('a cleared cell has an old value and no value', () => {
    const bench = openBench();
    bench.spreadsheet().getActiveSheet().getRange('A1').setValue(7);
    openPage(bench, 'page').edit({
      type: 'DELETE_CONTENT',
      sheetId: '0',
      target: [{ left: 0, right: 0, top: 0, bottom: 0 }],
    });
    expect(bench.events[0]!.detail).toEqual({
      sheetId: '0',
      zone: { left: 0, right: 0, top: 0, bottom: 0 },
      oldValue: '7',
    });
  });

  test('several cells: the range alone', () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1:B2').setValues([
      [1, 2],
      [3, 4],
    ]);
    openPage(bench, 'page').edit({
      type: 'DELETE_CONTENT',
      sheetId: '0',
      target: [{ left: 0, right: 1, top: 0, bottom: 1 }],
    });
    expect(bench.events[0]!.detail).toEqual({ sheetId: '0', zone: { left: 0, right: 1, top: 0, bottom: 1 } });
  });

  test('an inserted row is a change and no edit of the cells it moves', () => {
    const bench = openBench();
    bench.spreadsheet().getActiveSheet().getRange('A1').setValue(1);
    const row = { sheetId: '0', sheetName: 'Лист1', dimension: 'ROW', base: 0, quantity: 1, position: 'before' };
    openPage(bench, 'page').edit({ type: 'ADD_COLUMNS_ROWS', ...row });
    expect(bench.events.map(({ type, detail }) => [type, detail])).toEqual([['change', { changeType: 'INSERT_ROW' }]]);
  });
});
