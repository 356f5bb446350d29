import { createHash, createHmac, createSign, randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { gunzipSync, gzipSync, unzipSync, zipSync } from 'fflate';
import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { defineEnum, GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { isTimeZone } from '../../kernel/time-zone.ts';
import { Blob } from './blob.ts';
import { formatByPattern, parseByPattern } from './date-pattern.ts';
import { formatString } from './format-string.ts';

const CHARSET = defineEnum('Charset', ['US_ASCII', 'UTF_8']);
const DIGEST = defineEnum('DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const MAC = defineEnum('MacAlgorithm', ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512']);
const RSA = defineEnum('RsaAlgorithm', ['RSA_SHA_1', 'RSA_SHA_256']);

/** @source Google's reference: "The maximum allowed value is 300000 (or 5 minutes)" */
const LONGEST_SLEEP_MS = 300_000;

/** What holds a blob: a Blob, a file, a document. */
interface BlobSource {
  getBlob(): Blob;
}

export class Utilities extends GoogleObject {
  readonly Charset = CHARSET;
  readonly DigestAlgorithm = DIGEST;
  readonly MacAlgorithm = MAC;
  readonly RsaAlgorithm = RSA;
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  base64Encode(data: unknown, charset?: unknown): string {
    return bytesOf('base64Encode', data, charset).toString('base64');
  }

  base64EncodeWebSafe(data: unknown, charset?: unknown): string {
    return this.base64Encode(data, charset).replaceAll('+', '-').replaceAll('/', '_');
  }

  base64Decode(encoded: unknown, _charset?: unknown): number[] {
    return decoded('base64Decode', encoded, /^[A-Za-z0-9+/\s]*={0,2}\s*$/);
  }

  base64DecodeWebSafe(encoded: unknown, _charset?: unknown): number[] {
    return decoded('base64DecodeWebSafe', encoded, /^[A-Za-z0-9_\-\s]*={0,2}\s*$/);
  }

  computeDigest(algorithm: unknown, value: unknown, charset?: unknown): number[] {
    const name = nodeName(DIGEST, algorithm) ?? fail('computeDigest', [algorithm, value]);
    // OpenSSL has long dropped it, and so has everyone.
    if (name === 'md2') throw new GoogleError('not available on the local workspace: Utilities.DigestAlgorithm.MD2');
    return signed(
      createHash(name)
        .update(bytesOf('computeDigest', value, charset))
        .digest(),
    );
  }

  computeHmacSignature(algorithm: unknown, value: unknown, key: unknown, charset?: unknown): number[] {
    const name = nodeName(MAC, algorithm) ?? fail('computeHmacSignature', [algorithm, value, key]);
    const secret = bytesOf('computeHmacSignature', key, charset);
    return signed(
      createHmac(name, secret)
        .update(bytesOf('computeHmacSignature', value, charset))
        .digest(),
    );
  }

  computeHmacSha256Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    return this.computeHmacSignature(MAC._of('HMAC_SHA_256'), value, key, charset);
  }

  computeRsaSignature(algorithm: unknown, value: unknown, key: unknown, charset?: unknown): number[] {
    const name = nodeName(RSA, algorithm);
    if (!name || typeof value !== 'string' || typeof key !== 'string')
      throw fail('computeRsaSignature', [algorithm, value, key]);
    const signer = createSign(`RSA-${name}`).update(bytesOf('computeRsaSignature', value, charset));
    try {
      return signed(signer.sign(key));
    } catch {
      throw new GoogleError('Invalid argument: key');
    }
  }

  computeRsaSha1Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    return this.computeRsaSignature(RSA._of('RSA_SHA_1'), value, key, charset);
  }

  computeRsaSha256Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    return this.computeRsaSignature(RSA._of('RSA_SHA_256'), value, key, charset);
  }

  formatDate(date: unknown, timeZone: unknown, format: unknown): string {
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw signatureError('Utilities.formatDate', [date, timeZone, format]);
    }
    if (Number.isNaN(date.getTime())) throw new GoogleError('Invalid argument: date. Should be of type: Date');
    return formatByPattern(date.getTime(), zoneOrUtc(timeZone), format);
  }

  parseDate(date: unknown, timeZone: unknown, format: unknown): Date {
    if (typeof date !== 'string' || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw signatureError('Utilities.parseDate', [date, timeZone, format]);
    }
    const moment = parseByPattern(date, zoneOrUtc(timeZone), format);
    if (moment === undefined) throw new GoogleError(`Unparseable date: "${date}"`);
    return new Date(moment);
  }

  formatString(template: unknown, ...args: unknown[]): string {
    if (typeof template !== 'string') throw signatureError('Utilities.formatString', [template, ...args]);
    return formatString(template, args);
  }

  getUuid(): string {
    return randomUUID();
  }

  newBlob(data: unknown, contentType: string | null = null, name: string | null = null): Blob {
    const isText = typeof data === 'string';
    return new Blob(bytesOf('newBlob', data), contentType ?? (isText ? 'text/plain' : null), name);
  }

  parseCsv(csv: unknown, delimiter: unknown = ','): string[][] {
    if (typeof csv !== 'string' || typeof delimiter !== 'string')
      throw signatureError('Utilities.parseCsv', [csv, delimiter]);
    try {
      return parse(csv, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
    } catch {
      throw new GoogleError('Could not parse text.');
    }
  }

  sleep(milliseconds: unknown): void {
    if (typeof milliseconds !== 'number') throw signatureError('Utilities.sleep', [milliseconds]);
    if (milliseconds < 0 || milliseconds > LONGEST_SLEEP_MS)
      throw new GoogleError('sleep time must be between 0 and 300000');
    this.#execution.spend(milliseconds);
  }

  gzip(source: unknown, name?: string): Blob {
    const blob = blobOf('gzip', source);
    return new Blob(
      gzipSync(blob._bytes),
      'application/x-gzip',
      name ?? (blob.getName() ? `${blob.getName()}.gz` : 'archive.gz'),
    );
  }

  ungzip(source: unknown): Blob {
    const blob = blobOf('ungzip', source);
    return new Blob(
      unpacked(() => gunzipSync(blob._bytes)),
      null,
      blob.getName()?.replace(/\.gz$/, '') ?? null,
    );
  }

  zip(sources: unknown, name = 'archive.zip'): Blob {
    if (!Array.isArray(sources)) throw signatureError('Utilities.zip', [sources]);
    const files: Record<string, [Uint8Array, { mtime: Date }]> = {};
    for (const [index, source] of sources.entries()) {
      const blob = blobOf('zip', source);
      const fileName = blob.getName() ?? `Untitled${index === 0 ? '' : ` ${index}`}`;
      if (fileName in files)
        throw new GoogleError(`Cannot add two files with the same name to a zip archive: ${fileName}`);
      files[fileName] = [blob._bytes, { mtime: new Date(this.#execution.now()) }];
    }
    return new Blob(zipSync(files), 'application/zip', name);
  }

  unzip(source: unknown): Blob[] {
    const blob = blobOf('unzip', source);
    const files = unpacked(() => unzipSync(blob._bytes));
    return Object.entries(files)
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, bytes]) => new Blob(bytes, null, name).setContentTypeFromExtension());
  }

  jsonParse(jsonString: unknown): unknown {
    if (typeof jsonString !== 'string') throw signatureError('Utilities.jsonParse', [jsonString]);
    try {
      return JSON.parse(jsonString);
    } catch (error) {
      throw new GoogleError((error as Error).message);
    }
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }
}

