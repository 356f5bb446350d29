import type { Execution } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { type Book, openBook } from './book.ts';
import { asGoogle } from './enums.ts';
import { emailOf, SheetUser } from './user.ts';

/** A spreadsheet's file as one execution holds it, and who may open it: the workspace has one person, whoever else is named. */
export class SharedSpreadsheet extends GoogleObject {
  readonly _execution: Execution;
  readonly _id: string;
  readonly _book: Book;

  constructor(execution: Execution, id: string) {
    super();
    this._execution = execution;
    this._id = id;
    const book = openBook(execution.kernel, id);
    this._book = execution.kind === 'custom-function' ? readOnly(book) : book;
    execution.onFlush(() => this._book.flush());
  }

  getOwner(): GoogleAppsScript.Base.User {
    return asGoogle(new SheetUser(this._execution.kernel.user.email));
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    return [this.getOwner(), ...this._people('editors').map((email) => asGoogle<never>(new SheetUser(email)))];
  }

  getViewers(): GoogleAppsScript.Base.User[] {
    return this._people('viewers').map((email) => asGoogle(new SheetUser(email)));
  }

  addEditor(user: string | GoogleAppsScript.Base.User): this {
    return this.addEditors([emailOf(user)]);
  }

  addEditors(emails: string[]): this {
    return this._setPeople('editors', [...this._people('editors'), ...emails]);
  }

  addViewer(user: string | GoogleAppsScript.Base.User): this {
    return this.addViewers([emailOf(user)]);
  }

  addViewers(emails: string[]): this {
    return this._setPeople('viewers', [...this._people('viewers'), ...emails]);
  }

  removeEditor(user: string | GoogleAppsScript.Base.User): this {
    return this._setPeople(
      'editors',
      this._people('editors').filter((email) => email !== emailOf(user)),
    );
  }

  removeViewer(user: string | GoogleAppsScript.Base.User): this {
    return this._setPeople(
      'viewers',
      this._people('viewers').filter((email) => email !== emailOf(user)),
    );
  }

  _people(role: 'editors' | 'viewers'): string[] {
    return (this._book.getters.getExtra(role)?.data as string[] | undefined) ?? [];
  }

  _setPeople(role: 'editors' | 'viewers', emails: string[]): this {
    const data = [...new Set(emails)].filter((email) => email !== this._execution.kernel.user.email);
    this._book.write({ type: 'PUT_EXTRA', extraId: role, kind: 'people', data });
    return this;
  }
}

/** A custom function may look at its spreadsheet and change nothing. */
function readOnly(book: Book): Book {
  return new Proxy(book, {
    get(target, name) {
      if (name === 'write' || name === 'writeAll' || name === 'insertSheet') {
        throw new GoogleError('You do not have permission to change the spreadsheet from a custom function.');
      }
      const member = Reflect.get(target, name, target) as unknown;
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
