import { existsSync, readFileSync, rmSync } from 'node:fs';
import PostalMime from 'postal-mime';
import type { Kernel } from '../../../workspace/kernel/kernel.ts';
import type { GmailApp } from '../../../workspace/services/mail/gmail-app.ts';
import type { MailApp } from '../../../workspace/services/mail/mail-app.ts';
import { outbox } from '../../../workspace/services/mail/outbox.ts';
import { handOver, writeOutbox } from '../../../workspace/services/mail/outbox-files.ts';
import { gmailService, mailService } from '../../../workspace/services/mail/service.ts';
import { Blob } from '../../../workspace/services/utilities/blob.ts';
import { givenExecution, givenKernel, START } from '../documents/host-execution.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function givenMail(kernel: Kernel = givenKernel()) {
  const { service } = givenExecution(kernel);
  return { kernel, mail: service<MailApp>(mailService), gmail: service<GmailApp>(gmailService) };
}

async function read(path: string | undefined) {
  return PostalMime.parse(readFileSync(path as string));
}

const addresses = (count: number): string =>
  Array.from({ length: count }, (_, index) => `user${index + 1}@example.ru`).join(',');

test('a message becomes an .eml file that a mail program reads: text, HTML, attachment, picture', async () => {
  const { kernel, mail } = givenMail();
  mail.sendEmail({
    to: 'Петрова Анна <petrova@example.ru>',
    cc: 'chief@example.ru',
    replyTo: 'noko@example.ru',
    name: 'Отдел образования',
    subject: 'Срок подходит: 5 дней',
    body: 'Обычный текст',
    htmlBody: '<p>Текст с <b>разметкой</b> <img src="cid:logo"></p>',
    attachments: [new Blob(new TextEncoder().encode('а;б\n1;2'), 'text/csv', 'План работ.csv')],
    inlineImages: { logo: new Blob(new Uint8Array([1, 2, 3]), 'image/png', 'logo.png') },
  });
  const [path] = await writeOutbox(kernel);
  expect(path).toMatch(/outbox\/0001-petrova@example\.ru\.eml$/);
  const email = await read(path);
  expect(email.from).toMatchObject({ name: 'Отдел образования', address: 'ivanova@example.ru' });
  expect(email.to).toMatchObject([{ name: 'Петрова Анна', address: 'petrova@example.ru' }]);
  expect(email.cc).toMatchObject([{ address: 'chief@example.ru' }]);
  expect(email.replyTo).toMatchObject([{ address: 'noko@example.ru' }]);
  expect(email.subject).toBe('Срок подходит: 5 дней');
  expect(email.text?.trim()).toBe('Обычный текст');
  expect(email.html).toContain('<b>разметкой</b>');
  expect(new Date(email.date as string).getTime()).toBe(START);
  const [csv, picture] = [...email.attachments]
    .sort((one, other) => one.mimeType.localeCompare(other.mimeType))
    .reverse();
  expect(csv).toMatchObject({ filename: 'План работ.csv', mimeType: 'text/csv' });
  expect(new TextDecoder().decode(csv?.content as ArrayBuffer)).toBe('а;б\n1;2');
  expect(picture).toMatchObject({ mimeType: 'image/png', contentId: '<logo>' });
});

test('all four ways to call sendEmail say the same', () => {
  const { kernel, mail } = givenMail();
  mail.sendEmail('a@example.ru', 'Тема', 'Текст');
  mail.sendEmail('a@example.ru', 'Тема', 'Текст', { replyTo: 'b@example.ru' });
  mail.sendEmail('a@example.ru', 'b@example.ru', 'Тема', 'Текст');
  mail.sendEmail({ to: 'a@example.ru', subject: 'Тема', body: 'Текст', replyTo: 'b@example.ru' });
  expect(outbox(kernel)).toMatchObject([
    { to: ['a@example.ru'], subject: 'Тема', text: 'Текст' },
    { to: ['a@example.ru'], subject: 'Тема', text: 'Текст', replyTo: 'b@example.ru' },
    { to: ['a@example.ru'], subject: 'Тема', text: 'Текст', replyTo: 'b@example.ru' },
    { to: ['a@example.ru'], subject: 'Тема', text: 'Текст', replyTo: 'b@example.ru' },
  ]);
});

