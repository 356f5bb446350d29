/** The words of the deadline language. `~` stands for any case ending; the number is the word's value. */
export type WordClass =
  | 'month'
  | 'year'
  | 'half'
  | 'quarter'
  | 'mon'
  | 'decade'
  | 'week'
  | 'day'
  | 'hour'
  | 'dom'
  | 'weekday'
  | 'num'
  | 'halfof'
  | 'span'
  | 'rec'
  | 'every'
  | 'times'
  | 'once'
  | 'next'
  | 'prev'
  | 'report'
  | 'neutral'
  | 'last'
  | 'workday'
  | 'calday'
  | 'school'
  | 'period'
  | 'whole'
  | 'end'
  | 'start'
  | 'middle'
  | 'flow'
  | 'term'
  | 'before'
  | 'not'
  | 'later'
  | 'earlier'
  | 'than'
  | 'rarer'
  | 'oftener'
  | 'least'
  | 'most'
  | 'to'
  | 'on'
  | 'from'
  | 'in'
  | 'at'
  | 'for'
  | 'through'
  | 'after'
  | 'and'
  | 'noise'
  | 'date'
  | 'moment'
  | 'result'
  | 'ref'
  | 'season'
  | 'stage'
  | 'comma'
  | 'semi'
  | 'dot'
  | 'dash'
  | 'slash'
  | 'open'
  | 'close'
  | 'word';

const SOURCE = `
month 1 январ~ янв
month 2 феврал~ фев февр
month 3 март~ мар
month 4 апрел~ апр
month 5 май мая мае маю маем
month 6 июн~
month 7 июл~
month 8 август~ авг
month 9 сентябр~ сен сент
month 10 октябр~ окт
month 11 ноябр~ ноя нояб
month 12 декабр~ дек
weekday 1 понедельник~ пн
weekday 2 вторник~ вт
weekday 3 сред~ ср
weekday 4 четверг~ чт
weekday 5 пятниц~ пт
weekday 6 суббот~ сб
weekday 7 воскресень~ вс
year 0 год~ г гг лет
half 0 полугоди~ полугод полуг пол пг полгода полугода
quarter 0 квартал~ квл~ кв кварт
mon 0 месяц~ мес мц мца мце
decade 0 декад~
week 0 недел~ нед
day 0 день дня дню днем дни дней дням днями днях дн суток сутки сутками
hour 0 час~
dom 0 числ~ чис
num 1 один одна одно одного одной одну одному одним перв~
num 2 два две двух двум втор~
num 3 три трех трем трет~
num 4 четыре четырех четырем четверт~
num 5 пят~
num 6 шест~
num 7 сем~ седьм~
num 8 восемь восьм~
num 9 девят~
num 10 десят~
num 11 одиннадцат~
num 12 двенадцат~
num 13 тринадцат~
num 14 четырнадцат~
num 15 пятнадцат~
num 16 шестнадцат~
num 17 семнадцат~
num 18 восемнадцат~
num 19 девятнадцат~
num 20 двадцат~
num 30 тридцат~
num 40 сорок сорока
num 45 сорокапяти
num 60 шестидесят~ шестьдесят
num 90 девяност~
halfof 0 половин~
rec 12 ежегодн~ ежегод
rec 6 ежеполугодн~ ежеполугодичн~
rec 3 ежеквартальн~ ежекв поквартальн~
rec 1 ежемесячн~ ежемес помесячн~
rec 7 еженедельн~ понедельно
rec 10 ежедекадн~ подекадн~
every 0 кажд~
times 1 раз раза разу разов р
times 2 дважды
times 3 трижды
times 4 четырежды
next 0 следующ~ последующ~ будущ~
prev 0 предыдущ~ предшествующ~ прошл~ прошедш~
report 0 отчетн~ истекш~
neutral 0 текущ~ соответствующ~ планов~ планируем~ данн~ настоящ~ этого этом т наступивш~ финансов~
last 0 последн~
workday 0 рабоч~ раб
calday 0 календарн~
school 0 учебн~ уч
period 0 период~
whole 0 весь всего всей все всю целого
end 0 конец конца конце концу концом окончани~ завершени~ истечени~
start 0 начал~
middle 0 середин~
flow 0 течени~ протяжени~ теч
term 0 срок~
before 0 до
not 0 не
later 0 поздне~ позже
earlier 0 ранее раньше
than 0 чем
rarer 0 реже
oftener 0 чаще
least 0 менее меньше минимум
most 0 более больше максимум
to 0 к ко
on 0 по
from 0 с со от начиная
in 0 в во
at 0 на
for 0 за
through 0 через спустя
after 0 после
and 0 и а или но также либо
date 0 дат~
moment 0 момент~
result 0 итог~ результат~
ref 0 пункт~ п пп подпункт~ раздел~ стать~ строк~ позици~
season 5 весн~ весенн~
season 8 лето лета лету летом лете летн~
season 11 осен~ осенн~
season 2 зим~ зимн~
stage 0 этап~
noise 0 включительно отчет~ отчетност~ далее как вкл крайний крайнего исполнени~ представлени~ предоставлени~ направлени~ размещени~ сдач~
`;

