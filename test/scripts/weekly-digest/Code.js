/** On Monday morning writes what is overdue and what falls due this week. */
function install() {
  ScriptApp.getProjectTriggers()
    .filter((trigger) => trigger.getHandlerFunction() === 'sendDigest')
    .forEach((trigger) => ScriptApp.deleteTrigger(trigger));
  ScriptApp.newTrigger('sendDigest').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(7).nearMinute(30).create();
}

function sendDigest() {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  const weekEnd = new Date(today);
  weekEnd.setDate(weekEnd.getDate() + 7);
  const rows = SpreadsheetApp.getActive().getSheets()[0].getDataRange().getValues().slice(1);
  const open = rows.filter(([, due, done]) => due instanceof Date && done !== true);
  const line = ([what, due]) => `${Utilities.formatDate(due, Session.getScriptTimeZone(), 'dd.MM')} ${what}`;
  const overdue = open.filter(([, due]) => due < today).map(line);
  const soon = open.filter(([, due]) => due >= today && due < weekEnd).map(line);
  if (overdue.length + soon.length === 0) return;
  MailApp.sendEmail(
    Session.getActiveUser().getEmail(),
    `Сроки: просрочено ${overdue.length}, на неделе ${soon.length}`,
    ['Просрочено:', ...overdue, 'На неделе:', ...soon].join('\n'),
  );
}
