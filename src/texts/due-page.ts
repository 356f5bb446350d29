import type { EvidenceProblem } from '../domain/plan/evidence.ts';
import type { Texts } from './words.ts';

/** What the page that a letter leads to says: a heading and paragraphs, all of them text. */
export interface PageWords {
  heading: string;
  paragraphs: string[];
}

/** One due date in words. */
export interface WhichDue {
  plan: string;
  line: string;
  due: string;
}

const ASK = 'Нужна помощь — напишите тому, кто ведёт план (секретарю).';
const SHEET = 'Отметить исполнение можно и в самой таблице: лист «Сроки», столбец «Исполнено».';

/** Nothing here tells why a link was not accepted: whoever tries forged ones learns nothing. */
export const LINK_INVALID: PageWords = {
  heading: 'Ссылка не подошла',
  paragraphs: [
    'Возможно, она скопирована не целиком или её отозвали. Откройте последнее письмо с напоминанием и нажмите ссылку в нём.',
    SHEET,
    ASK,
  ],
};

export const LINK_EXPIRED: PageWords = {
  heading: 'Срок действия ссылки истёк',
  paragraphs: ['Откройте последнее письмо с напоминанием: в нём ссылка новая.', SHEET, ASK],
};

export const UNAVAILABLE: PageWords = {
  heading: 'Сейчас не получилось',
  paragraphs: ['Ничего не изменилось. Повторите через минуту.', SHEET, ASK],
};

export const PERSON_GONE: PageWords = {
  heading: 'Ссылка больше не действует',
  paragraphs: ['Того, кому было отправлено письмо, нет на листе «Люди».', SHEET, ASK],
};

export function dueGone(which: WhichDue): PageWords {
  return {
    heading: 'План изменился',
    paragraphs: [
      `Такого срока в плане больше нет: ${named(which)}. Номер строки или дату изменили после отправки письма.`,
      'Откройте последнее письмо с напоминанием или лист «Сроки».',
      ASK,
    ],
  };
}

export function notApplicable(which: WhichDue): PageWords {
  return {
    heading: 'Отмечать не нужно',
    paragraphs: [`${named(which)}: в плане отмечено, что мероприятие в этом году не проводится.`, ASK],
  };
}

/** @param doneOn «16.01.2026» */
export function alreadyDone(which: WhichDue, doneOn: string, doneBy: string): PageWords {
  return {
    heading: 'Уже исполнено',
    paragraphs: [`${named(which)}: отмечено ${doneOn}${doneBy === '' ? '' : `, ${doneBy}`}.`, UNDO],
  };
}

export function nowDone(which: WhichDue, doneOn: string, doneBy: string): PageWords {
  return {
    heading: '✓ Отмечено',
    paragraphs: [
      `${named(which)}: исполнено ${doneOn}, ${doneBy}. Напоминания по этой строке прекратятся.`,
      UNDO,
      'Страницу можно закрыть.',
    ],
  };
}

export const TRIAL_ONLY = 'Это ссылка из пробного письма: так выглядит страница, но отметить исполнение по ней нельзя.';
export const TEXT_CHANGED =
  'После отправки письма текст мероприятия в плане изменили. Прочитайте его: отмечено будет то, что написано здесь.';
const UNDO =
  'Если отмечено по ошибке, попросите секретаря очистить ячейку «Исполнено» на листе «Сроки»: строка снова откроется.';

const evidenceProblemTexts: Texts<EvidenceProblem> = {
  'evidence.empty': () => 'Напишите, чем подтверждается исполнение: вставьте ссылку или заполните второе поле.',
  'evidence.not-a-link': () =>
    'Это не похоже на ссылку. Скопируйте адрес страницы целиком: он начинается с http:// или https://. Нет ссылки — напишите о документе во втором поле.',
  'evidence.too-long': ({ field, max }) =>
    `${field === 'link' ? 'Ссылка длиннее' : 'Текст длиннее'}, чем можно записать: не больше ${max} знаков.`,
};

export function evidenceInWords(problem: EvidenceProblem): string {
  const words = evidenceProblemTexts[problem.code] as (problem: EvidenceProblem, place: string) => string;
  return words(problem, '');
}

function named({ plan, line, due }: WhichDue): string {
  return `${plan}, п. ${line}, срок ${due}`;
}
