import type { MethodStanding } from '../domain/methodology/method-standing.ts';

export function standingText(standing: MethodStanding): string {
  switch (standing.kind) {
    case 'approved':
      return `приказ № ${standing.order} от ${standing.date}`;
    case 'changed-since':
      return `приказ № ${standing.order} от ${standing.date}, но после утверждения изменена`;
    case 'default':
      return 'по умолчанию (приказ № 344н), не утверждена';
    case 'edited':
      return 'изменена, не утверждена';
  }
}

/** «Методика: приказ № 15 от 20.02.2026»; by sphere where they differ. */
export function standingsText(bySphere: readonly { sphere: string; standing: MethodStanding }[]): string {
  const texts = bySphere.map(({ sphere, standing }) => ({ sphere, text: standingText(standing) }));
  const [first] = texts;
  if (!first) return 'Методика: по умолчанию (приказ № 344н), не утверждена';
  if (texts.every(({ text }) => text === first.text)) return `Методика: ${first.text}`;
  return `Методика: ${texts.map(({ sphere, text }) => `${sphere} — ${text}`).join('; ')}`;
}
