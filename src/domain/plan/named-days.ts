/** Days that plans name instead of dating them: «ко Дню знаний». */
import type { Point } from './deadline-calendar-words.ts';
import { type Cursor, peek } from './deadline-cursor.ts';

/** Beginnings of the words, and the date, which is the same each year. Other named days wait for their date as events. */
const NAMED_DAYS =
  'дн знани 0901|дн побед 0509|дн защитник отечеств 0223|женск дн 0308|дн пожил 1001|дн инвалид 1203|дн учител 1005|' +
  'дн защит дет 0601|дн росси 0612|дн народн единств 1104|дн конституци 1212|дн библиотек 0527|дн музе 0518|' +
  'дн работник культур 0325|нов год 1231';

const WHOSE = /^(международн|всемирн|всероссийск|общероссийск)/;

/** «К Международному женскому дню»: the day of the year that the name stands for; undefined where none begins here. */
export function readNamedDay(c: Cursor): Point | undefined {
  const skipped = WHOSE.test(peek(c)?.w ?? '') ? 1 : 0;
  for (const entry of NAMED_DAYS.split('|')) {
    const stems = entry.split(' ');
    const monthDay = stems.pop() as string;
    if (!stems.every((stem, i) => peek(c, skipped + i)?.w.startsWith(stem))) continue;
    c.at += skipped + stems.length;
    // «пожилых людей», «пожилого человека»
    if (/^(люд|человек)/.test(peek(c)?.w ?? '')) c.at += 1;
    return { kind: 'date', month: +monthDay.slice(0, 2), day: +monthDay.slice(2) };
  }
  return undefined;
}
