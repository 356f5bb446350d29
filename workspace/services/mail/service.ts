import type { ServiceDefinition } from '../../kernel/execution.ts';
import { GmailApp } from './gmail-app.ts';
import { MailApp } from './mail-app.ts';

export const mailService: ServiceDefinition = { name: 'MailApp', create: (execution) => new MailApp(execution) };
export const gmailService: ServiceDefinition = { name: 'GmailApp', create: (execution) => new GmailApp(execution) };
