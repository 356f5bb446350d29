import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SampleAnswer, sampleAnswers } from '../../demo/sample/answers.ts';
import { INSTITUTIONS } from '../../demo/sample/institutions.ts';
import { sampleFound } from '../../demo/sample/observations.ts';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import { readSheet, typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { RunOptions, Workspace } from '../../workspace/workspace-api.ts';

export const CULTURE = INSTITUTIONS.filter(({ sphere }) => sphere === 'культура');

/** The built add-in in a spreadsheet whose culture institutions were surveyed and inspected. */
export interface RatedDesk {
  workspace: Workspace;
  answers: readonly SampleAnswer[];
  /** Chooses a menu item under «НОКО»; throws what a person would see as Google's error. */
  choose(path: string[], answers?: RunOptions['answers']): Promise<void>;
  sheet(name: string): string[][];
  type(sheet: string, row: number, column: number, cells: string[][]): void;
  /** What the last line of the journal says. */
  lastOutcome(): string;
  leave(): void;
}

/** @param count respondents of the whole sample; those of culture are typed into «Ответы» */
export async function sitAtRatedDesk(count: number): Promise<RatedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'noko-rated-'));
  const script = join(folder, 'script');
  cpSync(join(__dirname, '../../dist'), script, { recursive: true });
  // The test's own door beside the add-in: code that stands where a person's cursor would.
  writeFileSync(join(script, 'test-door.js'), "function testDoor(source) { return (0, eval)('(' + source + ')')(); }");
  const workspace = await openWorkspace({
    directory: join(folder, 'workspace'),
    script,
    container: { name: 'Оценка' },
    startAt: Date.UTC(2026, 4, 20, 6),
    clockRunning: false,
    user: { email: 'secretary@example.org', locale: 'ru', timeZone: 'Europe/Moscow' },
  });
  await workspace.openContainer();
  const { kernel, containerId } = workspace;
  const sheet = (name: string): string[][] => readSheet(kernel, containerId, name);
  const type = (name: string, row: number, column: number, cells: string[][]): void =>
    typeCells(kernel, containerId, name, row, column, cells);
  const choose = async (path: string[], given: RunOptions['answers'] = []): Promise<void> => {
    const { error } = await workspace.click(['НОКО', ...path], given);
    if (error) throw new Error(`${path.join(' → ')}: ${error}`);
    await workspace.settle();
  };

  await choose(['Подготовить таблицу']);
  type(
    'Учреждения',
    2,
    1,
    CULTURE.map(({ code, name, fullName, sphere, district, recipients }) => [
      ...[code, name, fullName, sphere, district, String(recipients), '', '', 'да'],
    ]),
  );
  await choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  const items = sheet('Наблюдения').slice(1);
  type(
    'Наблюдения',
    2,
    4,
    items.map(([code, item]) => [sampleFound(code!, item!)]),
  );
  const text = Object.fromEntries(officialQuestionnaire('culture').questions.map(({ id, text: words }) => [id, words]));
  const answers = sampleAnswers(count).filter(({ institution }) => institution.sphere === 'культура');
  type(
    'Ответы',
    2,
    1,
    answers.map(({ token, institution, values }) => [
      ...[token, institution.code, '', 'бумага', 'нет', ''],
      ...Array.from({ length: 18 }, (_, at) => values[text[`q${at + 1}`] ?? ''] ?? ''),
    ]),
  );
  await choose(['Опрос', 'Пересчитать свод']);
  return {
    workspace,
    answers,
    choose,
    sheet,
    type,
    lastOutcome: () => sheet('Журнал').at(-1)![3]!,
    leave() {
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
