import { randomFrom } from './answers.ts';
import { INSTITUTIONS } from './institutions.ts';

/** What the sample expert writes against one item of the checklist: always the same for the same item. */
export function sampleFound(institution: string, item: string): string {
  const { equipped } = INSTITUTIONS.find(({ code }) => code === institution)!;
  const random = randomFrom([...`${institution}/${item}`].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  if (item.startsWith('ожидание')) return equipped > 0.8 ? '60' : '40';
  return random() < equipped ? 'да' : 'нет';
}
