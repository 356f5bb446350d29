import type { Context } from 'hono';

/** A file that the browser saves. It is never shown in the page's origin, whatever its type says. */
export function download(context: Context, fileName: string, contentType: string, bytes: Uint8Array): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()]/g, escape)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  });
}
