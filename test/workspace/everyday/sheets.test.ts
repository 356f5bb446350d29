import { DAY_MS, type Desk, MONDAY_NINE, sitDown } from './desk.ts';

/** Everyday scripts about sheets, written for Google, run as they are; each asserted by its outcome. */

let desk: Desk;
afterEach(() => desk?.leave());

const fill = (rows: unknown[][]): number => {
  const sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange(1, 1, rows.length, (rows[0] as unknown[]).length).setValues(rows);
  return rows.length;
};

const shown = (): string[][] => SpreadsheetApp.getActiveSheet().getDataRange().getDisplayValues();

test('duplicate removal: a menu item leaves the first of the rows that repeat', async () => {
  desk = await sitDown('duplicate-removal');
  await desk.look(fill, [
    ['a', 1],
    ['b', 2],
    ['a', 1],
    ['a', 3],
    ['b', 2],
  ]);
  const toasts: unknown[] = [];
  desk.workspace.onAnnounce((topic, detail) => topic === 'toast' && toasts.push(detail));
  await desk.workspace.openContainer();
  const { error } = await desk.workspace.click(['Данные', 'Убрать повторы']);
  expect(error).toBeUndefined();
  expect(await desk.look(shown)).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
  ]);
  expect(toasts).toEqual([expect.objectContaining({ message: 'Осталось строк: 3', title: 'Готово' })]);
});

test('timesheet approval: pay is computed, a decision is chosen from a list, staff are told once', async () => {
  desk = await sitDown('timesheet-approval');
  const rows = [
    ['Почта', 'Часы', 'Ставка'],
    ['a@example.com', 10, 200.5],
    ['b@example.com', 8, 300],
    ['c@example.com', 1, 1],
  ];
  await desk.look(fill, rows);
  await desk.workspace.openContainer();
  expect((await desk.workspace.click(['Табель', 'Подготовить'])).error).toBeUndefined();
  await desk.type('Лист1', 2, 5, 'УТВЕРЖДЕНО');
  await desk.type('Лист1', 3, 5, 'ОТКЛОНЕНО');
  expect(
    await desk.look(() => {
      const sheet = SpreadsheetApp.getActiveSheet();
      const rule = sheet.getRange('E2').getDataValidation();
      return [
        sheet.getRange('D2').getFormula(),
        sheet.getRange('D2').getDisplayValue(),
        sheet.getFrozenRows(),
        rule?.getCriteriaValues()[0],
        sheet.getRange('A1').getFontWeight(),
      ];
    }),
  ).toEqual(['=B2*C2', '2\u00a0005,00', 1, ['УТВЕРЖДЕНО', 'ОТКЛОНЕНО', 'В РАБОТЕ'], 'bold']);
  const send = () => desk.workspace.click(['Табель', 'Почта', 'Известить сотрудников'], [{ button: 'YES' }]);
  expect((await send()).value).toBe(2);
  expect((await send()).value).toBe(0);
  expect(desk.letters().map(({ to, subject, text }) => [to, subject, text])).toEqual([
    ['a@example.com', 'Табель: утверждено', 'К выплате 2\u00a0005,00'],
    ['b@example.com', 'Табель: отклонено', 'К выплате 2\u00a0400,00'],
  ]);
  expect((await desk.look(shown))[1]?.[5]).toBe('02.03.2026');
});

test('custom functions take ranges and dates in formulas, and spill', async () => {
  desk = await sitDown('grade-functions');
  await desk.look(fill, [
    [5, 4, 3],
    [2, 2, 2],
  ]);
  await desk.look(() => {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet
      .getRange('E1')
      .setValue(new Date(2026, 2, 2))
      .setNumberFormat('dd.mm.yyyy');
    sheet
      .getRange('F1')
      .setValue(new Date(2026, 2, 10))
      .setNumberFormat('dd.mm.yyyy');
    sheet.getRange('A5:C5').setValues([[1, 1, 2]]);
    sheet.getRange('H1').setFormula('=WEIGHTED(A1:C2;A5:C5)');
    sheet.getRange('I1').setFormula('=WORKDAYS(E1;F1)');
    sheet.getRange('I2').setFormula('=WORKDAYS(E1;"завтра")');
    sheet.getRange('J1').setFormula('=NEXT_DAYS(E1;2)');
    sheet.getRange('J1:J2').setNumberFormat('yyyy-mm-dd');
  });
  expect(
    await desk.look(() => {
      const sheet = SpreadsheetApp.getActiveSheet();
      return [
        sheet.getRange('H1:H2').getValues(),
        sheet.getRange('I1').getValue(),
        sheet.getRange('I2').getDisplayValue(),
        sheet.getRange('J1:J2').getDisplayValues(),
      ];
    }),
  ).toEqual([[[3.75], [2]], 7, '#ERROR!', [['2026-03-02'], ['2026-03-03']]]);
});

