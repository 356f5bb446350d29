import { addDays, type IsoDate } from '../../domain/plan/dates.ts';
import { type DueLink, textMark } from '../../domain/plan/letter-link.ts';
import { type LetterLinks, letterLinks, revokeLetterLinks, webAppAddress } from '../../google/letter-links.ts';
import { confirm } from '../../ui/say.ts';
import { readSettings, SETTINGS, type Settings } from '../../workbook/settings.ts';
import type { Outcome } from '../guarded.ts';
import type { DueRow } from '../plan/due-row.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Makes the links of the letters of one day. */
export interface LinkGiver {
  /** Marks the due date as done in the person's name. */
  confirm(row: DueRow, person: string): string;
  /** Shows the page and marks nothing. */
  trial(row: DueRow): string;
  /** The person's dates for a calendar program. */
  feed(person: string): string;
}

/** @returns undefined where there is no web app: letters then have no links, and all else works as ever */
export function linkGiver(book: Spreadsheet, settings: Settings, today: IsoDate): LinkGiver | undefined {
  const address = webAppAddress(settings.webApp);
  if (address === undefined) return undefined;
  const links: LetterLinks = letterLinks(book, address);
  const lastDay = addDays(today, daysOf(settings));
  const due = (purpose: DueLink['purpose'], { plan, line, due, measure }: DueRow, person: string): string =>
    links.addressOf({ purpose, plan, line, due, person, mark: textMark(measure), lastDay });
  return {
    confirm: (row, person) => due('done', row, person),
    trial: (row) => due('trial', row, ''),
    feed: (person) => links.addressOf({ purpose: 'feed', person }),
  };
}

/** A number that is none, or makes no sense, is the default. */
function daysOf({ linkDays }: Settings): number {
  const days = Number(linkDays);
  return Number.isInteger(days) && days >= 1 && days <= 366 ? days : Number(SETTINGS.linkDays.value);
}

/** What the panel «Мои сроки» shows: an address, or why there is none. */
export type PanelFeed = { address: string } | { words: string };

export function feedOf(book: Spreadsheet, person: string): PanelFeed {
  const settings = readSettings(book);
  // The day does not matter: a calendar's link has none.
  const links = linkGiver(book, settings, '2026-01-01');
  return links ? { address: links.feed(person) } : { words: NO_WEB_APP };
}

/** For «Проверить и починить». Links are an addition: where there is no web app, nothing is broken. */
export function linksOfLetters(book: Spreadsheet): string {
  const { webApp } = readSettings(book);
  return webAppAddress(webApp) ? '✓ В письмах есть ссылка «Отметить исполнение».' : `– ${NO_WEB_APP}`;
}

const NO_WEB_APP =
  'В письмах нет ссылок «Отметить исполнение» и подписки на календарь: веб-приложение не опубликовано. Опубликуйте его по инструкции установки (раздел «Ссылки из писем»); если оно уже есть, впишите его адрес в настройку «Адрес веб-приложения».';

/** «Ссылки из писем: отозвать все»: for a letter that went astray, or an address that is no one's any more. */
export function revokeLinks(): Outcome | undefined {
  const isSure = confirm(
    'Отозвать ссылки из писем',
    'Все ссылки «Отметить исполнение» и подписки календарей, которые уже разосланы, перестанут работать. В следующих письмах ссылки будут новые; подписаться на календарь придётся заново. Отозвать?',
  );
  if (!isSure) return undefined;
  revokeLetterLinks();
  return { on: 'ссылки из писем', outcome: 'Все разосланные ссылки отозваны. Новые придут со следующими письмами.' };
}
