/** Types for the TypeScript callers of the build. */
export const distDirectory: string;
export function entryPoints(file?: string): { name: string; comment: string; parameters: string[] }[];
export function buildAddin(options?: {
  outDirectory?: string;
}): Promise<{ script: string; parts: { name: string; text: string }[]; files: string[] }>;
