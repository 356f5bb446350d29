import { readTable } from './records.ts';
import type { RowOf } from './table.ts';
import { settingsTable } from './tables/start.ts';

/** A setting: its default and what it means. The sheet «Настройки» is made from this list. */
export const SETTINGS = {
  authority: {
    name: 'Уполномоченный орган',
    value: '',
    meaning: 'Полное название отдела или управления: стоит в документах.',
  },
  territory: { name: 'Территория', value: '', meaning: 'Муниципальное образование, как в документах.' },
  year: { name: 'Год', value: '', meaning: 'Год оценки. Для плана без года в заголовке берётся отсюда.' },
  shift: {
    name: 'Перенос срока',
    value: 'назад',
    meaning:
      'Что делать, если срок выпал на выходной: «назад» — последний рабочий день перед ним (обычай внутренних планов), «вперёд» — следующий рабочий день (ст. 193 ГК РФ), «без» — не переносить.',
  },
  ladder: {
    name: 'Напоминать за, дней',
    value: '30, 14, 7, 3, 1, 0',
    meaning:
      'За сколько дней до рабочего срока напомнить. Через запятую; 0 — в самый день. Своё число дней у строки — в одноимённом столбце листа «План».',
  },
  quietDays: {
    name: 'Тихие дни',
    value: '',
    meaning:
      'Когда письма не отправляются, кроме выходных: дни недели, даты и промежутки через точку с запятой, например «пт; 01.05–10.05; 09.03.2026»; без года — каждый год. Напоминание о сроке приходит до тихих дней, о просроченном — после них.',
  },
  weeklyOverdue: {
    name: 'О просроченном — еженедельно',
    value: 'понедельник',
    meaning:
      'День недели, когда приходит одно письмо обо всём просроченном, пока оно не закрыто; «да» — о каждой строке отдельно, через 7, 14 и так далее дней после её срока; «нет» — не напоминать.',
  },
  escalateAfter: {
    name: 'Руководителю — через, дней',
    value: '5',
    meaning: 'На какой день просрочки написать человеку с ролью «руководитель».',
  },
  copyToSecretary: {
    name: 'Копия секретарю',
    value: 'всё',
    meaning:
      '«всё» — секретарь получает одно письмо обо всём, о чём напомнили в этот день; «просроченное» — только о просроченном; «нет» — ничего.',
  },
  reportDays: {
    name: 'Отчётные даты',
    value: '31.03, 30.06, 30.09, 31.12',
    meaning: 'Когда проверяют работу со сроком «постоянно»: в эти дни на листе «Сроки» стоят контрольные точки.',
  },
  remindersOn: {
    name: 'Напоминания',
    value: 'включены',
    meaning:
      '«включены» или «остановлены»: стоп-кран для всех писем, он же в меню «НОКО → План → Остановить напоминания».',
  },
  linkDays: {
    name: 'Ссылка из письма действует, дней',
    value: '30',
    meaning:
      'Сколько дней со дня письма по ссылке «Отметить исполнение» можно закрыть срок: от 1 до 366. В каждом следующем письме ссылка новая.',
  },
  webApp: {
    name: 'Адрес веб-приложения',
    value: '',
    meaning:
      'Для ссылок «Отметить исполнение» в письмах. Пусто — программа узнаёт адрес сама; впишите (оканчивается на /exec), если об этом просит «Проверить и починить».',
  },
  rounding: {
    name: 'Округление',
    value: 'точно',
    meaning:
      '«точно» — без промежуточного округления; «минтруд» — до целых на каждом шаге, как в примерах методики; «практика» — критерии до 0,1, итог до 0,01.',
  },
  empty: {
    name: 'Показатель без ответов',
    value: 'н/д',
    meaning:
      'Что делать, если на вопрос показателя никто не ответил (официального текста нет): «н/д» — критерий не считается; «100» — сто баллов; «среднее» — среднее остальных показателей критерия; «исключить» — веса делятся между остальными.',
  },
  confidence: {
    name: 'Доверительная вероятность',
    value: '0,95',
    meaning: 'Для интервалов и множеств мест. 0,95 — обычное значение.',
  },
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = Readonly<Record<SettingKey, string>>;

/** Values as written; a setting that is absent or blank has its default. */
export function readSettings(book: GoogleAppsScript.Spreadsheet.Spreadsheet): Settings {
  const written: Record<string, string> = {};
  for (const row of readTable(book, settingsTable).rows) written[row.name] = row.value;
  const settings = {} as Record<SettingKey, string>;
  for (const key of settingKeys()) settings[key] = written[SETTINGS[key].name] || SETTINGS[key].value;
  return settings;
}

/** Rows of settings that the sheet does not have yet. */
export function missingSettings(rows: readonly RowOf<typeof settingsTable>[]): RowOf<typeof settingsTable>[] {
  const names = rows.map((row) => row.name);
  return settingKeys()
    .map((key) => SETTINGS[key])
    .filter((setting) => names.indexOf(setting.name) < 0)
    .map(({ name, value, meaning }) => ({ name, value, meaning }));
}

function settingKeys(): SettingKey[] {
  return Object.keys(SETTINGS) as SettingKey[];
}
