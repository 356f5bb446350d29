// biome-ignore-all lint/correctness/noUnusedVariables: Google calls them by name.
// What the tests of the pages need of a script: a menu with questions, windows, functions for cells.

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Проверка')
    .addItem('Назвать лист', 'renameSheet')
    .addSeparator()
    .addSubMenu(
      SpreadsheetApp.getUi()
        .createMenu('Окна')
        .addItem('Сайдбар', 'showPanel')
        .addItem('Ошибка', 'fail')
        .addItem('Что выделено', 'tellSelection'),
    )
    .addToUi();
}

function renameSheet() {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt('Новое имя', 'Как назвать лист?', ui.ButtonSet.OK_CANCEL);
  if (answer.getSelectedButton() !== ui.Button.OK) return;
  SpreadsheetApp.getActiveSheet().setName(answer.getResponseText());
  SpreadsheetApp.getActiveSpreadsheet().toast('Лист назван', 'Готово');
}

function tellSelection() {
  const range = SpreadsheetApp.getActiveRange();
  SpreadsheetApp.getActiveSpreadsheet().toast(`Выделено ${range.getSheet().getName()}!${range.getA1Notation()}`, '');
}

function fail() {
  throw new Error('Не заполнена графа «Срок»');
}

function showPanel() {
  const html = HtmlService.createHtmlOutput(
    '<h3>Панель</h3><button id="b" onclick="google.script.run.withSuccessHandler(function (sum) { ' +
      "document.getElementById('out').textContent = 'Сумма: ' + sum; }).addUp(2, 3)\">Сложить</button>" +
      '<p id="out"></p><button id="c" onclick="google.script.host.close()">Закрыть</button>',
  ).setTitle('Панель');
  SpreadsheetApp.getUi().showSidebar(html);
}

function addUp(a, b) {
  return a + b;
}

function dateOfToday() {
  return { today: new Date() };
}

function secret_() {
  return 'тайна';
}

/**
 * Удваивает число или каждую ячейку диапазона.
 * @param {number} value что удвоить
 * @return удвоенное
 * @customfunction
 */
function DOUBLE(value) {
  if (Array.isArray(value)) return value.map((row) => row.map((cell) => DOUBLE(cell)));
  if (typeof value !== 'number') throw new Error(`Нужно число, а не «${value}»`);
  return value * 2;
}

function writeLetter() {
  MailApp.sendEmail({
    to: 'glava@example.ru',
    subject: 'Срок через три дня',
    body: 'Пункт 4 плана: срок 30.01.2026.',
    htmlBody: '<p>Пункт 4 плана: срок <b>30.01.2026</b>.</p><script>parent.stolen = 1</script>',
    attachments: [Utilities.newBlob('пункт;срок', 'text/csv', 'план.csv')],
  });
}

function makeDocument() {
  const document = DocumentApp.create('Отчёт Общественному совету');
  document.getBody().appendParagraph('Итоги года').setHeading(DocumentApp.ParagraphHeading.HEADING1);
  document.getBody().appendTable([
    ['Учреждение', 'Балл'],
    ['Школа № 1', '87,5'],
  ]);
  document.saveAndClose();
  return document.getId();
}

function makeForm() {
  const form = FormApp.create('Анкета');
  form.addTextItem().setTitle('Что улучшить?').setRequired(true);
  form.setPublished(true);
  form.createResponse().withItemResponse(form.getItems()[0].asTextItem().createResponse('Пандус')).submit();
  return form.getId();
}

function planMeeting() {
  CalendarApp.getDefaultCalendar().createAllDayEvent('Заседание совета', new Date(2026, 1, 10));
}

function doGet(e) {
  if (e.parameter.as === 'json') {
    return ContentService.createTextOutput(JSON.stringify(e.parameters)).setMimeType(ContentService.MimeType.JSON);
  }
  return HtmlService.createHtmlOutput(
    '<p id="out">Ждём</p><script>google.script.run.withSuccessHandler(function (sum) { ' +
      'document.getElementById("out").textContent = "Сумма: " + sum; }).addUp(20, 22)</script>',
  ).setTitle('Приложение');
}

function doPost(e) {
  return ContentService.createTextOutput(`${e.postData.type} ${e.parameter.name} ${e.postData.length}`);
}

function address() {
  return ScriptApp.getService().getUrl();
}

function nameSheet() {
  SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].setName('Утро');
}

/** What a run of a web app has of the spreadsheet that its script is bound to. */
function surroundings() {
  let ui = 'Ui';
  try {
    SpreadsheetApp.getUi();
  } catch (error) {
    ui = error.message;
  }
  return {
    active: SpreadsheetApp.getActiveSpreadsheet() === null ? null : 'spreadsheet',
    lock: LockService.getDocumentLock() === null ? null : 'lock',
    user: Session.getActiveUser().getEmail(),
    ui,
  };
}

function daily() {
  console.log('Ежедневная проверка');
}
