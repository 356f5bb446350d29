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
  if (event.source !== window.parent || event.data?.type !== 'result') return;
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
  waiting.set(calls, handlers);
  window.parent.postMessage({ type: 'run', call: calls, functionName, args: plain }, '*');
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
    if (typeof value !== 'string') throw new TypeError('Файлы в этой форме передать нельзя');
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
