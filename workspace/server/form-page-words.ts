import type { TextRule } from '../services/forms/form-record.ts';
import type { ClosedReason, SubmissionProblem } from '../services/forms/submission.ts';

/** Every sentence that a respondent reads beside the form's own texts. */
export const WORDS = {
  required: 'обязательный вопрос',
  requiredLegend: '* обязательный вопрос',
  email: 'Адрес электронной почты',
  choose: 'Выберите ответ',
  other: 'Другое',
  otherText: 'Свой вариант ответа',
  clear: 'Снять выбор',
  next: 'Далее',
  back: 'Назад',
  submit: 'Отправить',
  save: 'Сохранить изменения',
  another: 'Отправить ещё один ответ',
  edit: 'Изменить ответ',
  thanks: 'Спасибо!',
  recorded: 'Ваш ответ записан.',
  alreadyRecorded:
    'Этот ответ уже был записан раньше, и второй раз он не отправлен. ' +
    'Чтобы ответить ещё раз, откройте форму по ссылке заново.',
  hours: 'Часы',
  minutes: 'Минуты',
  seconds: 'Секунды',
  dayAndMonth: 'День и месяц, например 09.05',
  dayMonthAndTime: 'День, месяц и время, например 09.05 10:30',
  notEditable: 'Этот ответ изменить нельзя: автор формы удалил его или не разрешает менять ответы.',
  notFound: 'Такой формы нет',
  notFoundAdvice: 'Проверьте ссылку: она могла скопироваться не целиком.',
  neverEnds:
    'С такими ответами форма возвращает к началу и не отправляется. ' +
    'Измените ответ на вопрос, после которого это происходит.',
};

export function pageOf(number: number, total: number): string {
  return `Страница ${number} из ${total}`;
}

export function errorsHeading(count: number): string {
  return `Исправьте ${count} ${plural(count, 'ответ', 'ответа', 'ответов')}, чтобы продолжить`;
}

export function closedWords(reason: ClosedReason): string {
  switch (reason) {
    case 'unpublished':
      return 'Форма не опубликована. Ответить можно будет, когда её автор откроет приём ответов.';
    case 'closed':
      return 'Приём ответов закончен. Если это ошибка, сообщите автору формы.';
    case 'sign-in':
      return (
        'На эту форму отвечают только после входа в учётную запись, а на локальном рабочем месте учётных записей нет. ' +
        'Автор формы может разрешить ответы без входа.'
      );
  }
}

export function problemWords({ problem }: SubmissionProblem): string {
  if ('helpText' in problem && problem.helpText) return problem.helpText;
  switch (problem.code) {
    case 'required':
      return 'Нужен ответ на этот вопрос.';
    case 'required-row':
      return `Нужен ответ в каждой строке. Нет ответа: «${problem.row}».`;
    case 'not-a-choice':
      return `Ответа «${problem.got}» больше нет среди предложенных. Выберите другой.`;
    case 'not-a-date':
      return `«${problem.got}» — не дата. Укажите день, который есть в календаре.`;
    case 'not-a-date-time':
      return `«${problem.got}» — не дата и время. Укажите и то, и другое.`;
    case 'not-a-time':
      return `«${problem.got}» — не время. Укажите часы и минуты, например 09:30.`;
    case 'not-a-duration':
      return 'Укажите часы до 72, минуты и секунды до 59 целыми числами.';
    case 'not-in-scale':
      return `Выберите число от ${problem.lower} до ${problem.upper}.`;
    case 'wrong-shape':
      return 'Ответ пришёл в непонятном виде. Ответьте на вопрос ещё раз.';
    case 'too-long':
      return `В ответе ${problem.characters} знаков, а вмещается ${problem.maximum}. Сократите его.`;
    case 'text-rule':
      return ruleWords(problem.rule);
    case 'choose-at-least':
      return `Отметьте не меньше ${problem.count} ${plural(problem.count, 'ответа', 'ответов', 'ответов')}.`;
    case 'choose-at-most':
      return `Отметьте не больше ${problem.count} ${plural(problem.count, 'ответа', 'ответов', 'ответов')}.`;
    case 'choose-exactly':
      return `Отметьте ровно ${problem.count} ${plural(problem.count, 'ответ', 'ответа', 'ответов')}.`;
    case 'one-per-column':
      return `Ответ «${problem.column}» выбран в нескольких строках, а можно только в одной.`;
    case 'not-an-email':
      return `«${problem.got}» не похоже на адрес электронной почты. Пример: ivanova@mail.ru.`;
  }
}

function ruleWords(rule: TextRule): string {
  switch (rule.kind) {
    case 'number':
      return 'Введите число.';
    case 'wholeNumber':
      return 'Введите целое число.';
    case 'greaterThan':
      return `Введите число больше ${number(rule.number)}.`;
    case 'greaterThanOrEqualTo':
      return `Введите число не меньше ${number(rule.number)}.`;
    case 'lessThan':
      return `Введите число меньше ${number(rule.number)}.`;
    case 'lessThanOrEqualTo':
      return `Введите число не больше ${number(rule.number)}.`;
    case 'equalTo':
      return `Введите число ${number(rule.number)}.`;
    case 'notEqualTo':
      return `Введите любое число, кроме ${number(rule.number)}.`;
    case 'between':
      return `Введите число от ${number(rule.from)} до ${number(rule.to)}.`;
    case 'notBetween':
      return `Введите число меньше ${number(rule.from)} или больше ${number(rule.to)}.`;
    case 'email':
      return 'Введите адрес электронной почты. Пример: ivanova@mail.ru.';
    case 'url':
      return 'Введите адрес сайта целиком. Пример: https://example.ru.';
    case 'contains':
    case 'matches':
      return 'Ответ не того вида, который нужен. Проверьте, нет ли опечатки.';
    case 'doesNotContain':
    case 'doesNotMatch':
      return 'Такой ответ здесь не подходит. Проверьте, нет ли опечатки.';
    case 'minLength':
      return `Введите не меньше ${rule.characters} ${plural(rule.characters, 'знака', 'знаков', 'знаков')}.`;
    case 'maxLength':
      return `Введите не больше ${rule.characters} ${plural(rule.characters, 'знака', 'знаков', 'знаков')}.`;
  }
}

function number(value: number): string {
  return value.toLocaleString('ru-RU', { maximumFractionDigits: 10 });
}

const pluralRules = new Intl.PluralRules('ru');

function plural(count: number, one: string, few: string, many: string): string {
  const form = pluralRules.select(count);
  if (form === 'one') return one;
  return form === 'few' ? few : many;
}
