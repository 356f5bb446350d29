import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { byteShelf } from '../drive/byte-shelf.ts';
import { Blob } from '../utilities/blob.ts';
import { addressList } from './addresses.ts';
import type { MessageContent, MessageFile } from './message.ts';

/**
 * A message from what `sendEmail` and `createDraft` take: an object, or recipient, subject,
 * body and options, or – without options – recipient, reply-to, subject, body.
 *
 * @param method for Google's words about wrong arguments: 'MailApp.sendEmail'
 * @throws GoogleError for wrong arguments, a wrong address or no recipient
 */
export function composeMessage(kernel: Kernel, method: string, args: readonly unknown[]): MessageContent {
  const given = fields(method, args);
  const text = (name: string): string | undefined => {
    const value = given[name];
    if (value === undefined || value === null) return undefined;
    return String(value);
  };
  const list = (name: string): string[] => addressList(text(name) ?? '');
  const files = [
    ...attachments(kernel, method, given.attachments),
    ...inlineImages(kernel, method, given.inlineImages),
  ];
  const sender = given.noReply === true ? `noreply@${kernel.user.email.split('@')[1]}` : kernel.user.email;
  const message: MessageContent = {
    from: text('from') ?? sender,
    ...optional('fromName', text('name')),
    to: list('to'),
    cc: list('cc'),
    bcc: list('bcc'),
    ...optional('replyTo', text('replyTo')),
    subject: text('subject') ?? '',
    ...optional('text', text('body')),
    ...optional('html', text('htmlBody')),
    files,
  };
  if (message.to.length + message.cc.length + message.bcc.length === 0) {
    throw new GoogleError('Failed to send email: no recipient');
  }
  return message;
}

function fields(method: string, args: readonly unknown[]): Record<string, unknown> {
  const [first] = args;
  if (args.length === 1 && isPlain(first)) return first;
  const texts = args.every((arg) => typeof arg === 'string');
  if (args.length === 4 && texts) {
    const [to, replyTo, subject, body] = args;
    return { to, replyTo, subject, body };
  }
  const [to, subject, body, options] = args;
  const isCall = args.length === 3 ? texts : args.length === 4 && args.slice(0, 3).every(isText) && isPlain(options);
  if (!isCall) throw signatureError(method, args);
  return { ...(options as object | undefined), to, subject, body };
}

function attachments(kernel: Kernel, method: string, given: unknown): MessageFile[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new GoogleError('Invalid argument: attachments');
  return given.map((source) => messageFile(kernel, method, source));
}

function inlineImages(kernel: Kernel, method: string, given: unknown): MessageFile[] {
  if (given === undefined || given === null) return [];
  if (!isPlain(given)) throw new GoogleError('Invalid argument: inlineImages');
  return Object.entries(given).map(([contentId, source]) => ({ ...messageFile(kernel, method, source), contentId }));
}

function messageFile(kernel: Kernel, method: string, source: unknown): MessageFile {
  const blob = blobOf(source);
  if (!blob) throw new GoogleError(`Invalid argument: attachments of ${method}`);
  const bytes = blob._bytes;
  return {
    name: blob.getName() ?? 'attachment',
    contentType: blob.getContentType() ?? 'application/octet-stream',
    bytes: byteShelf(kernel).keep(bytes),
    sizeBytes: bytes.byteLength,
  };
}

/** Files, charts and documents give themselves as a blob. */
function blobOf(source: unknown): Blob | undefined {
  if (source instanceof Blob) return source;
  const blob = source instanceof GoogleObject && (source as { getBlob?: () => unknown }).getBlob?.();
  return blob instanceof Blob ? blob : undefined;
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, string>>;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof GoogleObject);
}
