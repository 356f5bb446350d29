/** The front door of the contract's own script: what Google calls, one line each. */
import { describeArguments } from './described.ts';
import { runContract } from './run.ts';
import { trySimpleTrigger } from './simple-trigger.ts';
import { SUITE } from './suite.ts';
import { leaveMark } from './trigger-marks.ts';

/** A simple trigger too, so what it may do without permission an edit of a cell may as well. */
export function onOpen() {
  SpreadsheetApp.getUi().createMenu('Договор').addItem('Проверить', 'checkContract').addToUi();
  trySimpleTrigger();
}

/** Would be fired by a script's own write, were that so. */
export function onEdit() {
  leaveMark('onEdit');
}

/** Would be fired by a script's own answer to a form, were that so. */
export function onContractAnswer() {
  leaveMark('onFormSubmit');
}

/** Named by a clock trigger that is deleted as soon as it was looked at. */
export function onContractMorning() {
  leaveMark('clock');
}

export function checkContract() {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.alert(
    'Проверить договор с Google',
    'Проверка сделает временный лист (и удалит его), одну форму и один документ «Договор: проверка (можно удалить)», ' +
      'а итог запишет на лист «Договор».\n\nОтправить для проверки одно письмо самому себе?',
    ui.ButtonSet.YES_NO_CANCEL,
  );
  if (answer !== ui.Button.YES && answer !== ui.Button.NO) return;
  const book = SpreadsheetApp.getActiveSpreadsheet();
  book.toast(runContract(book, SUITE, answer === ui.Button.YES), 'Договор', -1);
}

/**
 * Описывает свои аргументы: так видно, что таблица передаёт формуле сценария.
 *
 * @param {A1:B2} first
 * @param {C1} second
 * @param {D1} third
 * @customfunction
 */
export function CONTRACT_ARGUMENTS(first: unknown, second: unknown, third: unknown) {
  return describeArguments([first, second, third]);
}
