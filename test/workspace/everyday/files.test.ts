import { DAY_MS, type Desk, MONDAY_NINE, sitDown } from './desk.ts';

/** Everyday scripts about forms, letters, documents, files and the calendar, run as they are. */

let desk: Desk;
afterEach(() => desk?.leave());

const fill = (rows: unknown[][]): number => {
  const sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange(1, 1, rows.length, (rows[0] as unknown[]).length).setValues(rows);
  return rows.length;
};

const shown = (): string[][] => SpreadsheetApp.getActiveSheet().getDataRange().getDisplayValues();

test('form notification: each answer is a row and a letter to the office', async () => {
  desk = await sitDown('form-notification');
  const formId = (await desk.run('install')) as string;
  await desk.answer(formId, { Имя: 'Вера', Повод: 'Справка', 'Удобные дни': ['пн', 'пт'] });
  await desk.answer(formId, { Имя: 'Олег' });
  const letters = desk.letters();
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['office@example.com', 'Новая запись: Вера'],
    ['office@example.com', 'Новая запись: Олег'],
  ]);
  expect(letters[0]?.text).toContain('Удобные дни: пн, пт');
  expect(letters[1]?.text).toContain('Строка 3, 4 значений');
  const rows = await desk.look(() =>
    SpreadsheetApp.getActive()
      .getSheets()
      .find((sheet) => sheet.getFormUrl())
      ?.getDataRange()
      .getDisplayValues(),
  );
  expect(rows?.map((row) => row.slice(1))).toEqual([
    ['Имя', 'Повод', 'Удобные дни'],
    ['Вера', 'Справка', 'пн, пт'],
    ['Олег', '', ''],
  ]);
});

test('mail merge: a letter for each row not yet written to; a second run sends nothing', async () => {
  desk = await sitDown('mail-merge');
  await desk.look(fill, [
    ['Имя', 'Почта', 'Долг', 'Отправлено'],
    ['Вера', 'vera@example.com', 'отчёт <1>', ''],
    ['Олег', 'oleg@example.com', '', ''],
    ['Нина', 'nina@example.com', '', '01.03.2026'],
    ['Никто', 'не адрес', '', ''],
  ]);
  await desk.workspace.openContainer();
  const send = () => desk.workspace.click(['Рассылка', 'Отправить'], [{ button: 'OK', text: 'Напоминание' }]);
  expect((await send()).error).toBeUndefined();
  expect((await send()).error).toBeUndefined();
  const letters = desk.letters();
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['vera@example.com', 'Напоминание'],
    ['oleg@example.com', 'Напоминание'],
  ]);
  expect(letters[0]?.html).toContain('<b>отчёт &#60;1&#62;</b>');
  expect(letters[1]?.html).not.toContain('Осталось');
  expect((await desk.look(shown)).map((row) => row[3])).toEqual([
    'Отправлено',
    '02.03.2026',
    '02.03.2026',
    '01.03.2026',
    expect.stringContaining('Invalid email'),
  ]);
});

test('mail merge: nothing is sent when the person thinks better of it', async () => {
  desk = await sitDown('mail-merge');
  await desk.look(fill, [
    ['Имя', 'Почта', 'Долг', 'Отправлено'],
    ['Вера', 'vera@example.com', '', ''],
  ]);
  await desk.workspace.openContainer();
  await desk.workspace.click(['Рассылка', 'Отправить'], [{ button: 'CANCEL', text: 'Тема' }]);
  expect(desk.letters()).toEqual([]);
});

test('sign-up sheet: a document from a template for each row, its link in the row', async () => {
  desk = await sitDown('sign-up-documents');
  await desk.look(fill, [
    ['Имя', 'Дата', 'Место', 'Время', 'Ссылка'],
    ['Вера', 'в четверг', 'Зал 2', '6 вечера', ''],
    ['Нина', 'в пятницу', 'Зал 1', '7 вечера', ''],
  ]);
  await desk.run('makeTemplate');
  const folderId = (await desk.run('makeInvitations')) as string;
  const made = await desk.look((id: string) => {
    const files = DriveApp.getFolderById(id).getFiles();
    const found: unknown[] = [];
    while (files.hasNext()) {
      const file = files.next();
      const body = DocumentApp.openById(file.getId()).getBody();
      found.push([
        file.getName(),
        body.getText(),
        String(
          body
            .getParagraphs()
            .find((each) => each.getText() === 'Приглашение')
            ?.getHeading(),
        ),
      ]);
    }
    return found.sort();
  }, folderId);
  expect(made).toEqual([
    ['Приглашение: Вера', expect.stringContaining('Уважаемая Вера, ждём вас в четверг.'), 'HEADING1'],
    ['Приглашение: Нина', expect.stringMatching(/Зал 1[\s\S]*7 вечера/), 'HEADING1'],
  ]);
  const links = (await desk.look(shown)).slice(1).map((row) => row[4]);
  expect(links.every((link) => link?.includes('/document/d/'))).toBe(true);
  // The template itself keeps its placeholders.
  expect(
    await desk.look(() =>
      DocumentApp.openById(PropertiesService.getScriptProperties().getProperty('template') as string)
        .getBody()
        .getText(),
    ),
  ).toContain('{{имя}}');
});

