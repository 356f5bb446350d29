import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';

/** What of the server is reachable, by whom. */
export interface Access {
  /** The address that the server listens on. */
  host: string;
  /** Host name of the address that the pages give out, when it is another. */
  publicHost?: string;
  /** Without it everything is open, so it may be absent on a loopback address only. */
  accessKey?: string;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.replace(/^\[|\]$/g, ''));
}

/** @throws Error when the server would be open to the network without a key */
export function requireSafeAccess({ host, accessKey }: Access): void {
  if (isLoopback(host)) return;
  if (!accessKey) {
    throw new Error(
      `Адрес ${host} доступен из сети, а ключ доступа не задан. ` +
        'Задайте ключ (accessKey) или слушайте только 127.0.0.1.',
    );
  }
  if (accessKey.length < 16) throw new Error('Ключ доступа короче 16 знаков: его можно подобрать. Задайте длиннее.');
}

/** Style attributes and eval are not allowed anywhere but on the page that asks for it. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers for every answer; a page that needs another policy sets its own. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const headers = context.res.headers;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', PAGE_POLICY);
    headers.set('x-content-type-options', 'nosniff');
    // Not no-referrer: with it browsers send `Origin: null` with forms, and the origin check needs the origin.
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
  };
}

/**
 * Refuses a request that names another host: a page of another site whose name was made to
 * point here (DNS rebinding) would otherwise read the workspace with the visitor's browser.
 */
export function checkHost({ host, publicHost, accessKey }: Access): MiddlewareHandler {
  return async (context, next) => {
    // With a key the cookie is what protects, and the cookie does not go to another name.
    if (accessKey && !isLoopback(host)) return next();
    const name = hostName(context.req.header('host') ?? new URL(context.req.url).host);
    if (isLoopback(name) || name === host || (publicHost && name === publicHost)) return next();
    return context.text(`Запрос к чужому имени узла: ${name}`, 421);
  };
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}

/** Refuses a change that a page of another site has sent. */
export function checkOrigin(isOpen: (path: string) => boolean): MiddlewareHandler {
  return async (context, next) => {
    const method = context.req.method;
    if (method === 'GET' || method === 'HEAD' || isOpen(context.req.path)) return next();
    const origin = context.req.header('origin');
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    const same = origin === undefined ? !isCrossSite(context) : sameHost(origin, host);
    return same ? next() : context.text('Запрос с чужой страницы отклонён', 403);
  };
}

function isCrossSite(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function sameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

export function limitBody(maxBytes: number): MiddlewareHandler {
  return bodyLimit({ maxSize: maxBytes, onError: (context) => context.text('Запрос слишком велик', 413) });
}

const COOKIE = 'workspace-key';

/** Lets in who has the key (`?key=` once, then a cookie); without it only the public paths are there. */
export function requireKey(accessKey: string | undefined, isPublic: (path: string) => boolean): MiddlewareHandler {
  return async (context, next) => {
    if (accessKey === undefined || isPublic(context.req.path)) return next();
    if (equal(getCookie(context, COOKIE), accessKey)) return next();
    if (equal(context.req.query('key'), accessKey)) {
      const clean = new URL(context.req.url);
      clean.searchParams.delete('key');
      // Lax: links in messages lead here. Changes are held by the origin check as well.
      setCookie(context, COOKIE, accessKey, { httpOnly: true, sameSite: 'Lax', path: '/' });
      return context.redirect(clean.pathname + clean.search, 303);
    }
    return context.html(keyPage(), 401);
  };
}

function equal(given: string | undefined, key: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(key);
  return a.length === b.length && timingSafeEqual(a, b);
}

function keyPage() {
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Нужен ключ доступа</title>
      </head>
      <body>
        <main>
          <h1>Нужен ключ доступа</h1>
          <form method="get" action="/">
            <p><label for="key">Ключ доступа</label></p>
            <p><input id="key" name="key" type="password" autocomplete="current-password" required /></p>
            <p><button>Войти</button></p>
          </form>
        </main>
      </body>
    </html>`;
}