test('dependent drop-downs: the second list follows the choice in the first, by onEdit', async () => {
  desk = await sitDown('dependent-lists');
  await desk.look(() => {
    const book = SpreadsheetApp.getActive();
    book
      .getSheets()[0]
      ?.setName('Заявки')
      .getRange('A1:B1')
      .setValues([['Отдел', 'Услуга']]);
    book
      .insertSheet('Списки')
      .getRange('A1:B4')
      .setValues([
        ['ЗАГС', 'Брак'],
        ['ЗАГС', 'Рождение'],
        ['Архив', 'Справка'],
        ['ЗАГС', 'Смена имени'],
      ]);
  });
  const choices = () =>
    desk.look(() => {
      const cell = SpreadsheetApp.getActive().getSheetByName('Заявки')!.getRange('B2');
      return [cell.getDataValidation()?.getCriteriaValues()[0], cell.getValue()];
    });
  await desk.type('Заявки', 2, 1, 'ЗАГС');
  expect(await choices()).toEqual([['Брак', 'Рождение', 'Смена имени'], '']);
  await desk.type('Заявки', 2, 1, 'Архив');
  expect(await choices()).toEqual([['Справка'], 'Справка']);
  await desk.type('Заявки', 2, 1, 'Цирк');
  expect(await desk.look(() => SpreadsheetApp.getActive().getSheetByName('Заявки')!.getRange('A2').getNote())).toBe(
    'Нет в списке: Цирк, было Архив',
  );
});

test('a sidebar: its page is made from a template, its calls look up, save and fail', async () => {
  desk = await sitDown('contact-sidebar');
  await desk.look(fill, [
    ['Имя', 'Телефон'],
    ['Вера & Ко', '8 (815) 1'],
    ['Олег', '112'],
  ]);
  const pages: { html?: string; title?: string }[] = [];
  desk.workspace.onAnnounce((topic, detail) => topic === 'dialog' && pages.push(detail as { html: string }));
  await desk.workspace.openContainer();
  expect((await desk.workspace.click(['Контакты', 'Открыть'])).error).toBeUndefined();
  expect(JSON.stringify(pages)).toContain('<option>Вера &#38; Ко</option><option>Олег</option>');
  expect(JSON.stringify(pages)).toContain('font: 14px sans-serif');
  const call = (name: string, ...args: unknown[]) => desk.workspace.run(name, args, { kind: 'html' });
  expect((await call('saveNote', 2, 'звонить утром')).value).toBe(true);
  expect((await call('findContact', 'Вера & Ко')).value).toEqual({ row: 2, phone: '8 (815) 1', note: 'звонить утром' });
  expect((await call('findContact', 'Никто')).thrown?.message).toBe('Нет такого контакта: Никто');
});

test('weekly digest: on Mondays at about half past seven, of what is overdue and what is due', async () => {
  desk = await sitDown('weekly-digest');
  await desk.look(() => {
    SpreadsheetApp.getActiveSheet()
      .getRange('A1:C5')
      .setValues([
        ['Что', 'Срок', 'Сделано'],
        ['Отчёт', new Date(2026, 2, 4), false],
        ['План', new Date(2026, 2, 11), false],
        ['Сайт', new Date(2026, 2, 6), true],
        ['Опрос', '', false],
      ]);
  });
  await desk.run('install');
  await desk.run('install');
  expect(desk.workspace.kernel.triggers.all()).toHaveLength(1);
  await desk.workspace.advanceTo(MONDAY_NINE + 8 * DAY_MS);
  expect(desk.letters()).toEqual([
    {
      to: 'anna@example.com',
      subject: 'Сроки: просрочено 1, на неделе 1',
      text: 'Просрочено:\n04.03 Отчёт\nНа неделе:\n11.03 План',
      html: '',
    },
  ]);
  const ran = desk.workspace.executions().at(-1);
  const minutes = ((ran?.startedMs ?? 0) - Date.UTC(2026, 2, 9, 4, 30)) / 60_000;
  expect(Math.abs(minutes)).toBeLessThanOrEqual(15);
  expect(ran?.kind).toBe('trigger');
});
