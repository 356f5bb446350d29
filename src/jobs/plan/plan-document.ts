import { planDocument } from '../../domain/documents/plan-document.ts';
import { partiesInCell } from '../../domain/plan/parties.ts';
import { titleOfYear } from '../../domain/plan/plan-title.ts';
import { writeDocument } from '../../google/documents.ts';
import { confirm, sayProgress } from '../../ui/say.ts';
import { readTable } from '../../workbook/records.ts';
import { plansTable, planTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import { recordDocument } from '../survey/links-document.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** «Документ плана»: every plan of the workbook as a document of its own, the way it stands on the sheets now. */
export function makePlanDocuments(book: Spreadsheet): Outcome | undefined {
  const plans = readTable(book, plansTable).rows;
  if (plans.length === 0) {
    return {
      on: plansTable.sheet,
      outcome: 'Планов ещё нет. Сначала выберите «НОКО → План → Загрузить план…».',
      mustBeRead: true,
    };
  }
  const list = plans.map(({ plan, title, lines }) => `• ${plan}, строк: ${lines ?? 0}. ${title}`).join('\n');
  const question = `Будет создано документов: ${plans.length}.\n\n${list}\n\nСоздать?`;
  if (plans.length > 1 && !confirm('Документ плана', question)) return undefined;
  const lines = readTable(book, planTable).rows;
  const made = plans.map(({ plan, title, approved, year }): Outcome => {
    sayProgress(`Документ плана ${plan}…`);
    const own = lines.filter((line) => line.plan === plan);
    const ownTitle = year ? titleOfYear(title, year) : title;
    // A plan that has gone over to another year has not been approved for it yet.
    const isOther = ownTitle !== title;
    const blocks = planDocument({
      title: ownTitle,
      approved: isOther ? '' : approved,
      lines: own.map((line) => ({
        ...line,
        responsible: partiesInCell(line.responsible),
      })),
    });
    const name = `План мероприятий ${plan}${year ? `, ${year} год` : ''}`;
    const { url } = writeDocument(name, blocks);
    const done = recordDocument(book, {
      title: name,
      kind: 'план',
      url,
      snapshot: `лист «План», строк: ${own.length}`,
    });
    if (!isOther) return done;
    const told = `В заголовке ${plan} год заменён на ${year}${approved === '' ? '' : ', прежнее утверждение не указано'}. Впишите новые на лист «Планы».`;
    return { ...done, outcome: `${done.outcome} ${told}`, mustBeRead: true };
  });
  return {
    on: made[0]!.on,
    outcome: made.map(({ outcome }) => outcome).join('\n'),
    mustBeRead: made.some(({ mustBeRead }) => mustBeRead),
  };
}
