import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { editUrl, publishedUrl, shortUrl, summaryUrl } from './addresses.ts';
import { booleanArgument, enumArgument, integerArgument, textArgument } from './argument.ts';
import { removeDestination, setDestination, syncColumns } from './destination.ts';
import { DestinationType, ItemType } from './enums.ts';
import { FormItem, newItemId } from './form-item.ts';
import type { FormRecord, ItemRecord, ItemTypeName } from './form-record.ts';
import { FormResponse } from './form-response.ts';
import type { FormScope } from './form-scope.ts';
import { changeForm, readForm, readItem, readItems, removeItem } from './form-store.ts';
import { Item } from './item.ts';
import { addItemOfType } from './new-item.ts';
import { deleteAllResponses, deleteResponse, findResponse, responsesOf } from './response-log.ts';
import type { RatingItem } from './scale-items.ts';

type GoogleForm = GoogleAppsScript.Forms.Form;
type Flag = {
  [Key in keyof FormRecord]-?: FormRecord[Key] extends boolean ? Key : never;
}[keyof FormRecord];

export interface Form extends GoogleAppsScript.Forms.Form {}

/** A form as its editor sees it. */
export class Form extends GoogleObject {
  readonly _scope: FormScope;

  constructor(scope: FormScope) {
    super();
    this._scope = scope;
  }

  getId(): string {
    return this._scope.formId;
  }

  getTitle(): string {
    return this._record().title;
  }

  /** The file in Drive keeps its own name, as on Google. */
  setTitle(title: string): GoogleForm {
    return this._change({ title: textArgument('FormApp.Form.setTitle', title) });
  }

  getDescription(): string {
    return this._record().description;
  }

  setDescription(description: string): GoogleForm {
    return this._change({ description: textArgument('FormApp.Form.setDescription', description) });
  }

  getConfirmationMessage(): string {
    return this._record().confirmationMessage;
  }

  setConfirmationMessage(message: string): GoogleForm {
    return this._change({ confirmationMessage: textArgument('FormApp.Form.setConfirmationMessage', message) });
  }

  getCustomClosedFormMessage(): string {
    return this._record().closedMessage;
  }

  setCustomClosedFormMessage(message: string): GoogleForm {
    return this._change({ closedMessage: textArgument('FormApp.Form.setCustomClosedFormMessage', message) });
  }

  isPublished(): boolean {
    return this._record().published;
  }

