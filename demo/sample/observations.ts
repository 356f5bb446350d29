import { randomFrom } from './answers.ts';
import { INSTITUTIONS } from './institutions.ts';

/** What the sample expert writes against one item of the checklist: always the same for the same item. */
export function sampleFound(institution: string, item: string): string {
  const { equipped } = INSTITUTIONS.find(({ code }) => code === institution)!;
  const seed = [...`${institution}/${item}`].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619),
    7,
  );
  const random = randomFrom(seed);
  if (item.startsWith('ожидание')) return equipped > 0.8 ? '60' : '40';
  return random() < equipped ? 'да' : 'нет';
}
