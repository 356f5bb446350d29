import { readFileSync } from 'node:fs';
import type { Answer } from '../workspace/kernel/execution.ts';
import { MIME } from '../workspace/kernel/files.ts';
import { readItems } from '../workspace/services/forms/form-store.ts';
import { submitAnswers } from '../workspace/services/forms/submission.ts';
import { outbox } from '../workspace/services/mail/outbox.ts';
import { readSheet, typeCells } from '../workspace/services/spreadsheet/person.ts';
import type { Workspace } from '../workspace/workspace-api.ts';
import { type SampleAnswer, sampleAnswers } from './sample/answers.ts';
import { sampleFormerResults } from './sample/former-results.ts';
import { INSTITUTIONS } from './sample/institutions.ts';
import { sampleFound } from './sample/observations.ts';

/** 12 January 2026, 9:00 in Moscow: the first working day of the year. */
export const YEAR_START = Date.UTC(2026, 0, 12, 6);

export const ANSWERS = 600;
/** Answers come in so many portions over April, a working day apart. */
const PORTIONS = 20;

const YES: Answer = { button: 'YES' };
const OK: Answer = { button: 'OK' };

interface Step {
  name: string;
  /** Day of 2026 it happens on, 10:00 in Moscow. */
  on: string;
  /** @returns what to say: a count and a noun */
  run(): Promise<string>;
}

/**
 * The sample year. Everything the add-in does, it does through its own menu and triggers; a
 * person's part is typing into cells, answering forms and saying «Да». Each step is remembered
 * when it is done, and may be repeated when the process was killed in the middle of it. A year that
 * an earlier version made lacks steps in its middle, and is not made over.
 */
export async function runYear(workspace: Workspace, say: (line: string) => void): Promise<void> {
  // The spreadsheet is opened as a person opens it: that is what makes the menu.
  await workspace.openContainer();
  const steps = sampleYear(workspace);
  const { store } = workspace.kernel;
  const keyOf = ({ name, on }: Step): string => `sample:${on}:${name}`;
  const done = steps.map((step) => store.get(keyOf(step)) === true);
  if (done.includes(false) && done.lastIndexOf(true) > done.indexOf(false)) {
    say('Этот год примера сделан прежней версией программы и оставлен как есть.');
    say('Новый год: удалите папку с данными или укажите другую, npm start -- --data ПАПКА');
    return;
  }
  for (const step of steps) {
    const { name, on, run } = step;
    if (store.get(keyOf(step))) continue;
    const start = Date.now();
    const moment = Date.parse(`${on}T10:00:00+03:00`);
    if (moment > workspace.kernel.clock.now()) await workspace.advanceTo(moment);
    const outcome = await run();
    await workspace.settle();
    store.put(keyOf(step), true);
    say(`${russian(on)}  ${name.padEnd(44)} ${outcome.padEnd(34)} ${((Date.now() - start) / 1000).toFixed(1)} с`);
  }
}

