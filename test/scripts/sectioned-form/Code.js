/** A form with sections and branches; its answers go into a table of a document. */
function makeForm() {
  const form = FormApp.create('Опрос о посещении').setDescription('Три минуты').setProgressBar(true);
  const visited = form.addMultipleChoiceItem().setTitle('Вы были у нас в этом году?').setRequired(true);
  const details = form.addPageBreakItem().setTitle('О посещении');
  form.addScaleItem().setTitle('Оценка').setBounds(1, 5).setLabels('плохо', 'хорошо');
  form.addGridItem().setTitle('По частям').setRows(['Вход', 'Зал']).setColumns(['да', 'нет']);
  const last = form.addPageBreakItem().setTitle('Напоследок');
  form.addParagraphTextItem().setTitle('Пожелания').setHelpText('Своими словами');
  visited.setChoices([visited.createChoice('Да', details), visited.createChoice('Нет', last)]);
  form.setPublished(true);
  const doc = DocumentApp.create('Ответы');
  doc.getBody().appendTable([['Когда', 'Вопрос', 'Ответ']]);
  doc.saveAndClose();
  PropertiesService.getScriptProperties().setProperties({ form: form.getId(), doc: doc.getId() });
  ScriptApp.newTrigger('collect').forForm(form).onFormSubmit().create();
  return form.getId();
}

function collect(e) {
  const table = DocumentApp.openById(PropertiesService.getScriptProperties().getProperty('doc'))
    .getBody()
    .getTables()[0];
  for (const answer of e.response.getItemResponses()) {
    const given = answer.getResponse();
    const row = table.appendTableRow();
    row.appendTableCell(Utilities.formatDate(e.response.getTimestamp(), 'Europe/Moscow', 'dd.MM.yyyy'));
    row.appendTableCell(answer.getItem().getTitle());
    row.appendTableCell(Array.isArray(given) ? given.join('/') : String(given));
  }
}
