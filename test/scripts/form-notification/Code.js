/**
 * Writes to the office when somebody answers the form behind this spreadsheet.
 * Run install() once.
 */
var OFFICE = 'office@example.com';

function install() {
  var sheet = SpreadsheetApp.getActive();
  var form = FormApp.create('Запись на приём');
  form.addTextItem().setTitle('Имя').setRequired(true);
  form.addMultipleChoiceItem().setTitle('Повод').setChoiceValues(['Справка', 'Жалоба', 'Иное']);
  form.addCheckboxItem().setTitle('Удобные дни').setChoiceValues(['пн', 'ср', 'пт']);
  form.setDestination(FormApp.DestinationType.SPREADSHEET, sheet.getId());
  ScriptApp.newTrigger('onAnswer').forSpreadsheet(sheet).onFormSubmit().create();
  form.setPublished(true);
  return form.getId();
}

function onAnswer(e) {
  var named = e.namedValues;
  var lines = [];
  for (var title in named) {
    lines.push(title + ': ' + named[title].join(', '));
  }
  MailApp.sendEmail({
    to: OFFICE,
    subject: 'Новая запись: ' + named['Имя'][0],
    body: lines.join('\n') + '\n\nСтрока ' + e.range.getRow() + ', ' + e.values.length + ' значений',
  });
}
