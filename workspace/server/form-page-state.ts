import { randomUUID } from 'node:crypto';
import { answersFrom, type Fields } from '../services/forms/answer-fields.ts';
import type { Answers, ItemRecord } from '../services/forms/form-record.ts';

/** What a respondent has filled in so far, as the page carries it from step to step. */
export interface FilledIn {
  /** Made with the first page; the same token never makes a second response. */
  token: string;
  answers: Answers;
  email: string;
  /** Of the response that is being changed; empty for a new one. */
  editKey: string;
}

export type Action = { do: 'next' } | { do: 'back' } | { do: 'clear'; itemId: number };

export interface PostedPage {
  filledIn: FilledIn;
  /** Index of the page that was sent; checked by whoever knows the way there. */
  page: number;
  action: Action;
}

/** A prefilled link's parameters, or the fields of a posted page. */
export function fieldsFrom(parameters: URLSearchParams): Fields {
  return (name) => parameters.getAll(name);
}

export function filledInFrom(items: readonly ItemRecord[], parameters: URLSearchParams): FilledIn {
  const token = parameters.get('token') ?? '';
  return {
    token: isToken(token) ? token : randomUUID(),
    answers: answersFrom(items, fieldsFrom(parameters)),
    email: (parameters.get('emailAddress') ?? '').trim(),
    editKey: parameters.get('edit2') ?? '',
  };
}

export function postedPage(items: readonly ItemRecord[], parameters: URLSearchParams): PostedPage {
  const page = Number(parameters.get('page') ?? 0);
  return {
    filledIn: filledInFrom(items, parameters),
    page: Number.isInteger(page) && page > 0 ? page : 0,
    action: actionFrom(parameters.get('action') ?? ''),
  };
}

function actionFrom(text: string): Action {
  if (text === 'back') return { do: 'back' };
  const clear = /^clear\.(\d+)$/.exec(text);
  return clear ? { do: 'clear', itemId: Number(clear[1]) } : { do: 'next' };
}

function isToken(text: string): boolean {
  return /^[\w-]{16,64}$/.test(text);
}
