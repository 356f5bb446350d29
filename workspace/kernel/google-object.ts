/**
 * Anything a script may hold: a service, a sheet, a range, a form item, an enum value.
 *
 * The script never sees the object itself but the membrane's stand-in, which counts the
 * call, refuses what is not there by name, and moves values between the two realms.
 * So a subclass is plain code: public methods on the prototype are what the script can
 * call; anything private to the workspace is `#private` or starts with `_`.
 *
 * To let the compiler hold a class against Google's interface, merge the two:
 *
 *   export interface Sheet extends GoogleAppsScript.Spreadsheet.Sheet {}
 *   export class Sheet extends GoogleObject { … }
 *
 * A method whose parameters do not fit is then a compile error, and the class may be
 * returned where Google's type is expected though it does not have every method yet.
 */
export abstract class GoogleObject {
  /** The name Google shows for the object: 'Sheet', 'Range', 'TextItem'. */
  get _className(): string {
    return this.constructor.name;
  }

  toString(): string {
    return this._className;
  }
}

/** One value of a Google enum: an object whose `toString()` is its name. */
export class GoogleEnumValue extends GoogleObject {
  readonly #name: string;
  readonly #ordinal: number;
  readonly #type: string;

  constructor(type: string, name: string, ordinal: number) {
    super();
    this.#type = type;
    this.#name = name;
    this.#ordinal = ordinal;
  }

  override get _className(): string {
    return this.#type;
  }

  name(): string {
    return this.#name;
  }

  ordinal(): number {
    return this.#ordinal;
  }

  /** How the value is written in JSON, in the workspace's files and in messages. */
  toJSON(): string {
    return this.#name;
  }

  compareTo(other: GoogleEnumValue): number {
    return this.#ordinal - other.ordinal();
  }

  override toString(): string {
    return this.#name;
  }
}

/**
 * An enum as scripts see it: `FormApp.ItemType.TEXT`. A holder of values, made once per type.
 * The cast gives the caller Google's own type for the values.
 */
export function defineEnum<Names extends string>(type: string, names: readonly Names[]): GoogleEnum<Names> {
  const values = {} as Record<Names, GoogleEnumValue>;
  names.forEach((name, ordinal) => {
    values[name] = new GoogleEnumValue(type, name, ordinal);
  });
  return new GoogleEnum(type, values);
}

/** The holder: the membrane lets scripts read `of` members as properties. */
export class GoogleEnum<Names extends string = string> extends GoogleObject {
  readonly #type: string;
  readonly _values: Readonly<Record<Names, GoogleEnumValue>>;

  constructor(type: string, values: Record<Names, GoogleEnumValue>) {
    super();
    this.#type = type;
    this._values = values;
  }

  override get _className(): string {
    return this.#type;
  }

  /** The value with this name. Workspace code uses it when it reads its own files. */
  _of(name: Names): GoogleEnumValue {
    return this._values[name];
  }
}

/** An error that a script sees as Google's own: `Exception: …`. */
export class GoogleError extends Error {
  override name = 'Exception';
}

/** Google's words for a call with wrong arguments. */
export function signatureError(method: string, args: readonly unknown[]): GoogleError {
  return new GoogleError(
    `The parameters (${args.map(typeInWords).join(',')}) don't match the method signature for ${method}.`,
  );
}

function typeInWords(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'number[]';
  if (value instanceof GoogleObject) return value._className;
  if (value instanceof Date) return '(class)';
  return value instanceof Function ? 'Function' : capitalised(typeof value);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
