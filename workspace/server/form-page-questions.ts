import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { DURATION_PARTS, fieldName, fieldsOf, OTHER_VALUE, otherTextName } from '../services/forms/answer-fields.ts';
import type {
  AnswerValue,
  CheckboxRecord,
  GridRecord,
  QuestionRecord,
  TimeRecord,
} from '../services/forms/form-record.ts';
import { linked } from './form-page-links.ts';
import { WORDS } from './form-page-words.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A question as it stands on the page. */
export interface ShownQuestion {
  item: QuestionRecord;
  answer: AnswerValue | undefined;
  /** What is wrong with the answer, in words. */
  error: string | undefined;
  /** The question that the reader is to be brought to. */
  focused: boolean;
}

type Of<R extends QuestionRecord> = ShownQuestion & { item: R };

/** The first field of a question: what an error's link leads to. */
export function firstFieldId(itemId: number | 'email'): string {
  return `f${itemId}`;
}

export function question(shown: ShownQuestion): Markup {
  switch (shown.item.type) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
    case 'DATE':
    case 'DATETIME':
    case 'TIME':
    case 'LIST':
      return oneField(shown);
    case 'MULTIPLE_CHOICE':
    case 'SCALE':
    case 'RATING':
      return group(shown, 'radiogroup', radios(shown));
    case 'CHECKBOX':
      return group(shown, undefined, checkboxes(shown as Of<CheckboxRecord>));
    case 'GRID':
    case 'CHECKBOX_GRID':
      return group(shown, undefined, grid(shown as Of<GridRecord>));
    case 'DURATION':
      return group(shown, undefined, duration(shown as Of<TimeRecord>));
  }
}

/** A question of one field, with its label. */
function oneField(shown: ShownQuestion): Markup {
  const { item, error } = shown;
  return html`<div class="q${error ? ' invalid' : ''}"><label class="title" for="${firstFieldId(item.id)}">${titleOf(item)}</label>${notes(shown)}${field(shown)}</div>`;
}

/** A question of several fields, under one heading. */
function group(shown: ShownQuestion, role: 'radiogroup' | undefined, fields: Markup): Markup {
  const { item, error } = shown;
  const state =
    role === 'radiogroup'
      ? html` role="radiogroup" aria-required="${String(item.required)}" aria-invalid="${String(error !== undefined)}"`
      : '';
  const clear =
    role === 'radiogroup' && !item.required
      ? html`<button class="clear" name="action" value="clear.${item.id}">${WORDS.clear}</button>`
      : '';
  return html`<fieldset class="q${error ? ' invalid' : ''}"${state}${describedBy(shown)}><legend class="title">${titleOf(item)}</legend>${notes(shown)}${fields}${clear}</fieldset>`;
}

function titleOf(item: QuestionRecord): Markup {
  const star = item.required ? html` <span class="star" role="img" aria-label="${WORDS.required}">*</span>` : '';
  return html`${item.title}${star}`;
}

function notes({ item, error }: ShownQuestion): Markup {
  const help = item.helpText ? html`<p class="help" id="h${item.id}">${linked(item.helpText)}</p>` : '';
  const hint = hintOf(item);
  const hintLine = hint ? html`<p class="help" id="t${item.id}">${hint}</p>` : '';
  const errorLine = error === undefined ? '' : html`<p class="error" id="e${item.id}">${error}</p>`;
  return html`${help}${hintLine}${errorLine}`;
}

function hintOf(item: QuestionRecord): string {
  if (item.type === 'DATE' && !item.includesYear) return WORDS.dayAndMonth;
  if (item.type === 'DATETIME' && !item.includesYear) return WORDS.dayMonthAndTime;
  if (item.type !== 'SCALE') return '';
  const left = item.leftLabel && `${item.lower} — ${item.leftLabel}`;
  const right = item.rightLabel && `${item.upper} — ${item.rightLabel}`;
  return [left, right].filter((label) => label !== '').join(', ');
}

function describedBy({ item, error }: ShownQuestion): Markup | '' {
  const ids = [
    error === undefined ? '' : `e${item.id}`,
    item.helpText ? `h${item.id}` : '',
    hintOf(item) ? `t${item.id}` : '',
  ].filter((id) => id !== '');
  return ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : '';
}

/** Attributes that every single field has. */
function common(shown: ShownQuestion): Markup {
  const { item, error } = shown;
  const required = item.required ? html` aria-required="true"` : '';
  const invalid = error === undefined ? '' : html` aria-invalid="true"`;
  return html`id="${firstFieldId(item.id)}" name="${fieldName(item.entryIds[0] as number)}"${required}${invalid}${describedBy(shown)}${focus(shown)}`;
}

function focus({ focused }: ShownQuestion): Markup | '' {
  return focused ? html` autofocus` : '';
}

function field(shown: ShownQuestion): Markup {
  const { item, answer } = shown;
  const value = typeof answer === 'string' ? answer : '';
  if (item.type === 'PARAGRAPH_TEXT') return html`<textarea rows="4" ${common(shown)}>${value}</textarea>`;
  if (item.type === 'LIST') {
    return html`<select ${common(shown)}><option value="">${WORDS.choose}</option>${item.choices.map((choice) => html`<option${choice.value === value ? ' selected' : ''}>${choice.value}</option>`)}</select>`;
  }
  return html`<input ${common(shown)} value="${shownValue(item, value)}"${inputKind(item)}>`;
}

