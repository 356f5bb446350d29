/** Mail merge: a letter for each row that has no date in the column "Отправлено"; stops before the day's quota ends. */
const RECIPIENT = 'Почта';
const SENT = 'Отправлено';

function onOpen() {
  SpreadsheetApp.getUi().createMenu('Рассылка').addItem('Отправить', 'sendEmails').addToUi();
}

function sendEmails(subject, sheet = SpreadsheetApp.getActiveSheet()) {
  if (!subject) {
    const answer = SpreadsheetApp.getUi().prompt(
      'Рассылка',
      'Тема письма:',
      SpreadsheetApp.getUi().ButtonSet.OK_CANCEL,
    );
    if (answer.getSelectedButton() !== SpreadsheetApp.getUi().Button.OK || answer.getResponseText() === '') return;
    subject = answer.getResponseText();
  }
  const data = sheet.getDataRange().getDisplayValues();
  const heads = data.shift();
  const sentColumn = heads.indexOf(SENT);
  const rows = data.map((row) => heads.reduce((object, head, i) => ((object[head] = row[i] || ''), object), {}));
  const out = [];
  rows.forEach((row) => {
    if (row[SENT] !== '') return out.push([row[SENT]]);
    try {
      if (MailApp.getRemainingDailyQuota() < 1) return out.push(['']);
      const html = HtmlService.createTemplateFromFile('letter');
      html.row = row;
      GmailApp.sendEmail(row[RECIPIENT], subject, `Здравствуйте, ${row['Имя']}!`, {
        htmlBody: html.evaluate().getContent(),
        name: 'Отдел образования',
        replyTo: 'answers@example.com',
      });
      out.push([Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'dd.MM.yyyy')]);
    } catch (e) {
      out.push([e.message]);
    }
  });
  sheet.getRange(2, sentColumn + 1, out.length).setValues(out);
}
