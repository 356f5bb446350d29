import { GoogleError } from '../../kernel/google-object.ts';
import { type MessageContent, recipientsOf } from './message.ts';

/** @source Google, "Quotas for Google services", consumer accounts */
export const MAIL_LIMITS = {
  recipientsPerDay: 100,
  recipientsPerMessage: 50,
  bodyBytes: 200 * 1024,
  attachments: 250,
  attachmentsBytes: 25 * 1024 * 1024,
};

/** @throws GoogleError in Google's words, naming the limit */
export function checkLimits(message: MessageContent): void {
  if (recipientsOf(message).length > MAIL_LIMITS.recipientsPerMessage) {
    throw new GoogleError('Limit Exceeded: Email Recipients Per Message.');
  }
  if ([message.text, message.html].some((body) => Buffer.byteLength(body ?? '') > MAIL_LIMITS.bodyBytes)) {
    throw new GoogleError('Limit Exceeded: Email Body Size.');
  }
  if (message.files.length > MAIL_LIMITS.attachments) {
    throw new GoogleError('Limit Exceeded: Email Attachments Per Message.');
  }
  if (message.files.reduce((sum, file) => sum + file.sizeBytes, 0) > MAIL_LIMITS.attachmentsBytes) {
    throw new GoogleError('Limit Exceeded: Email Total Attachments Size.');
  }
}
