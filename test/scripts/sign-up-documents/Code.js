/** Makes an invitation for each person signed up, from a template with {{placeholders}}, and links it in the row. */
function makeTemplate() {
  const doc = DocumentApp.create('Шаблон приглашения');
  const body = doc.getBody();
  body.appendParagraph('Приглашение').setHeading(DocumentApp.ParagraphHeading.HEADING1);
  body.appendParagraph('Уважаемая {{имя}}, ждём вас {{дата}}.');
  body.appendTable([
    ['Место', 'Время'],
    ['{{место}}', '{{время}}'],
  ]);
  doc.saveAndClose();
  PropertiesService.getScriptProperties().setProperty('template', doc.getId());
}

function makeInvitations() {
  const template = DriveApp.getFileById(PropertiesService.getScriptProperties().getProperty('template'));
  const folder = DriveApp.createFolder('Приглашения');
  const sheet = SpreadsheetApp.getActiveSheet();
  const [header, ...rows] = sheet.getDataRange().getDisplayValues();
  const linkColumn = header.indexOf('Ссылка') + 1;
  rows.forEach((row, index) => {
    if (row[linkColumn - 1] !== '') return;
    const copy = template.makeCopy(`Приглашение: ${row[0]}`, folder);
    const doc = DocumentApp.openById(copy.getId());
    header.forEach((title, column) => doc.getBody().replaceText(`{{${title.toLowerCase()}}}`, row[column]));
    doc.saveAndClose();
    sheet.getRange(index + 2, linkColumn).setValue(copy.getUrl());
    SpreadsheetApp.flush();
  });
  return folder.getId();
}
