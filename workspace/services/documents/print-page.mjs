/**
 * Prints a page to PDF through a browser's debugging pipe and ends. A process of its own,
 * because a script's call has to wait for the file and the pipe cannot be read while waiting.
 * (`--print-to-pdf` would be shorter, but not every Chromium build has it.)
 *
 * Standard input: JSON { browser, page, target, profile, header, footer } – paths of the browser,
 * of the PDF and of a fresh profile folder, the page's address, HTML of every sheet's header and footer.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const order = JSON.parse(readFileSync(0, 'utf8'));

const browser = spawn(
  order.browser,
  [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    // The page is the workspace's own and fetches nothing; in containers the sandbox does not start.
    '--no-sandbox',
    '--remote-debugging-pipe',
    `--user-data-dir=${order.profile}`,
    'about:blank',
  ],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
);
const [, , , toBrowser, fromBrowser] = browser.stdio;

/** Replies still awaited, by number; events awaited, by name. */
const replies = new Map();
const events = new Map();
let last = 0;

function send(method, params = {}, sessionId = undefined) {
  last += 1;
  toBrowser.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  return new Promise((resolve, reject) => replies.set(last, { resolve, reject }));
}

function event(name) {
  return new Promise((resolve) => events.set(name, resolve));
}

let unread = '';
fromBrowser.setEncoding('utf8');
fromBrowser.on('data', (text) => {
  const messages = (unread + text).split('\0');
  unread = messages.pop();
  for (const message of messages.map((line) => JSON.parse(line))) {
    if (message.error) replies.get(message.id)?.reject(new Error(message.error.message));
    else if (message.id) replies.get(message.id)?.resolve(message.result);
    else events.get(message.method)?.();
  }
});
browser.on('error', (error) => fail(error));
browser.on('exit', () => fail(new Error('the browser ended before the page was printed')));

function fail(error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function print() {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  await send('Page.enable', {}, sessionId);
  const loaded = event('Page.loadEventFired');
  await send('Page.navigate', { url: order.page }, sessionId);
  await loaded;
  const sheet = {
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: Boolean(order.header || order.footer),
    headerTemplate: order.header ?? '<span></span>',
    footerTemplate: order.footer ?? '<span></span>',
  };
  const printed = await send('Page.printToPDF', sheet, sessionId);
  writeFileSync(order.target, Buffer.from(printed.data, 'base64'));
}

print().then(
  () => {
    browser.removeAllListeners('exit');
    browser.on('exit', () => process.exit(0));
    browser.kill('SIGKILL');
  },
  (error) => {
    browser.removeAllListeners('exit');
    browser.kill('SIGKILL');
    fail(error);
  },
);