function sampleYear(workspace: Workspace): Step[] {
  const { kernel, containerId } = workspace;

  /** Chooses a menu item; what went wrong in it stops the year with Google's words. */
  const choose = async (path: string[], answers: Answer[] = []): Promise<void> => {
    const { error } = await workspace.click(['НОКО', ...path], answers);
    if (error) throw new Error(`${path.join(' → ')}: ${error}`);
  };
  const type = (sheet: string, row: number, column: number, cells: string[][]): void =>
    typeCells(kernel, containerId, sheet, row, column, cells);
  const read = (sheet: string): string[][] => readSheet(kernel, containerId, sheet);
  const columnOf = (sheet: string, title: string): number => read(sheet)[0]!.indexOf(title) + 1;

  const steps: Step[] = [
    {
      name: 'Подготовить таблицу',
      on: '2026-01-12',
      async run() {
        await choose(['Подготовить таблицу']);
        return counted(read('Начните здесь').length - 1, 'шагов года на первом листе');
      },
    },
    {
      name: 'Реестр и настройки (вписывает человек)',
      on: '2026-01-12',
      async run() {
        type(
          'Учреждения',
          2,
          1,
          INSTITUTIONS.map(({ code, name, fullName, sphere, district, recipients, site, contact, type: kind }) => [
            code,
            name,
            fullName,
            sphere,
            district,
            String(recipients),
            site,
            contact,
            'да',
            'пример',
            kind,
          ]),
        );
        for (const [name, value] of [
          ['Уполномоченный орган', 'Отдел образования (пример)'],
          ['Территория', 'Пролетарский район (пример)'],
          ['Год', '2026'],
        ]) {
          const row = read('Настройки').findIndex(([first]) => first === name) + 1;
          type('Настройки', row, 2, [[value!]]);
        }
        return counted(INSTITUTIONS.length, 'учреждений');
      },
    },
    {
      name: 'Итоги прошлых лет (вставляет человек)',
      on: '2026-01-12',
      async run() {
        const rows = sampleFormerResults();
        type('Прошлые рейтинги', 2, 1, rows);
        return counted(rows.length, 'строк из прошлогодней таблицы');
      },
    },
    ...['polyarnye-zori', 'proletarsky-2016'].map(
      (plan, at): Step => ({
        name: `План: ${plan}.txt`,
        on: '2026-01-13',
        async run() {
          const source = readFileSync(new URL(`./seeds/${plan}.txt`, import.meta.url), 'utf8');
          type(
            'Вставка плана',
            1,
            1,
            source.split(/\r?\n/).map((line) => line.split('\t')),
          );
          // The second plan is of 2016: «Да» takes its dates to the year of the settings.
          await choose(['План', 'Загрузить из листа «Вставка плана»'], at === 0 ? [YES, OK] : [YES, YES, OK]);
          return counted(read('План').length - 1, 'строк плана вместе с подстроками');
        },
      }),
    ),
    {
      name: 'Адреса ответственных (вписывает человек)',
      on: '2026-01-13',
      async run() {
        const people = read('Люди');
        const [code, email] = ['Код', 'Эл. почта'].map((title) => columnOf('Люди', title));
        type(
          'Люди',
          2,
          email!,
          people.slice(1).map((_, at) => [`party${at + 1}@example.org`]),
        );
        const next = people.length + 1;
        type('Люди', next, code!, [
          ['head', 'Начальник отдела (пример)'],
          ['secretary', 'Секретарь Общественного совета (пример)'],
        ]);
        type('Люди', next, email!, [
          ['head@example.org', 'руководитель'],
          ['secretary@example.org', 'секретарь'],
        ]);
        return counted(people.length + 1, 'человек и организаций');
      },
    },
    {
      name: 'Рейтинг: разложить лист',
      on: '2026-01-14',
      async run() {
        await choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
        return counted(read('Наблюдения').length - 1, 'пунктов проверки');
      },
    },
    {
      name: 'Утвердить методику',
      on: '2026-02-20',
      async run() {
        const typed = ['15 (пример)', '20.02.2026'].map((text): Answer => ({ button: 'OK', text }));
        await choose(['Рейтинг', 'Утвердить методику'], [...typed, YES]);
        return counted(read('Методика').filter(([, code]) => code === 'утверждена').length, 'методик, по сферам');
      },
    },
    {
      name: 'Создать анкеты',
      on: '2026-03-16',
      async run() {
        await choose(['Опрос', 'Создать анкеты'], [YES]);
        await choose(['Опрос', 'Документ «Ссылки и QR-коды»']);
        return counted(read('Формы').length - 1, 'ссылок и QR-кодов');
      },
    },
    {
      name: 'Осмотр стендов и сайтов (вписывает эксперт)',
      on: '2026-03-30',
      async run() {
        const rows = read('Наблюдения').slice(1);
        type(
          'Наблюдения',
          2,
          columnOf('Наблюдения', 'Найдено'),
          rows.map(([code, item]) => [sampleFound(code!, item!)]),
        );
        return counted(rows.length, 'пунктов проверки');
      },
    },
  ];

  const answers = sampleAnswers(ANSWERS);
  const portion = Math.ceil(ANSWERS / PORTIONS);
  for (let at = 0; at < PORTIONS; at += 1) {
    const sent = answers.slice(at * portion, (at + 1) * portion);
    const day = `2026-04-${String(1 + at + 2 * Math.floor(at / 5)).padStart(2, '0')}`;
    steps.push({
      name: `Ответы на анкеты, часть ${at + 1} из ${PORTIONS}`,
      on: day,
      async run() {
        for (const answer of sent) {
          send(workspace, answer);
          await workspace.settle();
        }
        return counted(sent.length, 'ответов через форму');
      },
    });
  }

  steps.push(
    {
      name: 'Отчёт Общественному совету',
      on: '2026-05-20',
      async run() {
        await choose(['Документы', 'Отчёт Общественному совету']);
        return counted(read('Документы').length - 1, 'документов за год');
      },
    },
    {
      name: 'Закрепить итоги года',
      on: '2026-05-21',
      async run() {
        await choose(['Рейтинг', 'Закрепить итоги года'], [YES]);
        return counted(read('Прошлые рейтинги').filter(([year]) => year === '2026').length, 'учреждений');
      },
    },
    ...MARKING_DAYS.map(
      (on): Step => ({
        name: 'Отметки об исполнении (вписывает человек)',
        on,
        async run() {
          return counted(markDone(on), 'сроков закрыто');
        },
      }),
    ),
    {
      name: 'Отметка по ссылке из письма',
      on: '2026-05-26',
      async run() {
        return counted(await confirmFromLetter(), 'срок закрыт ответственным');
      },
    },
    {
      name: 'Проверить и починить',
      on: '2026-10-12',
      async run() {
        await choose(['Проверить и починить'], [OK]);
        return counted(read('Напоминания').length - 1, 'писем за год');
      },
    },
  );
  return steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

  /** Follows the newest letter's link that still marks something, as its reader would. */
  async function confirmFromLetter(): Promise<number> {
    for (const { text } of [...outbox(kernel)].reverse()) {
      const link = /Отметить исполнение: (\S+)/.exec(text ?? '')?.[1];
      if (!link) continue;
      const args = [new URL(link).searchParams.get('done'), 'https://example.org/приказ', 'Приказ № 5 (пример)'];
      const { value } = await workspace.run('confirmDone', args, { kind: 'web-app' });
      if ((value as { heading?: string }).heading === '✓ Отмечено') return 1;
    }
    return 0;
  }

  /** Writes the day of execution against what is due, but forgets every seventh line until the next time. */
  function markDone(today: string): number {
    const [header, ...rows] = read('Сроки');
    const at = (title: string): number => header!.indexOf(title);
    let marked = 0;
    rows.forEach((row, place) => {
      const state = row[at('Состояние')]!;
      const forgotten = place % 7 === 0 && !state.includes('просрочено');
      if (forgotten || !/скоро|сегодня|просрочено/.test(state)) return;
      type('Сроки', place + 2, at('Исполнено') + 1, [
        [russian(today), 'Секретарь (пример)', 'https://example.org/приказ'],
      ]);
      marked += 1;
    });
    return marked;
  }
}

