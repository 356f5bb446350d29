import { momentOf } from '../kernel/time-zone.ts';

/** Moments as people read them, in the user's time zone. */
export interface Moments {
  /** 30.01.2026, 09:15 */
  full(ms: number): string;
  /** пятница, 30 января 2026 г., 09:15 */
  spoken(ms: number): string;
  /** 2026-01-30T09:15, as date inputs have it */
  input(ms: number): string;
  /** @returns undefined when the text is no date and time */
  fromInput(text: string): number | undefined;
}

export function makeMoments(timeZone: string): Moments {
  const full = new Intl.DateTimeFormat('ru-RU', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const spoken = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'full', timeStyle: 'short', timeZone });
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return {
    full: (ms) => full.format(ms),
    spoken: (ms) => spoken.format(ms),
    input: (ms) => parts.format(ms).replace(' ', 'T'),
    fromInput(text) {
      const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
      if (!match) return undefined;
      const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
      return momentOf({ year, month, day, hour, minute, second: 0 }, timeZone);
    },
  };
}

/** 40 мс; 1,2 с; 3 мин 20 с */
export function durationWords(ms: number): string {
  if (ms < 100) return `${Math.round(ms)} мс`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toLocaleString('ru-RU', { maximumFractionDigits: 1 })} с`;
  const whole = Math.round(seconds);
  return whole % 60 === 0 ? `${whole / 60} мин` : `${Math.floor(whole / 60)} мин ${whole % 60} с`;
}
