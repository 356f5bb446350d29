/** A sidebar that looks a contact up and saves a note; its page calls the two functions through google.script.run. */
function onOpen(e) {
  SpreadsheetApp.getUi().createMenu('Контакты').addItem('Открыть', 'showContacts').addToUi();
}

function showContacts() {
  const page = HtmlService.createTemplateFromFile('Sidebar');
  page.names = SpreadsheetApp.getActiveSheet()
    .getDataRange()
    .getValues()
    .slice(1)
    .map((row) => row[0]);
  SpreadsheetApp.getUi().showSidebar(page.evaluate().setTitle('Контакты').setWidth(320));
}

function include_(name) {
  return HtmlService.createHtmlOutputFromFile(name).getContent();
}

function findContact(name) {
  const finder = SpreadsheetApp.getActiveSheet().createTextFinder(name).matchEntireCell(true);
  const found = finder.findNext();
  if (!found) throw new Error(`Нет такого контакта: ${name}`);
  const row = found.getRow();
  const [, phone] = SpreadsheetApp.getActiveSheet().getRange(row, 1, 1, 2).getDisplayValues()[0];
  return { row, phone, note: found.getNote() };
}

function saveNote(row, note) {
  SpreadsheetApp.getActiveSheet().getRange(row, 1).setNote(note);
  return true;
}
