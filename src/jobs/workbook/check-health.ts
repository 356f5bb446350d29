import { partyKey } from '../../domain/plan/parties.ts';
import { mailQuota } from '../../google/mail.ts';
import { recall, recallAll } from '../../google/state.ts';
import { ensureFormTrigger } from '../../google/triggers.ts';
import { problemInWords } from '../../texts/problems.ts';
import { localDay, russianDay } from '../../workbook/cells.ts';
import { readTable, TableMissing } from '../../workbook/records.ts';
import { duesTable, peopleTable, plansTable, TABLES } from '../../workbook/tables.ts';
import type { Outcome } from '../guarded.ts';
import { formerYearsHealth } from '../rating/former-years.ts';
import { ensureDailyTriggers, MORNING, renewMorningTrigger } from '../reminders/daily-triggers.ts';
import { LAST_RUN, silentSince } from '../reminders/last-run.ts';
import { FORM_STATE, isFilled, type KnownForm, ON_ANSWER } from '../survey/create-forms.ts';
import { linksOfLetters } from '../web/hand-out-links.ts';
import { refreshSteps } from './refresh-steps.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a person would look at to know that all is well; what can be mended without asking is mended. */
export function checkHealth(book: Spreadsheet): Outcome {
  const lines = [
    ...sheets(book),
    ...formerYearsHealth(book),
    ...triggers(),
    lastRun(),
    ...plans(book),
    linksOfLetters(book),
    `Писем сегодня ещё можно отправить: ${mailQuota()}.`,
  ];
  refreshSteps(book);
  return { on: 'проверка', outcome: lines.join('\n'), mustBeRead: true };
}

/** Sheets and columns that are missing, and cells that could not be read. */
function sheets(book: Spreadsheet): string[] {
  const found: string[] = [];
  for (const table of TABLES) {
    try {
      const { problems } = readTable(book, table);
      found.push(...problems.map(({ problem, place }) => `▲ ${problemInWords(problem, place)}`));
    } catch (error) {
      if (!(error instanceof TableMissing)) throw error;
      found.push(`▲ ${problemInWords(error.problem)}`);
    }
  }
  return found.length > 0 ? found : ['✓ Листы и ячейки в порядке.'];
}

function triggers(): string[] {
  const mended = ensureDailyTriggers();
  if (silentSince() !== undefined && mended.indexOf(MORNING.name) < 0) {
    renewMorningTrigger();
    mended.push(MORNING.name);
  }
  const forms = recallAll<KnownForm>(FORM_STATE);
  for (const sphere of Object.keys(forms)) {
    const known = forms[sphere];
    if (isFilled(known) && ensureFormTrigger(ON_ANSWER, FormApp.openById(known.formId))) mended.push('приём ответов');
  }
  return [mended.length > 0 ? `✓ Восстановлены триггеры: ${mended.join(', ')}.` : '✓ Триггеры на месте.'];
}

function lastRun(): string {
  const since = silentSince();
  if (since !== undefined) {
    return `▲ Ежедневная проверка не запускалась с ${since}. Если и завтра она не пройдёт, посмотрите в журнале, что ей помешало.`;
  }
  const at = recall<string>(LAST_RUN);
  return at
    ? `✓ Ежедневная проверка последний раз была ${russianDay(localDay(new Date(at)))}.`
    : '– Ежедневной проверки ещё не было.';
}

function plans(book: Spreadsheet): string[] {
  const unread = readTable(book, plansTable).rows.reduce((sum, row) => sum + (row.unread ?? 0), 0);
  const people = readTable(book, peopleTable).rows;
  const addressed = new Set(people.filter(({ email }) => email !== '').map(({ who }) => partyKey(who)));
  const open = readTable(book, duesTable).rows.filter((row) => row.workingDay && !row.doneOn && !row.notApplicable);
  const orphans = open.filter(({ responsible }) => {
    const parties = responsible.split('\n').filter((party) => party !== '');
    return parties.length === 0 || !parties.some((party) => addressed.has(partyKey(party)));
  });
  return [
    unread > 0 ? `▲ Не прочитано сроков: ${unread}. Лист «План», столбец «Сомнения».` : '✓ Все сроки плана прочитаны.',
    orphans.length > 0
      ? `▲ Открытых сроков, о которых некому напомнить: ${orphans.length}. Впишите адреса на листе «Люди».`
      : '✓ У каждого открытого срока есть кому напомнить.',
  ];
}
