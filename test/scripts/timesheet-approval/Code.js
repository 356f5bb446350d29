/** Timesheets: hours come in as rows, the head approves them in a drop-down, staff are told by mail. */
const COLUMN = { EMAIL: 1, HOURS: 2, RATE: 3, PAY: 4, DECISION: 5, NOTIFIED: 6 };
const DECISIONS = ['УТВЕРЖДЕНО', 'ОТКЛОНЕНО', 'В РАБОТЕ'];

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Табель')
    .addItem('Подготовить', 'setUpSheet')
    .addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('Почта').addItem('Известить сотрудников', 'notifyStaff'))
    .addToUi();
}

function setUpSheet() {
  const sheet = SpreadsheetApp.getActiveSheet();
  sheet
    .getRange(1, 1, 1, 6)
    .setValues([['Почта', 'Часы', 'Ставка', 'К выплате', 'Решение', 'Извещён']])
    .setFontWeight('bold');
  sheet.setFrozenRows(1);
  const count = sheet.getLastRow() - 1;
  if (count < 1) return;
  const formulas = Array.from({ length: count }, (_, i) => [`=B${i + 2}*C${i + 2}`]);
  sheet.getRange(2, COLUMN.PAY, count, 1).setFormulas(formulas).setNumberFormat('#,##0.00');
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(DECISIONS, true).setAllowInvalid(false).build();
  const decisions = sheet.getRange(2, COLUMN.DECISION, count, 1);
  decisions.setDataValidation(rule).setValue('В РАБОТЕ');
}

function notifyStaff() {
  const ui = SpreadsheetApp.getUi();
  const sheet = SpreadsheetApp.getActiveSheet();
  const range = sheet.getDataRange();
  const rows = range.getValues();
  const display = range.getDisplayValues();
  let sent = 0;
  if (ui.alert('Разослать решения?', ui.ButtonSet.YES_NO) !== ui.Button.YES) return 0;
  rows.forEach((row, index) => {
    const decision = row[COLUMN.DECISION - 1];
    if (index === 0 || row[COLUMN.NOTIFIED - 1] || decision === 'В РАБОТЕ') return;
    MailApp.sendEmail(
      row[COLUMN.EMAIL - 1],
      `Табель: ${decision.toLowerCase()}`,
      `К выплате ${display[index][COLUMN.PAY - 1]}`,
    );
    sheet
      .getRange(index + 1, COLUMN.NOTIFIED)
      .setValue(new Date())
      .setNumberFormat('dd.mm.yyyy');
    sent += 1;
  });
  return sent;
}