/** Days on which the sample secretary sits down to the plan. */
const MARKING_DAYS = [
  '2026-01-28',
  '2026-02-18',
  '2026-03-27',
  '2026-04-29',
  '2026-05-27',
  '2026-06-26',
  '2026-07-10',
  '2026-09-11',
  '2026-09-29',
  '2026-10-07',
];

/** Sends one answer the way the form's page does. */
function send({ kernel }: Workspace, { token, institution, values }: SampleAnswer): void {
  const form = formOf(kernel, institution.name);
  const answers: Record<number, string> = {};
  for (const item of readItems(kernel, form.id)) {
    if (item.id === form.chooser) answers[item.id] = institution.name;
    else if (values[item.title] !== undefined) answers[item.id] = values[item.title]!;
  }
  submitAnswers(kernel, form.id, answers, { token });
}

/** The form that offers the institution. */
function formOf(kernel: Workspace['kernel'], institution: string): { id: string; chooser: number } {
  for (const file of kernel.files.all()) {
    if (file.mimeType !== MIME.form) continue;
    for (const item of readItems(kernel, file.id)) {
      if ('choices' in item && item.choices.some(({ value }) => value === institution)) {
        return { id: file.id, chooser: item.id };
      }
    }
  }
  throw new Error(`no form offers «${institution}»`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}`;
}

function russian(day: string): string {
  return day.split('-').reverse().join('.');
}
