/** Lists of responsible parties (ответственные) as plans write them. */

/** First words of a party that may stand in small letters: organisations, bodies and posts. */
const PARTY_NOUNS =
  /^(отдел|управлен|комитет|администрац|департамент|министерств|учрежден|организац|школ|библиотек|клуб|центр|совет|комисси|рабоч\S+ групп|член|руководител|директор|заведующ|начальник|глав[аные]|специалист|методист|ведущ(?:ий|ая)|секретар|председател|заместител|сотрудник|орган|оператор|эксперт|исполнител|ответственн|сектор|групп[аы]|служб|пресс|бухгалтер|юрист|инспектор|педагог|воспитател|администратор)/i;

/** Adjectives that begin a party only in the nominative: «общественный совет», but «…, общественных связей». */
const PARTY_ADJECTIVES =
  /^(общественн|муниципальн|образовательн|бюджетн|казенн|казённ|автономн|структурн|районн|городск|областн|детск|юридическ|финансов|художественн|подведомственн)(ый|ий|ая|ое|ые|ие)(?![а-яё])/i;

/** «учреждения, подведомственные отделу»: words about the party before them. */
const ABOUT_FORMER = /^(подведомственн|участвующ|оказывающ|предоставляющ|в отношении котор|в том числе)/i;
const SUBORDINATES = /^подведомственн\S+ +(учрежден|организац)/i;

/** «руководители школ, библиотек, клубов»: whose they are, and not parties of their own. */
const PEOPLE = /^(руководител|директор|заведующ|начальник|специалист|работник|сотрудник|представител|член|глав[аы])/i;
const GENITIVE_PLURAL =
  /^(школ|библиотек|клубов|домов|центров|учреждений|организаций|отделов|управлений|комитетов|секторов|служб|органов|администраций|комиссий|советов|групп)(?![а-яё])/i;

const POST_NOUNS =
  /^(директор|заведующ|начальник|глав[аные]|специалист|методист|секретар|председател|заместител|ведущ)/i;
