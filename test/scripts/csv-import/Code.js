/** Each night takes the CSV files of a folder into the sheet and puts them into the folder "Принято". */
function install() {
  if (PropertiesService.getScriptProperties().getProperty('inbox')) return;
  const inbox = DriveApp.createFolder('Входящие');
  inbox.createFolder('Принято');
  PropertiesService.getScriptProperties().setProperty('inbox', inbox.getId());
  ScriptApp.newTrigger('importNew').timeBased().everyDays(1).atHour(2).create();
}

function importNew() {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(5000)) return;
  const inbox = DriveApp.getFolderById(PropertiesService.getScriptProperties().getProperty('inbox'));
  const done = inbox.getFoldersByName('Принято').next();
  const sheet = SpreadsheetApp.getActive().getSheetByName('Данные') || SpreadsheetApp.getActive().insertSheet('Данные');
  const files = inbox.getFilesByType(MimeType.CSV);
  while (files.hasNext()) {
    const file = files.next();
    const rows = Utilities.parseCsv(file.getBlob().getDataAsString('UTF-8'), ';');
    const values = rows.slice(sheet.getLastRow() === 0 ? 0 : 1).map((row) => [...row, file.getName()]);
    if (values.length > 0) {
      sheet.getRange(sheet.getLastRow() + 1, 1, values.length, values[0].length).setValues(values);
    }
    file.moveTo(done);
    console.log('%s: строк %d', file.getName(), values.length);
  }
  SpreadsheetApp.flush();
  lock.releaseLock();
}