const ENDINGS =
  /^(?:[аяуюеоыиьй]?|[аяоеыи]м|[аяыи]х|[ое]в|[еоыи]й|[ая]я|[оеыи]е|[ую]ю|[ое](?:го|му)|[ыиая]ми|ью|и[яию]|и(?:ем|ям|ях)|ь(?:его|ему|ей|ем|я|е|и|их|им)|йся|емся)$/;

/** A compound adjective: «трёхдневный», «двухнедельный», «месячный». */
const SPAN = /^([а-я]*?)(дневн|суточн|недельн|месячн|годичн|годов)(ый|ого|ом|ому|ая|ой|ую|ое|ые|ых)$/;
const SPAN_UNITS: Record<string, SpanUnit> = {
  дневн: 'day',
  суточн: 'day',
  недельн: 'week',
  месячн: 'month',
  годичн: 'year',
  годов: 'year',
};

export type SpanUnit = 'day' | 'week' | 'month' | 'year';

export interface Word {
  readonly c: WordClass;
  readonly v: number;
  readonly unit?: SpanUnit;
}

interface Lexicon {
  exact: Record<string, Word>;
  /** By first two letters: [stem, word]. */
  stems: Record<string, [string, Word][]>;
}

let lexicon: Lexicon | undefined;

function loaded(): Lexicon {
  if (lexicon) return lexicon;
  const exact: Record<string, Word> = Object.create(null);
  const stems: Record<string, [string, Word][]> = Object.create(null);
  for (const line of SOURCE.trim().split('\n')) {
    const [c, v, ...forms] = line.split(' ') as [WordClass, string, ...string[]];
    const word: Word = { c, v: +v };
    for (const form of forms) {
      if (!form.endsWith('~')) exact[form] = word;
      else {
        const stem = form.slice(0, -1);
        const start = stem.slice(0, 2);
        stems[start] = [...(stems[start] ?? []), [stem, word]];
      }
    }
  }
  lexicon = { exact, stems };
  return lexicon;
}

/** @param word in small Cyrillic letters without ё */
export function wordOf(word: string): Word | undefined {
  const { exact, stems } = loaded();
  const known = exact[word];
  if (known) return known;
  for (const [stem, meaning] of stems[word.slice(0, 2)] ?? []) {
    if (word.startsWith(stem) && ENDINGS.test(word.slice(stem.length))) return meaning;
  }
  const span = SPAN.exec(word);
  const number = span?.[1] ? wordOf(span[1]) : undefined;
  const amount = span?.[1] === '' ? 1 : number?.c === 'num' ? number.v : undefined;
  if (span && amount !== undefined) return { c: 'span', v: amount, unit: SPAN_UNITS[span[2] as string] as SpanUnit };
  return undefined;
}

/** The known word that a misspelt one may be: a letter too many, too few, another one, or two that changed places. */
export function nearestWord(word: string): string | undefined {
  const { stems } = loaded();
  for (const start of Object.keys(stems)) {
    for (const [stem] of stems[start] as [string, Word][]) {
      if (stem.length < 4) continue;
      for (let end = word.length; end >= stem.length - 1; end -= 1) {
        const ending = word.slice(end);
        if (ENDINGS.test(ending) && isOneSlip(word.slice(0, end), stem)) return stem + ending;
      }
    }
  }
  return undefined;
}

function isOneSlip(typed: string, meant: string): boolean {
  let i = 0;
  while (i < meant.length && typed[i] === meant[i]) i += 1;
  const rest = meant.slice(i + 1);
  const swapped = typed[i] === meant[i + 1] && typed[i + 1] === meant[i] && typed.slice(i + 2) === meant.slice(i + 2);
  return typed.slice(i + 1) === rest || typed.slice(i + 1) === meant.slice(i) || typed.slice(i) === rest || swapped;
}

/** Words of two letters that are typed without a space before or after them; other short ones are slips. */
const JOINABLE = /^(до|по|не|за|со|от)$/;

/**
 * Words that were typed without a space between: «ежегоднодо» → ежегодно, до. Undefined when it is not so. A single
 * letter is a slip rather than a word: «смарт» is asked back.
 */
export function wordsRunTogether(text: string): string[] | undefined {
  if (text.length > 40) return undefined;
  if (text.startsWith('втеч') && wordOf(text.slice(1))) return ['в', text.slice(1)];
  for (let cut = text.length - 2; cut >= 2; cut -= 1) {
    const head = text.slice(0, cut);
    const tail = text.slice(cut);
    if (!isJoinable(head)) continue;
    if (isJoinable(tail)) return [head, tail];
    const rest = wordsRunTogether(tail);
    if (rest) return [head, ...rest];
  }
  return undefined;
}

function isJoinable(word: string): boolean {
  return word.length > 2 ? wordOf(word) !== undefined : JOINABLE.test(word);
}
