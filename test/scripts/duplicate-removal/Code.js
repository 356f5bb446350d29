/** Adds a menu item that removes rows of the current sheet that repeat an earlier row. */
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Данные').addItem('Убрать повторы', 'removeDuplicates').addToUi();
}

function removeDuplicates() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const data = sheet.getDataRange().getValues();
  const uniqueData = {};
  for (const row of data) {
    const key = row.join();
    uniqueData[key] = uniqueData[key] || row;
  }
  sheet.clearContents();
  const newData = Object.values(uniqueData);
  sheet.getRange(1, 1, newData.length, newData[0].length).setValues(newData);
  SpreadsheetApp.getActive().toast(`Осталось строк: ${newData.length}`, 'Готово', 5);
}
