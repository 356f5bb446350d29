import type { Message, Outcome, Reply, ScriptStart, Shape, Tagged, Wire } from './wire.ts';

/**
 * The script's half of the membrane. Its TEXT is evaluated in the script's own realm, in this
 * thread or in a worker: so every array, date, error and function it makes is of that realm by
 * construction. Therefore it must be self-contained: no imports but types, no outer names.
 *
 * @param send the one narrow door to the workspace; blocks until the reply is there
 * @returns calls a top-level function of the script
 */
export function scriptSide(
  send: (message: Message) => Reply,
  start: ScriptStart,
  firstShapes: readonly Shape[],
  global: Record<PropertyKey, unknown>,
): (functionName: string, args: Wire[]) => Outcome {
  const MachineDate = Date;
  const machineStartMs = MachineDate.now();
  let chargedMs = 0;
  const nowMs = (): number =>
    start.startedMs + Math.floor(Math.max(chargedMs, MachineDate.now() - machineStartMs - start.graceMs));

  const shapes = new Map(firstShapes.map((shape) => [shape.id, shape]));
  const standIns = new Map<number, object>();
  const idOf = new WeakMap<object, number>();

  function exception(message: string, name = 'Exception'): Error {
    const error = new Error(message);
    error.name = name;
    return error;
  }

  function refuse(what: string): never {
    throw exception(`not available on the local workspace: ${what}`);
  }

  function request(op: Message['op'], id: number, name: string, args: Wire[]): unknown {
    const reply = send({ op, id, name, args });
    chargedMs = reply.chargedMs;
    for (const shape of reply.shapes ?? []) shapes.set(shape.id, shape);
    if (reply.error) throw exception(reply.error.message, reply.error.name);
    return fromWire(reply.value);
  }

  function toWire(value: unknown, depth = 0): Wire {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
      return typeof value === 'symbol' ? String(value) : (value as Wire);
    }
    const id = idOf.get(value);
    if (id !== undefined) return { t: 'object', id, shape: 0 };
    if (typeof value === 'function') return { t: 'function', name: value.name };
    if (depth > 100) throw exception('Object has too many levels of nesting, or contains itself.');
    if (Array.isArray(value)) {
      const items: Wire[] = new Array(value.length);
      for (let i = 0; i < value.length; i += 1) items[i] = toWire(value[i], depth + 1);
      return items;
    }
    if (value instanceof MachineDate) return { t: 'date', ms: value.getTime() };
    if (value instanceof Error) {
      return { t: 'error', name: value.name, message: value.message, stack: String(value.stack) };
    }
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as unknown as number[]);
    if (value instanceof Number || value instanceof String || value instanceof Boolean) return value.valueOf() as Wire;
    const keys = Object.keys(value);
    return { t: 'plain', keys, values: keys.map((key) => toWire((value as Record<string, unknown>)[key], depth + 1)) };
  }

  function fromWire(wire: Wire): unknown {
    if (wire === null || typeof wire !== 'object') return wire;
    if (Array.isArray(wire)) {
      const items = new Array(wire.length);
      for (let i = 0; i < wire.length; i += 1) items[i] = fromWire(wire[i]);
      return items;
    }
    return fromTagged(wire);
  }

  function fromTagged(wire: Tagged): unknown {
    if (wire.t === 'date') return new MachineDate(wire.ms);
    if (wire.t === 'object') return standIn(wire.id, wire.shape);
    if (wire.t === 'error') return exception(wire.message, wire.name);
    if (wire.t === 'function') return undefined;
    // Unlike an assignment, it makes a property of any name: '__proto__' too.
    return Object.fromEntries(wire.keys.map((key, i) => [key, fromWire(wire.values[i])]));
  }

  /** Names that the language itself and tools read of any object: they must do no harm. */
  const PROBES = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'length', 'name', 'prototype', 'callee']);

  function standIn(id: number, shapeId: number): object {
    const known = standIns.get(id);
    if (known) return known;
    const shape = shapes.get(shapeId) as Shape;
    const made = new Proxy({} as Record<string, unknown>, handlerOf(id, shape));
    standIns.set(id, made);
    idOf.set(made, id);
    return made;
  }

  function handlerOf(id: number, shape: Shape): ProxyHandler<Record<string, unknown>> {
    const has = (key: PropertyKey): boolean =>
      typeof key === 'string' && (shape.methods.includes(key) || shape.properties.includes(key));
    const read = (own: Record<string, unknown>, key: PropertyKey): unknown => {
      if (typeof key !== 'string') return undefined;
      if (Object.hasOwn(own, key)) return own[key];
      if (shape.methods.includes(key)) {
        own[key] = shape.template && key === 'evaluate' ? () => evaluate(id, own, shape) : method(id, key);
        return own[key];
      }
      if (shape.properties.includes(key)) return request('get', id, key, []);
      if (shape.template || PROBES.has(key)) return undefined;
      if (key in Object.prototype) return own[key];
      return refuse(`${shape.name}.${key}`);
    };
    return {
      get: read,
      set(own, key, value) {
        if (!shape.template) refuse(`assignment to ${shape.name}.${String(key)}`);
        own[key as string] = value;
        return true;
      },
      has: (own, key) => has(key) || key in own,
      ownKeys: (own) => [...new Set([...shape.properties, ...shape.methods, ...Object.keys(own)])],
      getOwnPropertyDescriptor(own, key) {
        if (!has(key) && !Object.hasOwn(own, key)) return undefined;
        // As on Google, only an enum's values are listed by `for…in` and Object.keys.
        const enumerable = shape.properties.includes(key as string);
        return { configurable: true, enumerable, writable: false, value: read(own, key) };
      },
    };
  }

  function method(id: number, name: string): (...args: unknown[]) => unknown {
    return (...args) => {
      const wires = new Array<Wire>(args.length);
      for (let i = 0; i < args.length; i += 1) wires[i] = toWire(args[i]);
      return request('call', id, name, wires);
    };
  }

  /** Scriptlets run here, since they use the script's functions and the template's properties. */
  function evaluate(id: number, own: Record<string, unknown>, shape: Shape): unknown {
    const code = request('call', id, '_compiled', []) as string;
    const visible = Object.fromEntries(Object.entries(own).filter(([key]) => !shape.methods.includes(key)));
    const text = new Function('template', `with (template) {\n${code}\n}`)(visible) as string;
    return request('call', id, '_evaluated', [text]);
  }

  function missingGlobal(name: string): unknown {
    return new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? undefined : refuse(`${name}.${key}`)) });
  }

  /** Made at first use: most executions use few services. Replaceable, as on Google. */
  function defineGlobal(name: string, make: () => unknown): void {
    const fix = (value: unknown): void => {
      Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });
    };
    Object.defineProperty(global, name, {
      configurable: true,
      enumerable: false,
      get() {
        const value = make();
        fix(value);
        return value;
      },
      set: fix,
    });
  }

  /** Runs by the workspace's clock; the rest is the realm's own Date. */
  function WorkspaceDate(this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new MachineDate(nowMs()).toString();
    return Reflect.construct(
      MachineDate,
      args.length === 0 ? [nowMs()] : args,
      new.target as unknown as DateConstructor,
    );
  }

  function installDate(): void {
    Object.defineProperties(WorkspaceDate, {
      name: { value: 'Date' },
      length: { value: 7 },
      prototype: { value: MachineDate.prototype, writable: false },
      now: { value: nowMs, writable: true, configurable: true },
      parse: { value: MachineDate.parse, writable: true, configurable: true },
      UTC: { value: MachineDate.UTC, writable: true, configurable: true },
    });
    Object.defineProperty(MachineDate.prototype, 'constructor', {
      value: WorkspaceDate,
      writable: true,
      configurable: true,
    });
    Object.defineProperty(global, 'Date', { value: WorkspaceDate, writable: true, configurable: true });
  }

  function asText(value: unknown): string {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.stack ?? String(value);
    if (value === null || typeof value !== 'object' || idOf.has(value)) return String(value);
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  }

  function formatted(values: unknown[]): string {
    const rest = values.slice(1);
    let head = values.length > 0 ? asText(values[0]) : '';
    if (typeof values[0] === 'string' && rest.length > 0) {
      head = head.replace(/%([sdifjoO%])/g, (whole, kind: string) => {
        if (kind === '%') return '%';
        if (rest.length === 0) return whole;
        const value = rest.shift();
        if (kind === 'd' || kind === 'i') return String(Math.trunc(Number(value)));
        return kind === 'f' ? String(Number(value)) : asText(value);
      });
    }
    return [head, ...rest.map(asText)].join(' ');
  }

  function makeConsole(): Record<string, (...values: unknown[]) => void> {
    const to =
      (level: string) =>
      (...values: unknown[]): void => {
        request('call', 0, 'log', [level, formatted(values)]);
      };
    const started = new Map<string, number>();
    return {
      log: to('INFO'),
      info: to('INFO'),
      debug: to('DEBUG'),
      warn: to('WARNING'),
      error: to('ERROR'),
      time(label = 'default') {
        started.set(String(label), nowMs());
      },
      timeEnd(label = 'default') {
        const since = started.get(String(label));
        if (since === undefined) return;
        started.delete(String(label));
        to('DEBUG')(`${String(label)}: ${nowMs() - since}ms`);
      },
    };
  }

  installDate();
  const consoleObject = makeConsole();
  defineGlobal('console', () => consoleObject);
  for (const name of start.services) defineGlobal(name, () => request('call', 0, 'service', [name]));
  for (const name of start.missing) defineGlobal(name, () => missingGlobal(name));

  // Called by another name, eval runs in the global scope, to which there is no other way in.
  // biome-ignore lint/security/noGlobalEval: see above
  const evaluateGlobally = eval;

  /** Top-level `const f = …` are not properties of the global object: only the scope finds them. */
  function lookUp(functionName: string): unknown {
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(functionName)) return undefined;
    return evaluateGlobally(`typeof ${functionName} === 'undefined' ? undefined : ${functionName}`);
  }

  function failure(thrown: unknown): Outcome {
    const isError = thrown instanceof Error;
    return {
      error: {
        name: isError ? thrown.name : '',
        message: isError ? thrown.message : asText(thrown),
        stack: isError ? String(thrown.stack) : '',
      },
    };
  }

  return (functionName, args) => {
    try {
      const found = lookUp(functionName);
      if (typeof found !== 'function') throw exception(`Script function not found: ${functionName}`);
      const value = found(...args.map(fromWire));
      if (!(value instanceof Promise)) return { value: toWire(value) };
      // The realm's microtasks are run before the outcome is read; what is still pending then never ends.
      const outcome: Outcome = { value: undefined };
      value.then(
        (settled) => Object.assign(outcome, { value: toWire(settled) }),
        (thrown) => Object.assign(outcome, failure(thrown)),
      );
      return outcome;
    } catch (thrown) {
      return failure(thrown);
    }
  };
}
