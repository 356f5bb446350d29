/** A list in column B that depends on the choice in column A; the pairs stand on the sheet "Списки". */
function onEdit(e) {
  const range = e.range;
  const sheet = range.getSheet();
  if (sheet.getName() !== 'Заявки' || range.getColumn() !== 1 || range.getRow() === 1) return;
  const cell = range.offset(0, 1);
  cell.clearContent().clearDataValidations();
  if (!e.value) return;
  const pairs = e.source.getSheetByName('Списки').getDataRange().getValues();
  const choices = pairs.filter((pair) => pair[0] === e.value).map((pair) => pair[1]);
  if (choices.length === 0) {
    range.setNote(`Нет в списке: ${e.value}, было ${e.oldValue || 'пусто'}`);
    return;
  }
  cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(choices).build());
  if (choices.length === 1) cell.setValue(choices[0]);
}
