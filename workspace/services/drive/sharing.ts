import type { Kernel } from '../../kernel/kernel.ts';

export type Role = 'editors' | 'viewers' | 'commenters';

/** Who a file is shared with. Kept so that scripts can ask; the workspace has one user and hides nothing. */
export interface Sharing {
  access: string;
  permission: string;
  editors: string[];
  viewers: string[];
  commenters: string[];
  shareableByEditors: boolean;
  starred: boolean;
}

const PREFIX = 'drive-sharing:';
const UNSHARED: Sharing = {
  access: 'PRIVATE',
  permission: 'NONE',
  editors: [],
  viewers: [],
  commenters: [],
  shareableByEditors: true,
  starred: false,
};

export function sharingOf(kernel: Kernel, id: string): Sharing {
  return kernel.store.get<Sharing>(PREFIX + id) ?? UNSHARED;
}

export function changeSharing(kernel: Kernel, id: string, change: Partial<Sharing>): void {
  kernel.store.put(PREFIX + id, { ...sharingOf(kernel, id), ...change });
}

/** Gives people a role; who has a higher one keeps it. */
export function share(kernel: Kernel, id: string, role: Role, emails: readonly string[]): void {
  const sharing = sharingOf(kernel, id);
  const higher =
    role === 'editors' ? [] : role === 'commenters' ? sharing.editors : [...sharing.editors, ...sharing.commenters];
  const added = emails.filter((email) => !higher.includes(email) && !sharing[role].includes(email));
  const others = Object.fromEntries(
    (['editors', 'commenters', 'viewers'] as const).map((other) => [
      other,
      sharing[other].filter((email) => !added.includes(email)),
    ]),
  ) as Pick<Sharing, Role>;
  changeSharing(kernel, id, { ...others, [role]: [...others[role], ...added] });
}

export function unshare(kernel: Kernel, id: string, roles: readonly Role[], email: string): void {
  const sharing = sharingOf(kernel, id);
  changeSharing(
    kernel,
    id,
    Object.fromEntries(roles.map((role) => [role, sharing[role].filter((one) => one !== email)])),
  );
}
