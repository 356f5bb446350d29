/**
 * `google.script` inside a page that a script shows. The page lives in a frame without an
 * origin; it asks the page around it, which asks the server.
 * https://developers.google.com/apps-script/guides/html/reference/run
 */
type Handler = (value: unknown, userObject?: unknown) => void;

interface Handlers {
  success?: Handler;
  failure?: Handler;
  userObject?: unknown;
}

interface ResultMessage {
  type: 'result';
  call: number;
  value?: unknown;
  error?: string;
}

const waiting = new Map<number, Handlers>();
let calls = 0;

window.addEventListener('message', (event: MessageEvent<ResultMessage>) => {
  if ((event.source !== window.parent && event.source !== window) || event.data?.type !== 'result') return;
  const { call, value, error } = event.data;
  const handlers = waiting.get(call);
  waiting.delete(call);
  if (!handlers) return;
  if (error === undefined) handlers.success?.(value, handlers.userObject);
  else if (handlers.failure) handlers.failure(new Error(error), handlers.userObject);
  else console.error(`Uncaught Error: ${error}`);
});

function makeRunner(handlers: Handlers): unknown {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string') return undefined;
        if (name === 'withSuccessHandler') return (success: Handler) => makeRunner({ ...handlers, success });
        if (name === 'withFailureHandler') return (failure: Handler) => makeRunner({ ...handlers, failure });
        if (name === 'withUserObject') return (userObject: unknown) => makeRunner({ ...handlers, userObject });
        return (...args: unknown[]) => call(name, args, handlers);
      },
    },
  );
}

function call(functionName: string, args: unknown[], handlers: Handlers): void {
  const plain = args.map((arg, index) => plainValue(arg, index, args.length));
  calls += 1;
  const number = calls;
  waiting.set(number, handlers);
  const [form] = args;
  const files = form instanceof HTMLFormElement ? formFiles(form) : Promise.resolve([]);
  files.then(
    (read) => window.parent.postMessage({ type: 'run', call: number, functionName, args: plain, files: read }, '*'),
    (error: unknown) => window.postMessage({ type: 'result', call: number, error: String(error) }, '*'),
  );
}

/** A file of a form, which the script gets as a blob in the field's place. */
interface FormFile {
  field: string;
  name: string;
  type: string;
  base64: string;
}

function formFiles(form: HTMLFormElement): Promise<FormFile[]> {
  const found = [...new FormData(form)].filter((entry): entry is [string, File] => entry[1] instanceof File);
  return Promise.all(
    found.map(async ([field, file]) => ({
      field,
      name: file.name,
      type: file.type,
      base64: base64Of(new Uint8Array(await file.arrayBuffer())),
    })),
  );
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** @throws TypeError for what Google does not pass: dates, functions, elements other than a form */
function plainValue(value: unknown, index: number, count: number): unknown {
  if (value instanceof HTMLFormElement) {
    if (count > 1) throw new TypeError('Форма может быть только единственным аргументом');
    return formFields(value);
  }
  return JSON.parse(
    JSON.stringify(value ?? null, function check(this: Record<string, unknown>, key, item) {
      const given = key === '' ? item : this[key];
      if (typeof given === 'function' || given instanceof Date || given instanceof Node) {
        throw new TypeError(`Аргумент ${index + 1} нельзя передать: не JSON`);
      }
      return item;
    }),
  );
}

function formFields(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    // Files go beside the fields: reading them takes time.
    if (typeof value !== 'string') continue;
    const before = fields[name];
    fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}

const tell = (message: unknown): void => window.parent.postMessage(message, '*');

Object.assign(window, {
  google: {
    script: {
      run: makeRunner({}),
      host: {
        close: () => tell({ type: 'close' }),
        setWidth: (widthPixels: number) => tell({ type: 'size', widthPixels }),
        setHeight: (heightPixels: number) => tell({ type: 'size', heightPixels }),
        editor: { focus: () => window.parent.focus() },
        origin: document.referrer,
      },
    },
  },
});
