import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';

/** @throws GoogleError always, for now: there is no printer yet */
export function printDocument(_kernel: Kernel, _id: string): Uint8Array {
  throw new GoogleError('PDF is not available in the local workspace yet.');
}