test.each([
  [['a@example.ru', 'Тема', 5], /parameters \(String,String,Number\) don't match the method signature/],
  [['', 'Тема', 'Текст'], /^Failed to send email: no recipient$/],
  [['вася', 'Тема', 'Текст'], /^Invalid email: вася$/],
  [['a@example.ru, b@', 'Тема', 'Текст'], /^Invalid email: b@$/],
  [[addresses(51), 'Тема', 'Текст'], /^Limit Exceeded: Email Recipients Per Message\.$/],
  [['a@example.ru', 'Тема', 'я'.repeat(102_401)], /^Limit Exceeded: Email Body Size\.$/],
])('what Google refuses is refused in its words: %#', (args, words) => {
  const { kernel, mail } = givenMail();
  expect(() => mail.sendEmail(...args)).toThrow(words);
  expect(outbox(kernel)).toEqual([]);
  expect(mail.getRemainingDailyQuota()).toBe(100);
});

test('attachments together may have 25 MB and not a byte more', () => {
  const { mail } = givenMail();
  const half = new Blob(new Uint8Array(12.5 * 1024 * 1024), 'application/zip', 'half.zip');
  const byte = new Blob(new Uint8Array(1), 'application/zip', 'byte.zip');
  mail.sendEmail({ to: 'a@example.ru', attachments: [half, half] });
  expect(() => mail.sendEmail({ to: 'a@example.ru', attachments: [half, half, byte] })).toThrow(
    'Limit Exceeded: Email Total Attachments Size.',
  );
});

test('a hundred recipients a day, hidden ones too; the next day there are a hundred again', () => {
  const { kernel, mail } = givenMail();
  mail.sendEmail({ to: addresses(40), cc: 'x@example.ru', bcc: 'y@example.ru,z@example.ru', subject: 'Раз' });
  expect(mail.getRemainingDailyQuota()).toBe(57);
  mail.sendEmail(addresses(50), 'Два', '');
  expect(() => mail.sendEmail(addresses(8), 'Три', '')).toThrow('Service invoked too many times for one day: email.');
  expect(mail.getRemainingDailyQuota()).toBe(7);
  kernel.clock.set(START + DAY_MS);
  expect(mail.getRemainingDailyQuota()).toBe(100);
  mail.sendEmail(addresses(8), 'Три', '');
  expect(outbox(kernel).map(({ subject }) => subject)).toEqual(['Раз', 'Два', 'Три']);
});

test('killed between sending and writing, the workspace writes the file when it opens, once and the same', async () => {
  const { kernel, mail } = givenMail();
  mail.sendEmail('a@example.ru', 'Тема', 'Текст');
  const before = outbox(kernel)[0];
  // No `close`: the process is gone.
  const again = givenKernel(kernel.directory);
  const [path] = await writeOutbox(again);
  const email = await read(path);
  expect(email.messageId).toBe(before?.messageId);
  rmSync(path as string);
  expect(await writeOutbox(again)).toEqual([]);
  expect(existsSync(path as string)).toBe(false);
  expect(outbox(again)).toHaveLength(1);
});

test('a mail server gets each message once and does not see hidden recipients', async () => {
  const { kernel, mail } = givenMail();
  mail.sendEmail({ to: 'a@example.ru', bcc: 'hidden@example.ru', subject: 'Тема', body: 'Текст\nBcc: не заголовок' });
  const sent: { envelope: { to: string[] }; raw: Buffer }[] = [];
  const transport = { sendMail: async (mail: unknown) => void sent.push(mail as (typeof sent)[0]) };
  expect(await handOver(kernel, transport as never)).toBe(1);
  expect(await handOver(kernel, transport as never)).toBe(0);
  expect(sent[0]?.envelope.to).toEqual(['a@example.ru', 'hidden@example.ru']);
  const email = await PostalMime.parse(sent[0]?.raw as Buffer);
  expect(email.bcc).toBeUndefined();
  expect(email.text).toContain('Bcc: не заголовок');
});

test('a draft is no message until it is sent', () => {
  const { kernel, gmail, mail } = givenMail();
  const draft = gmail.createDraft('a@example.ru', 'Черновик', 'Текст');
  expect(outbox(kernel)).toEqual([]);
  expect(mail.getRemainingDailyQuota()).toBe(100);
  expect(draft.getMessage().getSubject()).toBe('Черновик');
  draft.update('b@example.ru', 'Письмо', 'Текст');
  draft.send();
  expect(outbox(kernel)).toMatchObject([{ to: ['b@example.ru'], subject: 'Письмо' }]);
  expect(gmail.getDrafts()).toEqual([]);
});

test('without authorisation no letter leaves: simple triggers may not send', () => {
  const kernel = givenKernel();
  const mail = givenExecution(kernel, 'LIMITED').service<MailApp>(mailService);
  expect(() => mail.sendEmail('a@example.ru', 'Тема', 'Текст')).toThrow(/permission to call MailApp\.sendEmail/);
});
