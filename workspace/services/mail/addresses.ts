import addressparser from 'nodemailer/lib/addressparser';
import { GoogleError } from '../../kernel/google-object.ts';

/**
 * Addresses of a list that a script wrote: `a@b.ru, Иванова <c@d.ru>`.
 * @throws GoogleError naming the first that is no address
 */
export function addressList(list: string): string[] {
  return addressparser(list, { flatten: true }).map((entry) => {
    const address = 'address' in entry ? (entry.address ?? '') : '';
    if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(address)) {
      throw new GoogleError(`Invalid email: ${address || entry.name}`);
    }
    return entry.name ? `${entry.name} <${address}>` : address;
  });
}

/** The bare address of an entry of `addressList`. */
export function bareAddress(entry: string): string {
  return /<([^>]+)>$/.exec(entry)?.[1] ?? entry;
}
