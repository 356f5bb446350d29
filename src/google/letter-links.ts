import { type LetterLink, linkText, readLink, sameSignature } from '../domain/plan/letter-link.ts';

/** Script properties: a web app has no document, and so perhaps no document properties. */
const SECRET = 'letter-links-secret';
/** A web app does not know the spreadsheet that its script is bound to, so its id is kept for it. */
const BOOK = 'letter-links-book';

/** Base64 for addresses of a payload, a full stop, and of its HMAC-SHA256 (32 bytes). */
const TOKEN = /^([\w-]{1,1500})\.([\w-]{43})$/;

/** Makes addresses of pages for letters; everything was read once, so each costs no call to a sheet or a property. */
export interface LetterLinks {
  addressOf(link: LetterLink): string;
}

/**
 * @param address of the web app
 * @returns links signed with the spreadsheet's own secret, which is made where there is none yet
 */
export function letterLinks(book: GoogleAppsScript.Spreadsheet.Spreadsheet, address: string): LetterLinks {
  const properties = PropertiesService.getScriptProperties();
  const known = properties.getProperties();
  if (!known[SECRET] || known[BOOK] !== book.getId()) {
    properties.setProperties({ [SECRET]: known[SECRET] ?? newSecret(), [BOOK]: book.getId() });
  }
  // Read again when just made: of two runs that made one at once, the later counts.
  const secret = known[SECRET] ?? properties.getProperty(SECRET)!;
  return {
    addressOf(link) {
      const payload = webSafe(Utilities.base64EncodeWebSafe(linkText(link), Utilities.Charset.UTF_8));
      const name = link.purpose === 'feed' ? 'feed' : 'done';
      return `${address}?${name}=${payload}.${signature(payload, secret)}`;
    },
  };
}

/** All links sent so far stop working. */
export function revokeLetterLinks(): void {
  PropertiesService.getScriptProperties().setProperty(SECRET, newSecret());
}

/**
 * Reads what came from outside: the signature is checked before anything else is done with it.
 *
 * @returns the link and the id of the spreadsheet; undefined for whatever this spreadsheet has not signed
 */
export function openLetterLink(token: unknown): { link: LetterLink; bookId: string } | undefined {
  const parts = typeof token === 'string' ? TOKEN.exec(token) : null;
  if (!parts) return undefined;
  const [, payload, signed] = parts as unknown as [string, string, string];
  const { [SECRET]: secret, [BOOK]: bookId } = PropertiesService.getScriptProperties().getProperties();
  if (!secret || !bookId || !sameSignature(signature(payload, secret), signed)) return undefined;
  const padded = payload + '==='.slice(0, (4 - (payload.length % 4)) % 4);
  const link = readLink(Utilities.newBlob(Utilities.base64DecodeWebSafe(padded)).getDataAsString('UTF-8'));
  return link && { link, bookId };
}

/**
 * Where the web app is.
 *
 * @param written what an official wrote in «Настройки»: Google names one address where a script has several deployments
 * @returns undefined where the script is not deployed, or Google names the test address, which opens for editors only
 */
export function webAppAddress(written: string): string | undefined {
  const address = written.trim() || ScriptApp.getService().getUrl() || '';
  return /^https?:\/\/[^\s?#]+\/exec$/.test(address) ? address : undefined;
}

function signature(payload: string, secret: string): string {
  return webSafe(Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(payload, secret)));
}

function webSafe(encoded: string): string {
  return encoded.replace(/=+$/, '');
}

/** Each UUID has 122 random bits. */
function newSecret(): string {
  return Utilities.getUuid() + Utilities.getUuid() + Utilities.getUuid();
}