test('CSV import: by a daily trigger, each file once', async () => {
  desk = await sitDown('csv-import');
  await desk.run('install');
  await desk.run('install');
  const drop = (name: string, text: string) =>
    desk.look(
      (file: string, content: string) => {
        DriveApp.getFoldersByName('Входящие').next().createFile(file, content, 'text/csv');
      },
      name,
      text,
    );
  await drop('январь.csv', 'имя;сумма\nВера;"1;5"\nОлег;2\n');
  await desk.workspace.advanceTo(MONDAY_NINE + DAY_MS);
  await drop('февраль.csv', 'имя;сумма\nНина;3\n');
  await desk.workspace.advanceTo(MONDAY_NINE + 4 * DAY_MS);
  expect(
    await desk.look(() => SpreadsheetApp.getActive().getSheetByName('Данные')?.getDataRange().getDisplayValues()),
  ).toEqual([
    ['имя', 'сумма', 'январь.csv'],
    ['Вера', '1;5', 'январь.csv'],
    ['Олег', '2', 'январь.csv'],
    ['Нина', '3', 'февраль.csv'],
  ]);
  const runs = desk.workspace.executions().filter(({ functionName }) => functionName === 'importNew');
  expect(runs).toHaveLength(4);
  expect(runs[0]?.log.map(({ text }) => text)).toEqual(['январь.csv: строк 3']);
});

test('calendar from rows: an event for each row, changed and not doubled by a second run', async () => {
  desk = await sitDown('calendar-from-rows');
  await desk.look(() => {
    SpreadsheetApp.getActiveSheet()
      .getRange('A1:E3')
      .setValues([
        ['Что', 'С', 'До', 'Гости', 'ID'],
        ['Совет', new Date(2026, 2, 5, 10), new Date(2026, 2, 5, 11, 30), 'vera@example.com', ''],
        ['Приём', new Date(2026, 2, 6, 9), new Date(2026, 2, 6, 10), '', ''],
      ]);
  });
  await desk.run('exportEvents');
  await desk.look(() => SpreadsheetApp.getActiveSheet().getRange('A2').setValue('Совет (зал 2)') && null);
  await desk.run('exportEvents');
  const events = await desk.look(() =>
    CalendarApp.getDefaultCalendar()
      .getEvents(new Date(2026, 2, 1), new Date(2026, 2, 31))
      .map((event) => [
        event.getTitle(),
        event.getStartTime(),
        event.getEndTime(),
        event.getGuestList().map((guest) => guest.getEmail()),
        event.getPopupReminders(),
      ]),
  );
  expect(events).toEqual([
    [
      'Совет (зал 2)',
      new Date(Date.UTC(2026, 2, 5, 7)),
      new Date(Date.UTC(2026, 2, 5, 8, 30)),
      ['vera@example.com'],
      [30],
    ],
    ['Приём', new Date(Date.UTC(2026, 2, 6, 6)), new Date(Date.UTC(2026, 2, 6, 7)), [], [30]],
  ]);
});

test('a form with sections: the way that was taken decides which answers reach the table of the document', async () => {
  desk = await sitDown('sectioned-form');
  const formId = (await desk.run('makeForm')) as string;
  await desk.answer(formId, {
    'Вы были у нас в этом году?': 'Да',
    Оценка: '4',
    'По частям': ['да', 'нет'],
    Пожелания: 'скамейки',
  });
  // The second page is not on the way of those who were not there: what is sent from it is dropped.
  await desk.answer(formId, { 'Вы были у нас в этом году?': 'Нет', Оценка: '1', Пожелания: 'придём' });
  const rows = await desk.look(() => {
    const table = DocumentApp.openById(PropertiesService.getScriptProperties().getProperty('doc') as string)
      .getBody()
      .getTables()[0]!;
    const texts: string[][] = [];
    for (let i = 0; i < table.getNumRows(); i += 1) {
      const row = table.getRow(i);
      texts.push(Array.from({ length: row.getNumCells() }, (_, cell) => row.getCell(cell).getText()));
    }
    return texts;
  });
  expect(rows).toEqual([
    ['Когда', 'Вопрос', 'Ответ'],
    ['02.03.2026', 'Вы были у нас в этом году?', 'Да'],
    ['02.03.2026', 'Оценка', '4'],
    ['02.03.2026', 'По частям', 'да/нет'],
    ['02.03.2026', 'Пожелания', 'скамейки'],
    ['02.03.2026', 'Вы были у нас в этом году?', 'Нет'],
    ['02.03.2026', 'Пожелания', 'придём'],
  ]);
});
