import { createHash } from 'node:crypto';
import type { Kernel } from '../../kernel/kernel.ts';
import type { FormRecord } from './form-record.ts';
import { findForm, findPublishedForm } from './form-store.ts';

/** Addresses of a form, with Google's paths under the workspace's own origin. */
export function publishedUrl(kernel: Kernel, form: FormRecord): string {
  return `${kernel.baseUrl}/forms/d/e/${form.publishedId}/viewform`;
}

export function editUrl(kernel: Kernel, form: FormRecord): string {
  return `${kernel.baseUrl}/forms/d/${form.id}/edit`;
}

export function summaryUrl(kernel: Kernel, form: FormRecord): string {
  return `${kernel.baseUrl}/forms/d/e/${form.publishedId}/viewanalytics`;
}

export function editResponseUrl(kernel: Kernel, form: FormRecord, editKey: string): string {
  return `${publishedUrl(kernel, form)}?edit2=${encodeURIComponent(editKey)}`;
}

/** The form that an address leads to: its edit or its published page. */
export function formByUrl(kernel: Kernel, url: string): FormRecord | undefined {
  const match = /\/forms\/d\/(e\/)?([\w-]+)/.exec(url);
  if (!match) return undefined;
  const id = match[2] as string;
  return match[1] ? findPublishedForm(kernel, id) : findForm(kernel, id);
}

const SHORT = 'form-short:';

/** A short address that leads to a form's long one (Google: forms.gle/…). The same for the same address. */
export function shortUrl(kernel: Kernel, url: string): string {
  const path = url.slice(url.indexOf('/forms/d/'));
  const code = createHash('sha256').update(path).digest('base64url').slice(0, 12);
  if (kernel.store.get(SHORT + code) === undefined) kernel.store.put(SHORT + code, path);
  return `${kernel.baseUrl}/forms/s/${code}`;
}

/** The path that a short address stands for. */
export function pathOfShortCode(kernel: Kernel, code: string): string | undefined {
  return kernel.store.get<string>(SHORT + code);
}