function fail(method: string, args: readonly unknown[]): never {
  throw signatureError(`Utilities.${method}`, args);
}

function bytesOf(method: string, data: unknown, charset?: unknown): Buffer {
  if (typeof data === 'string') {
    if (charset !== undefined && !(charset instanceof GoogleEnumValue)) throw fail(method, [data, charset]);
    if (charset !== CHARSET._of('US_ASCII')) return Buffer.from(data, 'utf8');
    // Java writes `?` for what ASCII has not.
    return Buffer.from(data.replace(/[^\0-\x7f]/g, '?'), 'latin1');
  }
  if (Array.isArray(data) && data.every((byte) => typeof byte === 'number')) return Buffer.from(data as number[]);
  throw fail(method, [data]);
}

function signed(bytes: Buffer): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function decoded(method: string, encoded: unknown, allowed: RegExp): number[] {
  if (typeof encoded !== 'string') throw fail(method, [encoded]);
  if (!allowed.test(encoded)) throw new GoogleError('Could not decode string.');
  return signed(Buffer.from(encoded, 'base64'));
}

/** 'HMAC_SHA_256' → 'sha256' */
function nodeName(type: { _values: object }, value: unknown): string | undefined {
  if (!(value instanceof GoogleEnumValue) || !Object.values(type._values).includes(value)) return undefined;
  return value
    .name()
    .replace(/^(HMAC|RSA)_/, '')
    .replace('_', '')
    .toLowerCase();
}

/** Java takes a zone that it does not know for GMT, and so does Google. */
function zoneOrUtc(zone: string): string {
  return isTimeZone(zone) ? zone : 'UTC';
}

function blobOf(method: string, source: unknown): Blob {
  const holds = source instanceof GoogleObject && 'getBlob' in source;
  return holds ? (source as unknown as BlobSource).getBlob() : fail(method, [source]);
}

function unpacked<T>(unpack: () => T): T {
  try {
    return unpack();
  } catch {
    throw new GoogleError('Invalid argument: blob is not an archive');
  }
}

export const utilitiesService: ServiceDefinition = {
  name: 'Utilities',
  create: (execution) => new Utilities(execution),
};
