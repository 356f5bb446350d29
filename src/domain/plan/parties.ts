/** Lists of responsible parties (ответственные) as plans write them. */

/** First words of a party that may stand in small letters: organisations, bodies and posts. */
const PARTY_NOUNS =
  /^(отдел|управлен|комитет|администрац|департамент|министерств|учрежден|организац|школ|детск|библиотек|клуб|центр|совет|обществен|комисси|рабоч\S+ групп|член|руководител|директор|заведующ|начальник|глав[аные]|специалист|методист|секретар|председател|заместител|сотрудник|образовательн|муниципальн|подведомственн|бюджетн|казенн|казённ|автономн|орган|оператор|эксперт|исполнител|ответственн|структурн|сектор|групп[аы]|районн|городск|областн|служб|пресс)/i;

const POST_NOUNS =
  /^(директор|заведующ|начальник|глав[аные]|специалист|методист|секретар|председател|заместител|ведущ)/i;
const PERSON = /^[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s*([А-ЯЁ]\.)?$/;

/** An abbreviation of three capitals or more, or a capitalised word or a quoted name. */
const CAPITAL_START = /^[«"“„]?([А-ЯЁ]{3,}(?![а-яё])|[А-ЯЁ][а-яё]|МБ|МК|МА|ЦБ)/;

/**
 * Whether a fragment begins a new party. After a comma a capital is enough; after a line break it is not,
 * since names are broken too: «Отдел культуры Администрации / Пролетарского района».
 */
function beginsParty(fragment: string, previous: string, after: 'comma' | 'line'): boolean {
  if (PERSON.test(previous) && POST_NOUNS.test(fragment) && /^[а-яё]/.test(fragment)) return false;
  if (PARTY_NOUNS.test(fragment)) return true;
  if (after === 'comma') return CAPITAL_START.test(fragment);
  return /^[А-ЯЁ]{3,}(?![а-яё])/.test(fragment) || PERSON.test(fragment);
}

function openBrackets(text: string): number {
  return (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0);
}

function trimmed(party: string): string {
  const text = party.replace(/\s+/g, ' ').replace(/^[\s,;–—-]+|[\s,;]+$/g, '');
  // The full stop of initials («Петрова А.Б.») and abbreviations of one letter belongs to the name.
  return /(^|[^А-ЯЁа-яё])[А-ЯЁ]\.$/.test(text) ? text : text.replace(/\.+$/, '').trimEnd();
}

/**
 * The parties of one cell, in order, without doubles. `;` always parts them; a comma or a line break only
 * where a new party begins, so that «Отдел культуры, спорта и молодёжной политики» stays one.
 * @example splitParties('ОУСЗН, УСЗН') // ['ОУСЗН', 'УСЗН']
 */
export function splitParties(cell: string): string[] {
  const parties: string[] = [];
  for (const entry of cell.split(';')) {
    let party = '';
    let broken: 'comma' | 'line' | undefined;
    for (const piece of entry.split(/(,|\r?\n)/)) {
      if (piece === ',') broken = 'comma';
      else if (/^\r?\n$/.test(piece)) broken = broken ?? 'line';
      else if (piece.trim() !== '') {
        const fragment = piece.trim();
        if (party !== '' && (openBrackets(party) > 0 || !beginsParty(fragment, party, broken ?? 'line'))) {
          party += `${broken === 'comma' ? ',' : ''} ${fragment}`;
        } else {
          parties.push(party);
          party = fragment;
        }
        broken = undefined;
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

/** The same for every writing of one party: letter case, quotes, ё, dashes and spaces do not count. */
export function partyKey(party: string): string {
  return party
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»"“”„']/g, '')
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;]+|[\s.,;]+$/g, '');
}
