import JSZip from 'jszip';
import { readSheet } from '../../../workspace/services/spreadsheet/person.ts';
import type { Workspace } from '../../../workspace/workspace-api.ts';
import {
  closeWorkspacesAfterTests,
  fill,
  givenApp,
  givenWorkspace,
  NOON,
  postForm,
  postJson,
} from './served-workspace.ts';

closeWorkspacesAfterTests();
const HOUR_MS = 3_600_000;

async function pageText(workspace: Workspace, path = '/'): Promise<string> {
  const app = await givenApp(workspace);
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('the first page', () => {
  test('names the files and where to open and download them', async () => {
    const workspace = await givenWorkspace();
    const page = await pageText(workspace);
    expect(page).toContain('Проверка страниц');
    expect(page).toContain(`/spreadsheets/d/${workspace.containerId}/edit`);
    expect(page).toContain(`/files/${workspace.containerId}/xlsx`);
  });

  test('writes a name with markup as text', async () => {
    const workspace = await givenWorkspace();
    workspace.kernel.files.change(workspace.containerId, { name: '<img src=x onerror=alert(1)>' });
    const page = await pageText(workspace);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x');
  });

  test('lists executions with their log, calls and error', async () => {
    const workspace = await givenWorkspace();
    await workspace.run('daily');
    await workspace.run('fail');
    const page = await pageText(workspace);
    expect(page).toContain('Ежедневная проверка');
    expect(page).toContain('✓ выполнено');
    expect(page).toContain('Не заполнена графа «Срок»');
    expect(page).toContain('▲ ошибка');
  });

  test('stops a run that waits for a person, by the button beside it', async () => {
    const workspace = await givenWorkspace();
    const app = await givenApp(workspace);
    let asked: () => void = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const run = workspace.run('renameSheet', [], {
      onQuestion: () => {
        asked();
        return new Promise(() => {});
      },
    });
    await isAsked;
    const action = /action="(\/executions\/\d+\/stop)"/.exec(await pageText(workspace))?.[1];
    expect((await postForm(app, action as string, {})).headers.get('location')).toBe('/#executions');
    expect((await run).error).toBe('Script execution was cancelled');
    expect(await pageText(workspace)).not.toContain('/stop"');
    // Pressed once more after the end: nothing to stop, no error.
    expect((await postForm(app, action as string, {})).status).toBe(303);
  });
});

describe('the clock', () => {
  test('goes a day forward and says what ran on the way', async () => {
    const workspace = await givenWorkspace();
    const { triggers, clock } = workspace.kernel;
    const schedule = { kind: 'once' as const, atMs: NOON + HOUR_MS };
    triggers.create({ handler: 'daily', source: 'CLOCK', sourceId: null, eventType: 'CLOCK', schedule }, NOON);
    const app = await givenApp(workspace);
    const moved = await postForm(app, '/clock', { by: 'day' });
    expect(moved.status).toBe(303);
    expect(clock.now()).toBeGreaterThanOrEqual(NOON + 24 * HOUR_MS);
    const page = await (await app.request(moved.headers.get('location') as string)).text();
    expect(page).toContain('Запусков: 1.');
    expect(page).toMatch(/30\.01\.2026, 13:00 — <a href="#run-\d+">daily<\/a>/);
  });

  test('goes to a date that is written in the user’s zone', async () => {
    const workspace = await givenWorkspace();
    await postForm(await givenApp(workspace), '/clock', { to: '2026-03-01T09:00' });
    expect(new Date(workspace.kernel.clock.now()).toISOString()).toBe('2026-03-01T06:00:00.000Z');
  });

  test('does not go back, and says so', async () => {
    const workspace = await givenWorkspace();
    const app = await givenApp(workspace);
    const moved = await postForm(app, '/clock', { to: '2025-12-31T09:00' });
    expect(workspace.kernel.clock.now()).toBe(NOON);
    const page = await (await app.request(moved.headers.get('location') as string)).text();
    expect(page).toContain('Часы переводятся только вперёд');
  });

  test('can be stopped and started', async () => {
    const workspace = await givenWorkspace();
    const app = await givenApp(workspace);
    await postForm(app, '/clock', { by: 'resume' });
    expect(workspace.kernel.clock.running).toBe(true);
    await postForm(app, '/clock', { by: 'pause' });
    expect(workspace.kernel.clock.running).toBe(false);
  });
});

describe('a message of the outbox', () => {
  test('is readable, its HTML in a frame that runs nothing, its files to download', async () => {
    const workspace = await givenWorkspace();
    expect((await workspace.run('writeLetter')).error).toBeUndefined();
    const app = await givenApp(workspace);
    expect(await (await app.request('/')).text()).toContain('Срок через три дня');
    const page = await (await app.request('/outbox/1')).text();
    expect(page).toContain('glava@example.ru');
    expect(page).toContain('<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/outbox/1/html"');
    const body = await app.request('/outbox/1/html');
    expect(body.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    );
    const file = await app.request('/outbox/1/files/0');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('план.csv')}`,
    );
    expect(await file.text()).toBe('пункт;срок');
    const eml = await app.request('/outbox/1/eml');
    expect(eml.headers.get('content-type')).toBe('message/rfc822');
    expect(await eml.text()).toMatch(/^To: glava@example\.ru$/m);
  });

  test.each(['/outbox/0', '/outbox/2', '/outbox/1/files/7', '/outbox/abc'])('%s is not there', async (path) => {
    const workspace = await givenWorkspace();
    await workspace.run('writeLetter');
    expect((await (await givenApp(workspace)).request(path)).status).toBe(404);
  });
});

describe('functions of the script', () => {
  test('are called with plain JSON, and private ones are not', async () => {
    const app = await givenApp(await givenWorkspace());
    const call = async (functionName: string, args: unknown[] = []) =>
      (await postJson(app, '/script/run', { functionName, args, client: 'c' })).json();
    expect(await call('addUp', [2, 3])).toEqual({ value: 5 });
    expect(await call('secret_')).toEqual({ error: expect.stringContaining('закрыта') });
    expect(await call('dateOfToday')).toEqual({ error: expect.stringContaining('вернула дату') });
    expect(await call('fail')).toEqual({ error: expect.stringContaining('Не заполнена графа «Срок»') });
  });

  test('compute cells for the page: one value, a range, an error', async () => {
    const workspace = await givenWorkspace();
    const app = await givenApp(workspace);
    const calls = [
      { name: 'DOUBLE', args: [{ value: 21 }] },
      {
        name: 'DOUBLE',
        args: [
          [
            [{ value: 1 }, { value: 2 }],
            [{ value: 3 }, { value: 4 }],
          ],
        ],
      },
      { name: 'DOUBLE', args: [{ value: 'школа' }] },
    ];
    const answer = await postJson(app, '/script/formulas', { fileId: workspace.containerId, calls });
    const { results } = (await answer.json()) as { results: Record<string, unknown>[] };
    expect(results[0]).toEqual({ cells: { value: 42 } });
    // By columns, as the grid's engine keeps a matrix.
    expect(results[1]).toEqual({
      cells: [
        [{ value: 2 }, { value: 4 }],
        [{ value: 6 }, { value: 8 }],
      ],
    });
    expect(results[2]).toMatchObject({ error: expect.stringContaining('Нужно число, а не «школа»') });
  });
});

describe('a spreadsheet', () => {
  test('opens with its cells, functions and clock', async () => {
    const workspace = await givenWorkspace();
    fill(workspace, { A1: 'Учреждение' });
    const app = await givenApp(workspace);
    const snapshot = await (await app.request(`/spreadsheets/d/${workspace.containerId}/snapshot`)).json();
    expect(JSON.stringify(snapshot.revisions)).toContain('Учреждение');
    expect(snapshot.functions.map(({ name }: { name: string }) => name)).toEqual(['DOUBLE']);
    expect(snapshot.clock).toEqual({ nowMs: expect.any(Number), running: false });
  });

  test('gives a page what it missed, and sends it to load anew when that is gone', async () => {
    const workspace = await givenWorkspace();
    const app = await givenApp(workspace);
    const path = `/spreadsheets/d/${workspace.containerId}`;
    await app.request(`${path}/snapshot`);
    fill(workspace, { A1: '1' });
    fill(workspace, { A2: '2' });
    const all = await (await app.request(`${path}/changes?since=START_REVISION`)).json();
    expect(all.changes).toHaveLength(2);
    const later = await (await app.request(`${path}/changes?since=${all.changes[0].nextRevisionId}`)).json();
    expect(later.changes).toEqual([all.changes[1]]);
    expect((await app.request(`${path}/changes?since=unknown`)).status).toBe(409);
  });

  test('takes a page’s edit once, on the newest revision only', async () => {
    const workspace = await givenWorkspace();
    const app = await givenApp(workspace);
    const path = `/spreadsheets/d/${workspace.containerId}`;
    const { data } = await (await app.request(`${path}/snapshot`)).json();
    const edit = (next: string, since: string, content: string) =>
      postJson(app, `${path}/changes`, {
        client: 'c1',
        message: {
          type: 'REMOTE_REVISION',
          version: 1,
          clientId: 'c1',
          serverRevisionId: since,
          nextRevisionId: next,
          commands: [{ type: 'UPDATE_CELL', sheetId: '0', col: 0, row: 0, content }],
        },
      });
    expect((await edit('r1', data.revisionId, 'первая')).status).toBe(204);
    await edit('r2', data.revisionId, 'опоздавшая');
    const { changes } = await (await app.request(`${path}/changes?since=${data.revisionId}`)).json();
    expect(changes.map(({ nextRevisionId }: { nextRevisionId: string }) => nextRevisionId)).toEqual(['r1']);
  });

  test('refuses an edit that the engine cannot apply, keeps nothing of it and takes the next one', async () => {
    const workspace = await givenWorkspace();
    fill(workspace, { A1: 'было' });
    const app = await givenApp(workspace);
    const path = `/spreadsheets/d/${workspace.containerId}`;
    const newest = async (): Promise<string> =>
      (await (await app.request(`${path}/snapshot`)).json()).revisions.at(-1).nextRevisionId;
    const before = await newest();
    const edit = (next: string, ...more: unknown[]) =>
      postJson(app, `${path}/changes`, {
        client: 'c1',
        message: {
          type: 'REMOTE_REVISION',
          version: 1,
          clientId: 'c1',
          serverRevisionId: before,
          nextRevisionId: next,
          commands: [{ type: 'UPDATE_CELL', sheetId: '0', col: 0, row: 0, content: next }, ...more],
        },
      });
    const unknownSheet = { type: 'ADD_COLUMNS_ROWS', sheetId: 'нет', dimension: 'COL', base: 0, quantity: 1 };
    const refused = await edit('наполовину', unknownSheet);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/^Правка не принята: .*нет/)]);
    expect(await newest()).toBe(before);
    expect(readSheet(workspace.kernel, workspace.containerId, 'Лист1')).toEqual([['было']]);
    expect((await edit('целиком')).status).toBe(204);
    expect(readSheet(workspace.kernel, workspace.containerId, 'Лист1')).toEqual([['целиком']]);
  });

  test('is never replaced by a snapshot that a page sends', async () => {
    const workspace = await givenWorkspace();
    fill(workspace, { A1: 'было' });
    const app = await givenApp(workspace);
    const path = `/spreadsheets/d/${workspace.containerId}`;
    const { revisions } = await (await app.request(`${path}/snapshot`)).json();
    const message = {
      type: 'SNAPSHOT',
      version: 1,
      serverRevisionId: revisions.at(-1).nextRevisionId,
      nextRevisionId: 'other',
      data: { sheets: [] },
    };
    await postJson(app, `${path}/changes`, { client: 'c1', message });
    const after = await (await app.request(`${path}/snapshot`)).json();
    expect(JSON.stringify(after)).toContain('было');
  });
});

describe('downloads are real files', () => {
  test('a spreadsheet is an .xlsx with its values', async () => {
    const workspace = await givenWorkspace();
    fill(workspace, { A1: 'Учреждение', B1: '87.5' });
    const answer = await (await givenApp(workspace)).request(`/files/${workspace.containerId}/xlsx`);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Проверка страниц.xlsx'));
    const zip = await JSZip.loadAsync(await answer.arrayBuffer());
    expect(await zip.file('xl/worksheets/sheet0.xml')?.async('string')).toContain('87.5');
  });

  test('a document is a .docx with its words', async () => {
    const workspace = await givenWorkspace();
    const { value } = await workspace.run('makeDocument');
    const answer = await (await givenApp(workspace)).request(`/files/${value}/docx`);
    const zip = await JSZip.loadAsync(await answer.arrayBuffer());
    expect(await zip.file('word/document.xml')?.async('string')).toContain('Школа № 1');
  });

  test('a calendar is an .ics with its events, which the first page lists', async () => {
    const workspace = await givenWorkspace();
    expect((await workspace.run('planMeeting')).error).toBeUndefined();
    const app = await givenApp(workspace);
    const page = await (await app.request('/')).text();
    expect(page).toContain('Заседание совета');
    expect(page).toContain('10.02.2026, весь день');
    const path = /href="(\/calendar\/[^"]+\/ics)"/.exec(page)?.[1] as string;
    const ics = await (await app.request(path)).text();
    expect(ics).toMatch(/^BEGIN:VCALENDAR/);
    expect(ics).toContain('SUMMARY:Заседание совета');
    expect(ics).toContain('DTSTART;VALUE=DATE:20260210');
  });
});

test('the engine is served unmodified, beside its licence', async () => {
  const app = await givenApp(await givenWorkspace());
  expect((await app.request('/assets/o-spreadsheet/o_spreadsheet.min.iife.js')).status).toBe(200);
  expect(await (await app.request('/assets/o-spreadsheet/LICENSE.txt')).text()).toContain(
    'GNU LESSER GENERAL PUBLIC LICENSE',
  );
});

test.each([
  '/assets/../package.json',
  '/assets/constructor',
  '/assets/page/nothing.js',
  '/spreadsheets/d/x/edit',
  '/files/x/docx',
])('%s is not there', async (path) => {
  expect((await (await givenApp(await givenWorkspace())).request(path)).status).toBe(404);
});
