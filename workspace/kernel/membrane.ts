import { GoogleEnum, GoogleEnumValue, GoogleError, GoogleObject } from './google-object.ts';
import type { Message, Reply, Shape, Wire } from './wire.ts';

/** What the membrane reports to whoever keeps the execution's accounts. */
export interface MembraneAccounts {
  /** Before the host method runs. Throws when a limit is reached. */
  beforeCall(method: string, args: readonly unknown[]): void;
  /** After it: what came back may cost too (cells read). */
  afterCall(method: string, result: unknown): void;
  chargedMs(): number;
  /** Everything else the script side asks of object 0. */
  ownCall(name: string, args: unknown[]): unknown;
  /** An error in the workspace's own code, not one of Google's. */
  internalError(method: string, error: unknown): void;
}

/**
 * The workspace's half of the membrane: host objects of one execution by number, their shapes,
 * and the one door `receive`, through which every read and call of the script comes.
 */
export class Membrane {
  readonly #objects: (GoogleObject | undefined)[] = [undefined];
  readonly #ids = new Map<GoogleObject, number>();
  readonly #names = new Map<GoogleObject, string>();
  readonly #shapeIds = new Map<unknown, number>();
  readonly #shapes: Shape[] = [];
  #unsentShapes: Shape[] = [];
  readonly #accounts: MembraneAccounts;

  constructor(accounts: MembraneAccounts) {
    this.#accounts = accounts;
  }

  /** Gives a service the name of its global, for refusals and counts: 'SpreadsheetApp'. */
  nameService(service: GoogleObject, name: string): void {
    this.#names.set(service, name);
  }

  receive(message: Message): Reply {
    const reply: Reply = { chargedMs: 0 };
    try {
      reply.value = this.toWire(this.#perform(message));
    } catch (error) {
      if (error instanceof Suspended) throw error;
      reply.error = this.#errorForScript(message, error);
    }
    reply.chargedMs = this.#accounts.chargedMs();
    if (this.#unsentShapes.length > 0) {
      reply.shapes = this.#unsentShapes;
      this.#unsentShapes = [];
    }
    return reply;
  }

  /** Shapes that a value made outside of `receive` needs (the arguments of the call). */
  takeUnsentShapes(): Shape[] {
    const shapes = this.#unsentShapes;
    this.#unsentShapes = [];
    return shapes;
  }

  #perform({ op, id, name, args }: Message): unknown {
    const values = args.map((arg) => this.fromWire(arg));
    if (id === 0) return this.#accounts.ownCall(name, values);
    const target = this.#objects[id] as GoogleObject;
    if (op === 'get') return this.#property(target, name);
    if (name === 'toString') return this.#names.get(target) ?? target.toString();
    const method = Reflect.get(target, name) as (...values: unknown[]) => unknown;
    if (name === '_evaluated') return method.apply(target, values);
    // The script called `evaluate`; the script side asks for the code first and brings the text after.
    const counted = `${this.#nameOf(target)}.${name === '_compiled' ? 'evaluate' : name}`;
    this.#accounts.beforeCall(counted, values);
    const result = method.apply(target, values);
    this.#accounts.afterCall(counted, result);
    return result;
  }

