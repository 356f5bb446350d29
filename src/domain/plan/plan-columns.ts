/** Which column of a plan's table holds what, by the words of its header. */
export type PlanColumn = 'number' | 'measure' | 'deadline' | 'result' | 'responsible';

/** In the order of trial: «Ответственный за реализацию мероприятий» and «Срок реализации» name measures too. */
const HEADER_WORDS: readonly [PlanColumn, RegExp][] = [
  ['number', /^(№|n°?$|no\.?$|номер|п\/п|п\.п)/i],
  ['responsible', /ответственн/i],
  ['deadline', /срок|^дата|дат[аы] (исполн|выполн|провед)|период (исполн|выполн|провед|реализ)/i],
  ['result', /результат|показател|форма (завершения|отчет|документ)|вид документа|итогов\S+ документ/i],
  ['responsible', /исполнител|кто (исполняет|отвечает|выполняет)/i],
  ['measure', /мероприят|наименован|содержан|действи|^задач|^работ|^мер[аы]/i],
];

function columnOf(title: string): PlanColumn | undefined {
  return HEADER_WORDS.find(([, words]) => words.test(title))?.[0];
}

export interface PlanHeader {
  readonly at: Readonly<Partial<Record<PlanColumn, number>>>;
  /** Titles that are not known; their cells are not imported. */
  readonly unknown: readonly string[];
}

/** The columns if the row is a header: short titles, of which one is the measure or the deadline and two are known. */
export function headerOf(cells: readonly string[]): PlanHeader | undefined {
  const at: Partial<Record<PlanColumn, number>> = {};
  const unknown: string[] = [];
  cells.forEach((cell, index) => {
    const title = cell.replace(/\s+/g, ' ').trim();
    if (title === '') return;
    const column = title.length <= 90 ? columnOf(title) : undefined;
    if (column !== undefined && at[column] === undefined) at[column] = index;
    else unknown.push(title);
  });
  const known = Object.keys(at).length;
  if (at.measure === undefined || known < 2 || unknown.length > known) return undefined;
  return at.deadline !== undefined || at.number !== undefined ? { at, unknown } : undefined;
}