const PERSON = /^[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s*([А-ЯЁ]\.)?$/;
const HAS_PERSON = /[А-ЯЁ]\.\s*[А-ЯЁ]\.|[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\./;

/** An abbreviation of three capitals or more, or a capitalised word, a quoted name, or a name after its initials. */
const CAPITAL_START = /^[«"“„]?([А-ЯЁ]{3,}(?![а-яё])|[А-ЯЁ][а-яё]|[А-ЯЁ]\.\s*([А-ЯЁ]\.)?\s*[А-ЯЁ][а-яё]|МБ|МК|МА|ЦБ)/;
const ACRONYM = /^[А-ЯЁ]{2,}$/;

/** Bodies in the nominative: only between two of these, or of abbreviations, an «и» parts, since most names have an «и» of their own. */
const BODY =
  /^((общественный +)?совет|отдел|управление|комитет|администрация|департамент|министерство|сектор|комиссия)(?![а-яё])/i;

/** «1. Отдел культуры», «– УСЗН»: a list with marks. */
const LIST_MARK = /^(\d{1,2}[.)]|[•–—-])\s+(?=\S)/;

type Break = 'comma' | 'line' | 'slash' | 'and';

/**
 * Whether a fragment begins a new party. After a comma a capital is enough; after a line break it is not,
 * since names are broken too: «Отдел культуры Администрации / Пролетарского района».
 */
function beginsParty(fragment: string, previous: string, after: Break): boolean {
  if (after === 'and') return isWhole(fragment) && isWhole(previous);
  if (LIST_MARK.test(fragment)) return true;
  if (PERSON.test(previous) && POST_NOUNS.test(fragment) && /^[а-яё]/.test(fragment)) return false;
  // «Директор МБУ «Дом», Иванов И.И.»
  if (PERSON.test(fragment) && POST_NOUNS.test(previous) && !HAS_PERSON.test(previous)) return false;
  if (ABOUT_FORMER.test(fragment)) return SUBORDINATES.test(fragment);
  if (PEOPLE.test(previous) && GENITIVE_PLURAL.test(fragment)) return false;
  if (PARTY_NOUNS.test(fragment) || PARTY_ADJECTIVES.test(fragment)) return true;
  // «ОК, ОО», but «Отдел по делам ГО, ЧС»
  if (ACRONYM.test(fragment) && ACRONYM.test(previous)) return true;
  if (after === 'slash') return false;
  if (after === 'comma') return CAPITAL_START.test(fragment);
  return /^[А-ЯЁ]{3,}(?![а-яё])/.test(fragment) || PERSON.test(fragment);
}

/** A body or a person written whole; «отдела культуры» of «специалисты отдела культуры и отдела образования» is none. */
function isWhole(text: string): boolean {
  return BODY.test(text) || PERSON.test(text) || (text.length > 2 && ACRONYM.test(text));
}

/** In brackets or in the quotes of a name: «МКУ «Центр культуры, спорта»». */
function isOpen(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return count(/\(/g) > count(/\)/g) || count(/[«„“]/g) > count(/[»”]/g) || count(/"/g) % 2 === 1;
}

function trimmed(party: string): string {
  const text = party
    .replace(/\s+/g, ' ')
    .replace(LIST_MARK, '')
    .replace(/^[\s,;–—-]+|[\s,;]+$/g, '');
  // The full stop of initials («Петрова А.Б.») and abbreviations of one letter belongs to the name.
  return /(^|[^А-ЯЁа-яё])[А-ЯЁ]\.$/.test(text) ? text : text.replace(/\.+$/, '').trimEnd();
}

const BREAKS = /(,|\r?\n|\s*\/\s*|\sи\s)/;

function breakOf(piece: string): Break | undefined {
  if (piece === ',') return 'comma';
  if (/^\r?\n$/.test(piece)) return 'line';
  if (/^\s*\/\s*$/.test(piece)) return 'slash';
  return /^\sи\s$/.test(piece) ? 'and' : undefined;
}

/**
 * The parties of one cell, in order, without doubles. `;` always parts them; a comma, a slash, an «и» or a line break
 * only where a new party begins, so that «Отдел культуры, спорта и молодёжной политики» stays one.
 * @example splitParties('ОУСЗН, УСЗН') // ['ОУСЗН', 'УСЗН']
 */
export function splitParties(cell: string): string[] {
  const parties: string[] = [];
  for (const entry of cell.split(';')) {
    let party = '';
    let between = '';
    let broken: Break | undefined;
    for (const piece of entry.split(BREAKS)) {
      const sign = breakOf(piece);
      if (sign) {
        // A comma before a line break, or before «и», is a comma.
        broken = broken ?? sign;
        between += piece;
      } else if (piece.trim() !== '') {
        const fragment = piece.trim();
        if (party !== '' && (isOpen(party) || !beginsParty(fragment, party, broken ?? 'line'))) {
          party += `${between}${/[\s/]$/.test(between) ? '' : ' '}${fragment}`;
        } else {
          parties.push(party);
          party = fragment;
        }
        broken = undefined;
        between = '';
      }
    }
    parties.push(party);
  }
  const seen = new Set<string>();
  return parties.map(trimmed).filter((party) => {
    const key = partyKey(party);
    const isNew = key !== '' && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The parties of a cell of the add-in's own sheets, where each stands on a line of its own. */
export function partiesInCell(cell: string): string[] {
  return cell
    .split('\n')
    .map((party) => party.trim())
    .filter((party) => party !== '');
}

/** The same for every writing of one party: letter case, quotes, ё, dashes and spaces («И. И.») do not count. */
export function partyKey(party: string): string {
  return party
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»"“”„']/g, '')
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/\. /g, '.')
    .replace(/^[\s.,;]+|[\s.,;]+$/g, '');
}
