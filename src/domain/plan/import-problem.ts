/** Why a plan could not be taken from where it is. Words: `texts/import-problems.ts`. */
export type ImportProblem =
  | { readonly code: 'import.empty' }
  | { readonly code: 'import.not-a-link'; readonly link: string }
  /** No such file, or no right to it. */
  | { readonly code: 'import.not-found'; readonly reason: string }
  | { readonly code: 'import.other-kind'; readonly name: string; readonly kind: 'doc' | 'pdf' | 'picture' | 'other' }
  | { readonly code: 'import.password'; readonly name: string }
  | { readonly code: 'import.broken'; readonly name: string; readonly reason: string }
  | { readonly code: 'import.too-large'; readonly found: number; readonly most: number; readonly unit: 'mb' | 'rows' }
  | { readonly code: 'import.bad-year'; readonly year: string }
  | { readonly code: 'import.bad-name'; readonly name: string };
