/** A file that goes with a message. */
export interface MessageFile {
  name: string;
  contentType: string;
  /** Name on the workspace's byte shelf. */
  bytes: string;
  sizeBytes: number;
  /** For a picture inside the HTML: what stands after `cid:`. */
  contentId?: string;
}

/** What a message says, before it is sent. Addresses are as the script gave them. */
export interface MessageContent {
  from: string;
  fromName?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo?: string;
  subject: string;
  text?: string;
  html?: string;
  files: MessageFile[];
}

/** A message in the outbox. */
export interface MessageRecord extends MessageContent {
  /** From 1, in the order of sending. */
  number: number;
  /** Stays the same however often the file is written or the message is handed to a server. */
  messageId: string;
  /** Moment by the workspace's clock, milliseconds since 1970, UTC. */
  sentMs: number;
  /** Its .eml file in the `outbox` folder. */
  fileName: string;
}

/** Everyone who gets the message; each counts against the day's quota. */
export function recipientsOf(message: MessageContent): string[] {
  return [...message.to, ...message.cc, ...message.bcc];
}
