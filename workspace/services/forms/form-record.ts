/**
 * A form as it is kept in the workspace's store: plain JSON, no behaviour.
 * Items lie in the store one by one, so that changing a title writes that item only.
 */
export interface FormRecord {
  id: string;
  /** The id in the address that respondents see; unlike `id` it gives no right to edit. */
  publishedId: string;
  title: string;
  description: string;
  /** In the form's order. */
  itemIds: number[];
  published: boolean;
  acceptingResponses: boolean;
  closedMessage: string;
  confirmationMessage: string;
  progressBar: boolean;
  collectEmail: boolean;
  limitOneResponsePerUser: boolean;
  requireLogin: boolean;
  shuffleQuestions: boolean;
  allowResponseEdits: boolean;
  respondAgainLink: boolean;
  publishingSummary: boolean;
  quiz: boolean;
  destination?: DestinationRecord;
}

/** The sheet that receives the answers. */
export interface DestinationRecord {
  spreadsheetId: string;
  sheetId: string;
  /** What each column of the sheet holds, from the left. A column is never taken away. */
  columns: ColumnRecord[];
}

export interface ColumnRecord {
  /** 'timestamp', 'email' or the entry id of a question (of one row for a grid). */
  source: 'timestamp' | 'email' | number;
  /** The header as it was last written. */
  header: string;
}

export const ITEM_TYPES = [
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'RATING',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
  'FILE_UPLOAD',
] as const;

export type ItemTypeName = (typeof ITEM_TYPES)[number];

interface AnyItem {
  id: number;
  title: string;
  helpText: string;
}

interface AnyQuestion extends AnyItem {
  required: boolean;
  /** Names of the answer's fields in links and on the page, `entry.N`: one, or one per row of a grid. */
  entryIds: number[];
  /** Quiz points; kept, not used for grading. */
  points: number;
}

export interface TextRecord extends AnyQuestion {
  type: 'TEXT' | 'PARAGRAPH_TEXT';
  rule?: TextRule;
}

export interface ChoiceQuestionRecord extends AnyQuestion {
  type: 'MULTIPLE_CHOICE' | 'LIST';
  choices: ChoiceRecord[];
  /** Only for MULTIPLE_CHOICE. */
  otherOption: boolean;
}

export interface CheckboxRecord extends AnyQuestion {
  type: 'CHECKBOX';
  choices: ChoiceRecord[];
  otherOption: boolean;
  rule?: CheckboxRule;
}

export interface ScaleRecord extends AnyQuestion {
  type: 'SCALE';
  lower: number;
  upper: number;
  leftLabel: string;
  rightLabel: string;
}

export interface RatingRecord extends AnyQuestion {
  type: 'RATING';
  icon: 'STAR' | 'HEART' | 'THUMB_UP';
  levels: number;
}

export interface GridRecord extends AnyQuestion {
  type: 'GRID' | 'CHECKBOX_GRID';
  rows: string[];
  columns: string[];
  rule?: GridRule;
}

export interface DateRecord extends AnyQuestion {
  type: 'DATE' | 'DATETIME';
  includesYear: boolean;
}

export interface TimeRecord extends AnyQuestion {
  type: 'TIME' | 'DURATION';
}

export interface SectionHeaderRecord extends AnyItem {
  type: 'SECTION_HEADER';
}

export interface PageBreakRecord extends AnyItem {
  type: 'PAGE_BREAK';
  /** Where to go on completing the page before this break, unless a choice there says otherwise. */
  navigation: Navigation;
}

export type QuestionRecord =
  | TextRecord
  | ChoiceQuestionRecord
  | CheckboxRecord
  | ScaleRecord
  | RatingRecord
  | GridRecord
  | DateRecord
  | TimeRecord;

export type LayoutRecord = SectionHeaderRecord | PageBreakRecord;

export type ItemRecord = QuestionRecord | LayoutRecord;

export type Navigation =
  | { to: 'CONTINUE' | 'RESTART' | 'SUBMIT' }
  /** The page that begins at this page break. */
  | { to: 'GO_TO_PAGE'; pageBreakId: number };

export interface ChoiceRecord {
  value: string;
  navigation?: Navigation;
  correct?: boolean;
}

/** Bounds are inclusive where the name does not say otherwise. `helpText` replaces the page's own message. */
export type TextRule = { helpText?: string } & (
  | { kind: 'number' | 'wholeNumber' | 'email' | 'url' }
  | {
      kind: 'greaterThan' | 'greaterThanOrEqualTo' | 'lessThan' | 'lessThanOrEqualTo' | 'equalTo' | 'notEqualTo';
      number: number;
    }
  | { kind: 'between' | 'notBetween'; from: number; to: number }
  | { kind: 'contains' | 'doesNotContain' | 'matches' | 'doesNotMatch'; pattern: string }
  | { kind: 'minLength' | 'maxLength'; characters: number }
);

export interface CheckboxRule {
  kind: 'atLeast' | 'atMost' | 'exactly';
  count: number;
  helpText?: string;
}

/** Each column may be chosen in one row only. */
export interface GridRule {
  kind: 'onePerColumn';
  helpText?: string;
}

/**
 * An answer to one item, as Google's `ItemResponse.getResponse()` gives it: text for most
 * questions (a number of a scale as text, `2026-01-30`, `2026-01-30 09:30`, `09:30`,
 * `01:30:00`), a list of choices for checkboxes, one value per row for grids.
 */
export type AnswerValue = string | string[] | (string | null)[] | (string[] | null)[];

export type Answers = Readonly<Record<number, AnswerValue>>;

/** One submitted response. */
export interface ResponseRecord {
  id: string;
  submittedMs: number;
  answers: Answers;
  /** The entry ids of each grid's rows as they stood then, by item id: rows may be moved and deleted later. */
  gridRows?: Readonly<Record<number, number[]>>;
  email: string;
  /** Of the page or program that sent it: the same token never makes a second response. */
  token?: string;
  /** Lets whoever holds the link change the response. */
  editKey: string;
}

export function isQuestion(item: ItemRecord): item is QuestionRecord {
  return item.type !== 'SECTION_HEADER' && item.type !== 'PAGE_BREAK';
}
