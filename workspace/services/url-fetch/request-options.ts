import { randomBytes } from 'node:crypto';
import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import type { Blob } from '../utilities/blob.ts';
import type { HttpRequest } from './http-exchange.ts';

export interface FetchRequest extends HttpRequest {
  followRedirects: boolean;
  muteHttpExceptions: boolean;
}

const METHODS = ['get', 'delete', 'patch', 'post', 'put'];

/**
 * Reads UrlFetchApp's advanced parameters.
 * @source Google's reference, UrlFetchApp.fetch(url, params), "Advanced parameters"
 */
export function readRequest(url: string, params: Record<string, unknown> = {}): FetchRequest {
  const { payload } = params;
  const method = String(params.method ?? 'get').toLowerCase();
  if (!METHODS.includes(method)) throw new GoogleError(`Attribute provided with invalid value: method`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries((params.headers ?? {}) as Record<string, unknown>)) {
    headers[name] = String(value);
  }
  const body = payload === undefined || payload === null ? null : bodyOf(payload);
  if (body) headers['Content-Type'] = String(params.contentType ?? body.contentType);
  const isPlainGet = method === 'get' && body === null;
  return {
    url,
    method: (body && method === 'get' && params.method === undefined ? 'post' : method).toUpperCase(),
    headers,
    bodyBase64: isPlainGet || !body ? null : body.bytes.toString('base64'),
    followRedirects: params.followRedirects !== false,
    muteHttpExceptions: params.muteHttpExceptions === true,
  };
}

interface Body {
  bytes: Buffer;
  contentType: string;
}

/** A string as it is, a blob as its bytes, an object as a form: multipart where it holds blobs. */
function bodyOf(payload: unknown): Body {
  if (isBlobSource(payload)) {
    const blob = payload.getBlob();
    return { bytes: Buffer.from(blob._bytes), contentType: blob.getContentType() ?? 'application/octet-stream' };
  }
  if (Array.isArray(payload))
    return { bytes: Buffer.from(payload as number[]), contentType: 'application/octet-stream' };
  if (typeof payload !== 'object') {
    return { bytes: Buffer.from(String(payload)), contentType: 'application/x-www-form-urlencoded' };
  }
  const fields = Object.entries(payload as Record<string, unknown>);
  if (fields.some(([, value]) => isBlobSource(value))) return multipart(fields);
  const pairs = fields.map(([name, value]): [string, string] => [name, String(value)]);
  return {
    bytes: Buffer.from(new URLSearchParams(pairs).toString()),
    contentType: 'application/x-www-form-urlencoded',
  };
}

function multipart(fields: [string, unknown][]): Body {
  const boundary = `----workspace${randomBytes(12).toString('hex')}`;
  const quoted = (text: string): string => text.replaceAll('"', '%22').replace(/\r?\n/g, ' ');
  const parts = fields.flatMap(([name, value]) => {
    const blob = isBlobSource(value) ? value.getBlob() : undefined;
    const file = blob
      ? `; filename="${quoted(blob.getName() ?? name)}"\r\nContent-Type: ${blob.getContentType() ?? 'application/octet-stream'}`
      : '';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n\r\n`;
    return [Buffer.from(head), blob ? Buffer.from(blob._bytes) : Buffer.from(String(value)), Buffer.from('\r\n')];
  });
  return {
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function isBlobSource(value: unknown): value is { getBlob(): Blob } {
  return value instanceof GoogleObject && 'getBlob' in value;
}
