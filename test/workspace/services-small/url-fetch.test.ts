import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { type GivenScript, givenScript } from '../given-script.ts';

/**
 * In a thread of its own: a script that runs in this one holds it up while it fetches, so a
 * server here could not answer it.
 */
const SERVER = `
  const { createServer } = require('node:http');
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => { body += part; }).on('end', () => {
      const path = request.url;
      if (path === '/away') return response.writeHead(302, { Location: '/echo?redirected' }).end();
      if (path === '/outside') return response.writeHead(302, { Location: 'http://example.com/' }).end();
      if (path === '/gone') return response.writeHead(404).end('no such thing');
      if (path === '/cp1251') return response.writeHead(200, { 'Content-Type': 'text/plain; charset=windows-1251' }).end(Buffer.from([0xcf, 0xf0]));
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ method: request.method, path, body, type: request.headers['content-type'], x: request.headers['x-test'] }));
    });
  });
  server.listen(0, '127.0.0.1', () => require('node:worker_threads').parentPort.postMessage(server.address().port));`;

let worker: Worker;
let port: number;
beforeAll(async () => {
  worker = new Worker(SERVER, { eval: true });
  port = await new Promise((resolve) => worker.once('message', resolve));
});
afterAll(() => worker.terminate());

let given: GivenScript;
afterEach(() => given?.remove());

const WAYS = ['in this thread', 'in a thread of its own'] as const;

async function fetched(expression: string, way: (typeof WAYS)[number] = 'in this thread'): Promise<unknown> {
  given = await givenScript(`function probe(base) { return ${expression}; }`);
  const how = way === 'in this thread' ? {} : { onQuestion: async () => ({ button: 'OK' as const }) };
  const { value, error } = await given.workspace.run('probe', [`http://127.0.0.1:${port}`], how);
  if (error) throw new Error(error);
  return value;
}

describe.each(WAYS)('UrlFetchApp %s', (way) => {
  test('sends a form, headers and a method, and reads the answer', async () => {
    const options = "{ method: 'post', payload: { a: 'б', c: 1 }, headers: { 'X-Test': 'y' } }";
    const text = (await fetched(`UrlFetchApp.fetch(base + '/echo', ${options}).getContentText()`, way)) as string;
    expect(JSON.parse(text)).toEqual({
      method: 'POST',
      path: '/echo',
      body: 'a=%D0%B1&c=1',
      type: 'application/x-www-form-urlencoded',
      x: 'y',
    });
  });

  test('follows a redirect', async () => {
    const text = (await fetched("UrlFetchApp.fetch(base + '/away').getContentText()", way)) as string;
    expect(JSON.parse(text).path).toBe('/echo?redirected');
  });
});

test('a JSON payload keeps its type; a blob in a form makes it multipart', async () => {
  const texts =
    (await fetched(`[UrlFetchApp.fetch(base, { method: 'put', contentType: 'application/json', payload: '{"a":1}' }).getContentText(),
    UrlFetchApp.fetch(base, { method: 'post', payload: { file: Utilities.newBlob('text', 'text/plain', 'a.txt') } }).getContentText()]`)) as string[];
  expect(JSON.parse(texts[0] as string)).toMatchObject({ method: 'PUT', type: 'application/json', body: '{"a":1}' });
  const multipart = JSON.parse(texts[1] as string);
  expect(multipart.type).toMatch(/^multipart\/form-data; boundary=/);
  expect(multipart.body).toContain(
    'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ntext\r\n',
  );
});

test("headers have Google's spelling; several of one name are a list", async () => {
  expect(
    await fetched(
      "[UrlFetchApp.fetch(base).getHeaders()['Content-Type'], UrlFetchApp.fetch(base).getAllHeaders()['Set-Cookie']]",
    ),
  ).toEqual(['application/json', ['a=1', 'b=2']]);
});

test('the charset that the server names is used', async () => {
  expect(await fetched("UrlFetchApp.fetch(base + '/cp1251').getContentText()")).toBe('Пр');
});

test('a failure is an exception that quotes the answer, or an answer when muted', async () => {
  await expect(fetched("UrlFetchApp.fetch(base + '/gone')")).rejects.toThrow(
    `Request failed for http://127.0.0.1:${port} returned code 404. Truncated server response: no such thing (use muteHttpExceptions option to examine full response)`,
  );
  given.remove();
  expect(await fetched("UrlFetchApp.fetch(base + '/gone', { muteHttpExceptions: true }).getResponseCode()")).toBe(404);
});

describe('where it does not reach', () => {
  test('another host is refused by name', async () => {
    await expect(fetched("UrlFetchApp.fetch('https://example.com/x')")).rejects.toThrow(
      'not available on the local workspace: UrlFetchApp.fetch of example.com',
    );
  });

  test('a redirect does not lead out', async () => {
    await expect(fetched("UrlFetchApp.fetch(base + '/outside')")).rejects.toThrow('UrlFetchApp.fetch of example.com');
  });

  test('a port where nobody listens', async () => {
    const free = await new Promise<number>((resolve) => {
      const server: Server = createServer().listen(0, '127.0.0.1', () => {
        const { port: own } = server.address() as AddressInfo;
        server.close(() => resolve(own));
      });
    });
    await expect(fetched(`UrlFetchApp.fetch('http://127.0.0.1:${free}/')`)).rejects.toThrow(
      'Exception: Address unavailable',
    );
  });
});