function inputKind(item: QuestionRecord): Markup {
  if (item.type === 'DATE' && item.includesYear) return html` type="date"`;
  if (item.type === 'DATETIME' && item.includesYear) return html` type="datetime-local"`;
  if (item.type === 'TIME') return html` type="time"`;
  if (item.type !== 'TEXT' || !item.rule) return html` type="text" autocomplete="off"`;
  switch (item.rule.kind) {
    case 'email':
      return html` type="email" autocomplete="email"`;
    case 'url':
      return html` type="url"`;
    case 'contains':
    case 'doesNotContain':
    case 'matches':
    case 'doesNotMatch':
    case 'minLength':
    case 'maxLength':
      return html` type="text" autocomplete="off"`;
    case 'wholeNumber':
      return html` type="text" inputmode="numeric" autocomplete="off"`;
    default:
      return html` type="text" inputmode="decimal" autocomplete="off"`;
  }
}

/** As the field wants it; an answer without a year is shown as people write it. */
function shownValue(item: QuestionRecord, value: string): string {
  if (item.type !== 'DATE' && item.type !== 'DATETIME') return value;
  if (item.includesYear) return value.replace(' ', 'T');
  return value.replace(/^(\d\d)-(\d\d)/, '$2.$1');
}

function radios(shown: ShownQuestion): Markup {
  const { item, answer } = shown;
  if (item.type === 'SCALE') {
    return html`<div class="scale">${numbers(shown, item.lower, item.upper, '')}</div>`;
  }
  if (item.type === 'RATING') {
    const icon = { STAR: '★', HEART: '♥', THUMB_UP: '👍' }[item.icon];
    return html`<div class="scale">${numbers(shown, 1, item.levels, ` ${icon}`)}</div>`;
  }
  if (item.type !== 'MULTIPLE_CHOICE') throw new Error(`no radio buttons for ${item.type}`);
  const other = answer !== undefined && !item.choices.some(({ value }) => value === answer);
  return html`<div class="choices">${item.choices.map(({ value }, index) => choice(shown, 'radio', value, value === answer, index === 0))}${item.otherOption ? otherChoice(shown, 'radio', other ? (answer as string) : '') : ''}</div>`;
}

function numbers(shown: ShownQuestion, lower: number, upper: number, icon: string): Markup[] {
  const name = fieldName(shown.item.entryIds[0] as number);
  const buttons: Markup[] = [];
  for (let number = lower; number <= upper; number += 1) {
    const first = number === lower;
    buttons.push(
      html`<label class="choice"><input type="radio" name="${name}" value="${number}"${identified(shown, first)}${String(number) === shown.answer ? ' checked' : ''}><span>${number}${icon}</span></label>`,
    );
  }
  return buttons;
}

function identified(shown: ShownQuestion, first: boolean): Markup | '' {
  return first ? html` id="${firstFieldId(shown.item.id)}"${focus(shown)}` : '';
}

function choice(
  shown: ShownQuestion,
  type: 'radio' | 'checkbox',
  value: string,
  checked: boolean,
  first: boolean,
): Markup {
  const name = fieldName(shown.item.entryIds[0] as number);
  const invalid = type === 'checkbox' && shown.error !== undefined ? html` aria-invalid="true"` : '';
  return html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${identified(shown, first)}${invalid}${checked ? ' checked' : ''}><span>${value}</span></label>`;
}

function otherChoice(shown: ShownQuestion, type: 'radio' | 'checkbox', text: string): Markup {
  const entryId = shown.item.entryIds[0] as number;
  return html`<div class="other"><label class="choice"><input type="${type}" name="${fieldName(entryId)}" value="${OTHER_VALUE}"${text === '' ? '' : ' checked'}><span>${WORDS.other}:</span></label><input type="text" name="${otherTextName(entryId)}" value="${text}" aria-label="${WORDS.otherText}" autocomplete="off"></div>`;
}

function checkboxes(shown: Of<CheckboxRecord>): Markup {
  const { item } = shown;
  const chosen = Array.isArray(shown.answer) ? (shown.answer as string[]) : [];
  const other = chosen.find((value) => !item.choices.some((candidate) => candidate.value === value));
  return html`<div class="choices">${item.choices.map(({ value }, index) => choice(shown, 'checkbox', value, chosen.includes(value), index === 0))}${item.otherOption ? otherChoice(shown, 'checkbox', other ?? '') : ''}</div>`;
}

/** On a phone a table would not fit: each row is a group of its own. */
function grid(shown: Of<GridRecord>): Markup {
  const { item, answer } = shown;
  const type = item.type === 'GRID' ? 'radio' : 'checkbox';
  const cells = (answer ?? []) as (string | string[] | null)[];
  const rows = item.rows.map((row, index) => {
    const chosen = [cells[index] ?? []].flat();
    const boxes = item.columns.map((column, place) => {
      const first = index === 0 && place === 0;
      return html`<label class="choice"><input type="${type}" name="${fieldName(item.entryIds[index] as number)}" value="${column}"${identified(shown, first)}${chosen.includes(column) ? ' checked' : ''}><span>${column}</span></label>`;
    });
    return html`<fieldset class="row"><legend class="title">${row}</legend><div class="choices">${boxes}</div></fieldset>`;
  });
  return html`${rows}`;
}

function duration(shown: Of<TimeRecord>): Markup {
  const { item, answer } = shown;
  const parts = typeof answer === 'string' ? answer.split(':') : [];
  const labels = [WORDS.hours, WORDS.minutes, WORDS.seconds];
  return html`<div class="parts">${DURATION_PARTS.map((part, index) => html`<label>${labels[index]}<input type="text" inputmode="numeric" autocomplete="off" name="${fieldName(item.entryIds[0] as number)}_${part}" value="${parts[index] ?? ''}"${identified(shown, index === 0)}></label>`)}</div>`;
}

/** Answers of other pages, carried along. */
export function carried(item: QuestionRecord, answer: AnswerValue): Markup {
  return html`${fieldsOf(item, answer).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
