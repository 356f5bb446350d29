import type { Answers, AnswerValue, ItemRecord, Navigation, PageBreakRecord } from './form-record.ts';

/** A page of a form: what lies between two page breaks. */
export interface FormPage {
  index: number;
  /** The break that the page begins with; the first page has none. */
  pageBreak: PageBreakRecord | undefined;
  items: ItemRecord[];
}

export function pagesOf(items: readonly ItemRecord[]): FormPage[] {
  const pages: FormPage[] = [{ index: 0, pageBreak: undefined, items: [] }];
  for (const item of items) {
    if (item.type === 'PAGE_BREAK') pages.push({ index: pages.length, pageBreak: item, items: [] });
    else (pages[pages.length - 1] as FormPage).items.push(item);
  }
  return pages;
}

/**
 * The page after this one, or 'SUBMIT'.
 *
 * A chosen answer's navigation overrules that of the next page break; of several chosen
 * answers with navigation the last one on the page counts; navigation has no effect on the
 * form's last page; a break that has been deleted is passed over.
 *
 * @source https://developers.google.com/apps-script/reference/forms/page-navigation-type
 */
export function nextPage(pages: readonly FormPage[], from: number, answers: Answers): number | 'SUBMIT' {
  const next = pages[from + 1];
  if (!next) return 'SUBMIT';
  const navigation = chosenNavigation(pages[from] as FormPage, answers) ?? next.pageBreak?.navigation;
  return target(pages, from, navigation);
}

/** Does completing this page send the form whatever is chosen on it? */
export function alwaysSubmits(pages: readonly FormPage[], from: number): boolean {
  if (from === pages.length - 1) return true;
  if (nextPage(pages, from, {}) !== 'SUBMIT') return false;
  return (pages[from] as FormPage).items.every(
    (item) =>
      (item.type !== 'MULTIPLE_CHOICE' && item.type !== 'LIST') ||
      item.choices.every(({ navigation }) => !navigation || navigation.to === 'SUBMIT'),
  );
}

function target(pages: readonly FormPage[], from: number, navigation: Navigation | undefined): number | 'SUBMIT' {
  if (!navigation || navigation.to === 'CONTINUE') return from + 1;
  if (navigation.to === 'SUBMIT') return 'SUBMIT';
  if (navigation.to !== 'GO_TO_PAGE') return 0;
  const { pageBreakId } = navigation;
  const page = pages.find(({ pageBreak }) => pageBreak?.id === pageBreakId);
  return page ? page.index : from + 1;
}

function chosenNavigation(page: FormPage, answers: Answers): Navigation | undefined {
  let chosen: Navigation | undefined;
  for (const item of page.items) {
    if (item.type !== 'MULTIPLE_CHOICE' && item.type !== 'LIST') continue;
    const answer: AnswerValue | undefined = answers[item.id];
    const choice = item.choices.find(({ value }) => value === answer);
    if (choice?.navigation) chosen = choice.navigation;
  }
  return chosen;
}

export interface Walk {
  /** Pages in the order in which these answers lead through them, each once. */
  visited: number[];
  /** False where the answers lead back to a page already visited, so that the form is never sent. */
  ends: boolean;
}

/** The way through the form that these answers describe. */
export function walk(pages: readonly FormPage[], answers: Answers): Walk {
  const visited: number[] = [];
  let page: number | 'SUBMIT' = 0;
  while (page !== 'SUBMIT') {
    if (visited.includes(page)) return { visited, ends: false };
    visited.push(page);
    page = nextPage(pages, page, answers);
  }
  return { visited, ends: true };
}

/** Only the answers that belong to visited pages. */
export function answersOnVisitedPages(pages: readonly FormPage[], answers: Answers): Answers {
  const kept: Record<number, AnswerValue> = {};
  for (const index of walk(pages, answers).visited) {
    for (const { id } of (pages[index] as FormPage).items) {
      const answer = answers[id];
      if (answer !== undefined) kept[id] = answer;
    }
  }
  return kept;
}
