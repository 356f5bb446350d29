/** What the panel «Мои сроки» does to one date: leads to its row, marks it as done. */
import { isIsoDate, russianDay } from '../../domain/plan/dates.ts';
import { evidenceText } from '../../domain/plan/evidence.ts';
import { oneAtATime } from '../../google/state.ts';
import { evidenceInWords } from '../../texts/due-page.ts';
import { localDay } from '../../workbook/cells.ts';
import { readTable } from '../../workbook/records.ts';
import { duesTable } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import { writeJournal } from '../guarded.ts';
import { closeDue } from './close-due.ts';
import { type DueKey, isClosed, placeOfDue } from './due-row.ts';
import { myDues, type PanelDue } from './my-dues.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** As it comes from the page. */
export interface DoneRequest {
  person: string;
  key: DueKey;
  /** `YYYY-MM-DD`. */
  doneOn: string;
  link: string;
  note: string;
}

/** `mend`: nothing was written, and what is to be mended. */
export type DoneAnswer = { dues: PanelDue[]; said: string } | { mend: string };

const GONE = 'Такой строки на листе «Сроки» больше нет: план пересчитали. Выберите человека ещё раз.';

/** Leads to the row in the spreadsheet that is open. @returns why it could not, or nothing */
export function goToDue(book: Spreadsheet, key: DueKey): string {
  const dues = readTable(book, duesTable);
  const at = placeOfDue(dues.rows, key);
  if (at < 0) return GONE;
  dues.sheet.getRange(dues.rowNumbers[at]!, dues.position.doneOn!).activate();
  return '';
}

export function markDone(book: Spreadsheet, { person, key, doneOn, link, note }: DoneRequest): DoneAnswer {
  const today = localDay(new Date());
  const year = Number(today.slice(0, 4));
  if (!isIsoDate(doneOn)) return { mend: 'Впишите день исполнения.' };
  if (doneOn > today) return { mend: `День исполнения не может быть позже сегодняшнего (${russianDay(today)}).` };
  if (doneOn < `${year - 1}-01-01`) return { mend: `Проверьте год: день исполнения ${russianDay(doneOn)}.` };
  const evidence = evidenceText(link, note);
  if ('problem' in evidence) return { mend: evidenceInWords(evidence.problem) };
  return oneAtATime((): DoneAnswer => {
    const who = readTable(book, peopleTable).rows.find(({ code }) => code === person)?.who;
    if (who === undefined) return { mend: 'Этого человека больше нет на листе «Люди».' };
    const dues = readTable(book, duesTable);
    const at = placeOfDue(dues.rows, key);
    if (at < 0) return { mend: GONE };
    const row = dues.rows[at]!;
    if (isClosed(row)) {
      const by = row.doneOn ? `: ${russianDay(row.doneOn)}${row.doneBy ? `, ${row.doneBy}` : ''}` : '';
      return { mend: `Эта строка уже закрыта${by}. Ничего не изменено.` };
    }
    closeDue(book, dues, at, { doneOn, doneBy: `${who}, панель «Мои сроки»`, evidence: evidence.text }, today);
    const where = `${row.plan}, п. ${row.line}, срок ${row.due}`;
    writeJournal(book, 'Исполнение из панели «Мои сроки»', {
      on: `${duesTable.sheet}: ${where}`,
      outcome: `Отмечено исполненным ${russianDay(doneOn)}. Кто: ${who}. Чем подтверждается: ${evidence.text.replace(/\n/g, '; ')}.`,
    });
    return {
      dues: myDues(book, person),
      said: `Отмечено исполненным: ${where}. Ошиблись — сотрите дату в столбце «Исполнено».`,
    };
  });
}
