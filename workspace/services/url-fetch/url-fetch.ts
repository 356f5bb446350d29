import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { Suspended } from '../../kernel/membrane.ts';
import { Blob } from '../utilities/blob.ts';
import { exchangeLater, exchangeNow, type HttpRequest, type HttpResponse } from './http-exchange.ts';
import { type FetchRequest, readRequest } from './request-options.ts';

/** @source Google's "Quotas for Google services", consumer accounts */
const RESPONSE_BYTES = 50 * 1024 * 1024;
const URL_CHARACTERS = 2 * 1024;
const MAX_REDIRECTS = 10;
/** How much of a failed answer Google quotes. */
const QUOTED_CHARACTERS = 200;

export class HTTPResponse extends GoogleObject {
  readonly #response: HttpResponse;
  readonly #url: string;

  constructor(response: HttpResponse, url: string) {
    super();
    this.#response = response;
    this.#url = url;
  }

  getResponseCode(): number {
    return this.#response.status;
  }

  getContentText(charset?: string): string {
    const declared = /charset=([^;\s]+)/i.exec(this.#contentType() ?? '')?.[1];
    return this.getBlob().getDataAsString(charset ?? declared ?? 'UTF-8');
  }

  getContent(): number[] {
    return this.getBlob().getBytes();
  }

  getBlob(): Blob {
    const bytes = Buffer.from(this.#response.bodyBase64, 'base64');
    const name = new URL(this.#url).pathname.split('/').at(-1);
    return new Blob(bytes, this.#contentType()?.split(';')[0] ?? null, name || null);
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  /** The last of each name. */
  getHeaders(): Record<string, string> {
    return Object.fromEntries(this.#response.headers.map(([name, value]) => [titled(name), value]));
  }

  /** Several of one name are an array. */
  getAllHeaders(): Record<string, string | string[]> {
    const all: Record<string, string | string[]> = {};
    for (const [lower, value] of this.#response.headers) {
      const name = titled(lower);
      const before = all[name];
      all[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
    }
    return all;
  }

  #contentType(): string | undefined {
    return this.#response.headers.find(([name]) => name === 'content-type')?.[1];
  }
}

/** Google gives header names as 'Content-Type', Node as 'content-type'. */
function titled(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());
}

export class UrlFetchApp extends GoogleObject {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  fetch(url: unknown, params?: unknown): HTTPResponse {
    return this.#run(this.#read('UrlFetchApp.fetch', url, params));
  }

  fetchAll(requests: unknown): HTTPResponse[] {
    if (!Array.isArray(requests)) throw signatureError('UrlFetchApp.fetchAll', [requests]);
    const all = requests.map((request: unknown) => {
      const params = request !== null && typeof request === 'object' ? (request as Record<string, unknown>) : undefined;
      return this.#read('UrlFetchApp.fetchAll', params ? params.url : request, params);
    });
    return all.map((request) => this.#run(request));
  }

  getRequest(url: unknown, params?: unknown): Record<string, unknown> {
    const request = this.#read('UrlFetchApp.getRequest', url, params);
    const payload = request.bodyBase64 === null ? undefined : Buffer.from(request.bodyBase64, 'base64').toString();
    const contentType = request.headers['Content-Type'];
    return {
      url: request.url,
      method: request.method.toLowerCase(),
      headers: request.headers,
      followRedirects: request.followRedirects,
      validateHttpsCertificates: true,
      useIntranet: false,
      ...(payload === undefined ? {} : { payload, contentType }),
    };
  }

  #read(method: string, url: unknown, params: unknown): FetchRequest {
    // Custom functions may fetch; simple triggers may not.
    if (this.#execution.authMode !== 'CUSTOM_FUNCTION') this.#execution.requireAuthorization(method);
    if (typeof url !== 'string') throw signatureError(method, [url, params]);
    if (url.length > URL_CHARACTERS) throw new GoogleError('Limit Exceeded: URLFetch URL Length.');
    const absolute = /^https?:\/\//i.test(url) ? url : `http://${url}`;
    if (!URL.canParse(absolute)) throw new GoogleError(`Invalid argument: ${url}`);
    return readRequest(absolute, (params ?? {}) as Record<string, unknown>);
  }

  #run(request: FetchRequest): HTTPResponse {
    let current: HttpRequest = request;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = this.#exchange(current);
      const location = response.headers.find(([name]) => name === 'location')?.[1];
      if (!request.followRedirects || response.status < 300 || response.status > 399 || location === undefined) {
        return checked(request, response, current.url);
      }
      current = redirected(current, response.status, new URL(location, current.url).href);
    }
    throw new GoogleError(`Too many redirects: ${request.url}`);
  }

  #exchange(request: HttpRequest): HttpResponse {
    this.#checkHost(request.url);
    const bare = { url: request.url, method: request.method, headers: request.headers, bodyBase64: request.bodyBase64 };
    try {
      const response = this.#execution.canWait
        ? this.#execution.wait('UrlFetchApp.fetch', () => exchangeLater(bare))
        : exchangeNow(bare);
      if (response.bodyBase64.length * 0.75 > RESPONSE_BYTES) {
        throw new GoogleError('Limit Exceeded: URLFetch Response Size.');
      }
      return response;
    } catch (error) {
      if (error instanceof GoogleError || error instanceof Suspended) throw error;
      throw new GoogleError(`Address unavailable: ${request.url}`);
    }
  }

  /** Loopback and the workspace's own list; on Google, `urlFetchWhitelist` of the manifest narrows it further. */
  #checkHost(address: string): void {
    const { kernel } = this.#execution;
    const url = new URL(address);
    const allowed =
      isLoopback(url.hostname) || kernel.allowedHosts.some((host) => host === url.host || host === url.hostname);
    if (!allowed) throw new GoogleError(`not available on the local workspace: UrlFetchApp.fetch of ${url.host}`);
    const list = kernel.project.manifest.urlFetchWhitelist;
    if (list && !isLoopback(url.hostname) && !list.some((prefix) => address.startsWith(prefix))) {
      throw new GoogleError(`The call to UrlFetchApp.fetch(${address}) is not permitted by urlFetchWhitelist.`);
    }
    const own = URL.canParse(kernel.baseUrl) && isLoopback(url.hostname) && new URL(kernel.baseUrl).port === url.port;
    if (own && !this.#execution.canWait) {
      // The server that would answer runs in this very thread.
      throw new GoogleError(
        'not available on the local workspace: UrlFetchApp.fetch of its own pages without a thread of its own',
      );
    }
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function redirected(request: HttpRequest, status: number, url: string): HttpRequest {
  const keepsMethod = status === 307 || status === 308 || request.method === 'GET' || request.method === 'HEAD';
  const headers =
    new URL(url).origin === new URL(request.url).origin ? { ...request.headers } : withoutSecrets(request.headers);
  if (keepsMethod) return { ...request, url, headers };
  delete headers['Content-Type'];
  return { url, method: 'GET', headers, bodyBase64: null };
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)));
}

function checked(request: FetchRequest, response: HttpResponse, url: string): HTTPResponse {
  const answer = new HTTPResponse(response, url);
  if (response.status < 400 || request.muteHttpExceptions) return answer;
  const { host, protocol } = new URL(url);
  throw new GoogleError(
    `Request failed for ${protocol}//${host} returned code ${response.status}. Truncated server response: ${answer
      .getContentText()
      .slice(0, QUOTED_CHARACTERS)} (use muteHttpExceptions option to examine full response)`,
  );
}

export const urlFetchService: ServiceDefinition = {
  name: 'UrlFetchApp',
  create: (execution) => new UrlFetchApp(execution),
};