  /** Publishing also starts accepting responses; a form that is not published accepts none. */
  setPublished(enabled: boolean): GoogleForm {
    const published = booleanArgument('FormApp.Form.setPublished', enabled);
    return this._change({ published, acceptingResponses: published });
  }

  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }

  isAcceptingResponses(): boolean {
    return this._record().acceptingResponses;
  }

  /** @throws GoogleError for a form that is not published */
  setAcceptingResponses(enabled: boolean): GoogleForm {
    const accepting = booleanArgument('FormApp.Form.setAcceptingResponses', enabled);
    if (accepting && !this._record().published) {
      throw new GoogleError('The form must be published before it can accept responses.');
    }
    return this._change({ acceptingResponses: accepting });
  }

  hasProgressBar(): boolean {
    return this._record().progressBar;
  }

  setProgressBar(enabled: boolean): GoogleForm {
    return this._setFlag('progressBar', 'setProgressBar', enabled);
  }

  collectsEmail(): boolean {
    return this._record().collectEmail;
  }

  setCollectEmail(collect: boolean): GoogleForm {
    this._setFlag('collectEmail', 'setCollectEmail', collect);
    this._scope.questionsChanged();
    return this;
  }

  hasLimitOneResponsePerUser(): boolean {
    return this._record().limitOneResponsePerUser;
  }

  setLimitOneResponsePerUser(enabled: boolean): GoogleForm {
    return this._setFlag('limitOneResponsePerUser', 'setLimitOneResponsePerUser', enabled);
  }

  requiresLogin(): boolean {
    return this._record().requireLogin;
  }

  setRequireLogin(requireLogin: boolean): GoogleForm {
    return this._setFlag('requireLogin', 'setRequireLogin', requireLogin);
  }

  getShuffleQuestions(): boolean {
    return this._record().shuffleQuestions;
  }

  setShuffleQuestions(shuffle: boolean): GoogleForm {
    return this._setFlag('shuffleQuestions', 'setShuffleQuestions', shuffle);
  }

  canEditResponse(): boolean {
    return this._record().allowResponseEdits;
  }

  setAllowResponseEdits(enabled: boolean): GoogleForm {
    return this._setFlag('allowResponseEdits', 'setAllowResponseEdits', enabled);
  }

  hasRespondAgainLink(): boolean {
    return this._record().respondAgainLink;
  }

  setShowLinkToRespondAgain(enabled: boolean): GoogleForm {
    return this._setFlag('respondAgainLink', 'setShowLinkToRespondAgain', enabled);
  }

  isPublishingSummary(): boolean {
    return this._record().publishingSummary;
  }

  setPublishingSummary(enabled: boolean): GoogleForm {
    return this._setFlag('publishingSummary', 'setPublishingSummary', enabled);
  }

  isQuiz(): boolean {
    return this._record().quiz;
  }

  setIsQuiz(enabled: boolean): GoogleForm {
    return this._setFlag('quiz', 'setIsQuiz', enabled);
  }

  getPublishedUrl(): string {
    return publishedUrl(this._scope.kernel, this._record());
  }

  getEditUrl(): string {
    return editUrl(this._scope.kernel, this._record());
  }

  getSummaryUrl(): string {
    return summaryUrl(this._scope.kernel, this._record());
  }

  /** @throws GoogleError for an address that is not a form's */
  shortenFormUrl(url: string): string {
    const address = textArgument('FormApp.Form.shortenFormUrl', url);
    if (!address.startsWith(`${this._scope.kernel.baseUrl}/forms/d/`)) throw new GoogleError('Invalid argument: url');
    return shortUrl(this._scope.kernel, address);
  }

  addTextItem(): GoogleAppsScript.Forms.TextItem {
    return this._add('TEXT').asTextItem();
  }

  addParagraphTextItem(): GoogleAppsScript.Forms.ParagraphTextItem {
    return this._add('PARAGRAPH_TEXT').asParagraphTextItem();
  }

  addMultipleChoiceItem(): GoogleAppsScript.Forms.MultipleChoiceItem {
    return this._add('MULTIPLE_CHOICE').asMultipleChoiceItem();
  }

  addCheckboxItem(): GoogleAppsScript.Forms.CheckboxItem {
    return this._add('CHECKBOX').asCheckboxItem();
  }

  addListItem(): GoogleAppsScript.Forms.ListItem {
    return this._add('LIST').asListItem();
  }

  addScaleItem(): GoogleAppsScript.Forms.ScaleItem {
    return this._add('SCALE').asScaleItem();
  }

  addRatingItem(): RatingItem {
    return this._add('RATING').asRatingItem();
  }

  addGridItem(): GoogleAppsScript.Forms.GridItem {
    return this._add('GRID').asGridItem();
  }

  addCheckboxGridItem(): GoogleAppsScript.Forms.CheckboxGridItem {
    return this._add('CHECKBOX_GRID').asCheckboxGridItem();
  }

  addDateItem(): GoogleAppsScript.Forms.DateItem {
    return this._add('DATE').asDateItem();
  }

  addDateTimeItem(): GoogleAppsScript.Forms.DateTimeItem {
    return this._add('DATETIME').asDateTimeItem();
  }

  addTimeItem(): GoogleAppsScript.Forms.TimeItem {
    return this._add('TIME').asTimeItem();
  }

  addDurationItem(): GoogleAppsScript.Forms.DurationItem {
    return this._add('DURATION').asDurationItem();
  }

  addSectionHeaderItem(): GoogleAppsScript.Forms.SectionHeaderItem {
    return this._add('SECTION_HEADER').asSectionHeaderItem();
  }

  addPageBreakItem(): GoogleAppsScript.Forms.PageBreakItem {
    return this._add('PAGE_BREAK').asPageBreakItem();
  }

  getItems(itemType?: GoogleAppsScript.Forms.ItemType): GoogleAppsScript.Forms.Item[] {
    const type = itemType === undefined ? undefined : enumArgument('FormApp.Form.getItems', ItemType, itemType);
    return readItems(this._scope.kernel, this._scope.formId)
      .filter((item) => type === undefined || item.type === type)
      .map((item) => new Item(this._scope, item.id));
  }

  /** Null where there is none. */
  getItemById(id: number): GoogleAppsScript.Forms.Item {
    const { kernel, formId } = this._scope;
    const whole = typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id;
    const itemId = integerArgument('FormApp.Form.getItemById', whole);
    return readItem(kernel, formId, itemId) ? new Item(this._scope, itemId) : (null as never);
  }

  deleteItem(which: GoogleAppsScript.Forms.Item | number): void {
    const item = this._itemArgument('deleteItem', which);
    removeItem(this._scope.kernel, this._scope.formId, item.id);
    this._scope.questionsChanged();
  }

  moveItem(which: GoogleAppsScript.Forms.Item | number, to: number): GoogleAppsScript.Forms.Item {
    const item = this._itemArgument('moveItem', which);
    const others = this._record().itemIds.filter((id) => id !== item.id);
    const index = integerArgument('FormApp.Form.moveItem', to);
    if (index < 0 || index > others.length) throw new GoogleError('Invalid argument: toIndex');
    this._change({ itemIds: [...others.slice(0, index), item.id, ...others.slice(index)] });
    return new Item(this._scope, item.id);
  }

  createResponse(): GoogleAppsScript.Forms.FormResponse {
    return new FormResponse(this._scope);
  }

  /** @param since only responses submitted after it */
  getResponses(since?: GoogleAppsScript.Base.Date): GoogleAppsScript.Forms.FormResponse[] {
    if (since !== undefined && !(since instanceof Date)) throw signatureError('FormApp.Form.getResponses', [since]);
    const sinceMs = since === undefined ? Number.NEGATIVE_INFINITY : since.getTime();
    return responsesOf(this._scope.kernel, this._scope.formId)
      .filter(({ submittedMs }) => submittedMs > sinceMs)
      .map((response) => new FormResponse(this._scope, response));
  }

  /** @throws GoogleError where there is none */
  getResponse(responseId: string): GoogleAppsScript.Forms.FormResponse {
    return new FormResponse(this._scope, this._response('getResponse', responseId));
  }

  deleteResponse(responseId: string): GoogleForm {
    const { kernel, formId } = this._scope;
    deleteResponse(kernel, formId, this._response('deleteResponse', responseId).id);
    return this;
  }

  /** Rows in the destination sheet stay, as on Google. */
  deleteAllResponses(): GoogleForm {
    deleteAllResponses(this._scope.kernel, this._scope.formId);
    return this;
  }

  setDestination(type: GoogleAppsScript.Forms.DestinationType, id: string): GoogleForm {
    enumArgument('FormApp.Form.setDestination', DestinationType, type);
    // The spreadsheet must exist as the script has left it.
    this._scope.execution.flush();
    setDestination(this._scope.kernel, this._scope.formId, textArgument('FormApp.Form.setDestination', id));
    return this;
  }

  removeDestination(): GoogleForm {
    syncColumns(this._scope.kernel, this._scope.formId);
    removeDestination(this._scope.kernel, this._scope.formId);
    return this;
  }

  getDestinationId(): string {
    return this._destination();
  }

  getDestinationType(): GoogleAppsScript.Forms.DestinationType {
    this._destination();
    return DestinationType._of('SPREADSHEET') as unknown as GoogleAppsScript.Forms.DestinationType;
  }

  _record(): FormRecord {
    return readForm(this._scope.kernel, this._scope.formId);
  }

  _change(change: Partial<FormRecord>): GoogleForm {
    changeForm(this._scope.kernel, this._scope.formId, change);
    return this;
  }

  _setFlag(flag: Flag, method: string, enabled: unknown): GoogleForm {
    return this._change({ [flag]: booleanArgument(`FormApp.Form.${method}`, enabled) });
  }

  _add(type: ItemTypeName): Item {
    return new Item(this._scope, addItemOfType(this._scope, type, newItemId(this._scope)));
  }

  /** By index or by item. */
  _itemArgument(method: string, which: unknown): ItemRecord {
    const { kernel, formId } = this._scope;
    if (which instanceof FormItem) {
      const item = which._scope.formId === formId ? readItem(kernel, formId, which._id) : undefined;
      if (!item) throw new GoogleError('Invalid argument: item');
      return item;
    }
    const item = readItems(kernel, formId)[integerArgument(`FormApp.Form.${method}`, which)];
    if (!item) throw new GoogleError('Invalid argument: index');
    return item;
  }

  _response(method: string, responseId: unknown) {
    const { kernel, formId } = this._scope;
    const response = findResponse(kernel, formId, textArgument(`FormApp.Form.${method}`, responseId));
    if (!response) throw new GoogleError('No response with the given ID could be found.');
    return response;
  }

  /** @throws GoogleError when the form has none, as on Google */
  _destination(): string {
    const { destination } = this._record();
    if (!destination) throw new GoogleError('The form currently has no response destination.');
    return destination.spreadsheetId;
  }
}