  #property(target: GoogleObject, name: string): unknown {
    return target instanceof GoogleEnum ? target._of(name) : Reflect.get(target, name);
  }

  #nameOf(target: GoogleObject): string {
    return this.#names.get(target) ?? target._className;
  }

  #errorForScript(message: Message, error: unknown): { name: string; message: string } {
    if (error instanceof GoogleError) return { name: error.name, message: error.message };
    this.#accounts.internalError(
      `${message.id === 0 ? '' : this.#nameOf(this.#objects[message.id]!)}.${message.name}`,
      error,
    );
    return error instanceof Error
      ? { name: error.name, message: error.message }
      : { name: 'Error', message: String(error) };
  }

  toWire(value: unknown): Wire {
    if (value === null || typeof value !== 'object') {
      return typeof value === 'function' ? { t: 'function', name: value.name } : (value as Wire);
    }
    if (Array.isArray(value)) {
      const items = new Array<Wire>(value.length);
      for (let i = 0; i < value.length; i += 1) items[i] = this.toWire(value[i]);
      return items;
    }
    if (value instanceof GoogleObject) return { t: 'object', id: this.#idOf(value), shape: this.#shapeOf(value) };
    if (value instanceof Date) return { t: 'date', ms: value.getTime() };
    if (value instanceof Error) {
      return { t: 'error', name: value.name, message: value.message, stack: String(value.stack) };
    }
    // Google's bytes are arrays of signed numbers.
    if (value instanceof Uint8Array) return Array.from(new Int8Array(value.buffer, value.byteOffset, value.byteLength));
    const keys = Object.keys(value);
    return { t: 'plain', keys, values: keys.map((key) => this.toWire((value as Record<string, unknown>)[key])) };
  }

  fromWire(wire: Wire): unknown {
    if (wire === null || typeof wire !== 'object') return wire;
    if (Array.isArray(wire)) {
      const items = new Array<unknown>(wire.length);
      for (let i = 0; i < wire.length; i += 1) items[i] = this.fromWire(wire[i]);
      return items;
    }
    if (wire.t === 'date') return new Date(wire.ms);
    if (wire.t === 'object') return this.#objects[wire.id];
    if (wire.t === 'function') return notCallable(wire.name);
    if (wire.t === 'error') {
      const error = new Error(wire.message);
      error.name = wire.name;
      error.stack = wire.stack;
      return error;
    }
    // Unlike an assignment, it makes a property of any name: '__proto__' too.
    return Object.fromEntries(wire.keys.map((key, i) => [key, this.fromWire(wire.values[i])]));
  }

  #idOf(object: GoogleObject): number {
    let id = this.#ids.get(object);
    if (id === undefined) {
      id = this.#objects.push(object) - 1;
      this.#ids.set(object, id);
    }
    return id;
  }

  #shapeOf(object: GoogleObject): number {
    // Enums of one class differ in their values; a service, in its name.
    const own = object instanceof GoogleEnum || object instanceof GoogleEnumValue || this.#names.has(object);
    const key = own ? this.#nameOf(object) + object.constructor.name : Object.getPrototypeOf(object);
    let id = this.#shapeIds.get(key);
    if (id === undefined) {
      id = this.#shapes.length;
      const shape = { id, name: this.#nameOf(object), ...membersOf(object) };
      this.#shapes.push(shape);
      this.#unsentShapes.push(shape);
      this.#shapeIds.set(key, id);
    }
    return id;
  }
}

/** Thrown by `Execution.wait`: the call is made again when the promise is there. */
export class Suspended extends Error {
  readonly until: Promise<void>;

  constructor(until: Promise<void>) {
    super('the call waits for something outside');
    this.until = until;
  }
}

function membersOf(object: GoogleObject): Omit<Shape, 'id' | 'name'> {
  if (object instanceof GoogleEnum) {
    return { methods: ['toString'], properties: Object.keys(object._values), template: false };
  }
  const held = Object.keys(object).filter(
    (name) => !name.startsWith('_') && Reflect.get(object, name) instanceof GoogleEnum,
  );
  const { methods, getters } = classMembers(Object.getPrototypeOf(object));
  return { methods, properties: [...held, ...getters], template: '_compiled' in object && '_evaluated' in object };
}

/** A class is looked through once for the process, not once for each run of a script. */
const CLASS_MEMBERS = new WeakMap<object, { methods: string[]; getters: string[] }>();

function classMembers(prototype: object): { methods: string[]; getters: string[] } {
  const known = CLASS_MEMBERS.get(prototype);
  if (known) return known;
  const methods = new Set<string>();
  const getters: string[] = [];
  for (let level = prototype; level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (name.startsWith('_') || name === 'constructor') continue;
      if (typeof member.value === 'function') methods.add(name);
      else if (member.get) getters.push(name);
    }
  }
  const members = { methods: [...methods], getters };
  CLASS_MEMBERS.set(prototype, members);
  return members;
}

function notCallable(name: string): () => never {
  return () => {
    throw new GoogleError(`the workspace cannot call the script's function ${name}`);
  };
}
