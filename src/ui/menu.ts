/** The menu as data: captions and the names of the functions in main.ts. */
type Item = readonly [caption: string, handler: string] | null;

const MENU: readonly (Item | { readonly caption: string; readonly items: readonly Item[] })[] = [
  ['Подготовить таблицу', 'menuPrepare'],
  null,
  {
    caption: 'План',
    items: [
      ['Загрузить план…', 'menuImportPlan'],
      ['Загрузить из листа «Вставка плана»', 'menuLoadPlan'],
      ['Пересчитать сроки', 'menuRecountDues'],
      ['Обновить обзорные листы', 'menuPlanViews'],
      ['Мои сроки', 'menuMyDues'],
      ['Документ плана', 'menuPlanDocument'],
      ['Перенести на следующий год', 'menuChangeYear'],
      null,
      ['Что будет отправлено за 30 дней', 'menuPreviewReminders'],
      ['Отправить напоминания сейчас', 'menuRemindNow'],
      ['Письмо себе', 'menuTestLetter'],
      ['Остановить напоминания', 'menuStopReminders'],
      ['Включить напоминания', 'menuStartReminders'],
      ['Ссылки из писем: отозвать все', 'menuRevokeLinks'],
      null,
      ['Календарь Google: включить или обновить', 'menuCalendarOn'],
      ['Календарь Google: отключить', 'menuCalendarOff'],
    ],
  },
  {
    caption: 'Опрос',
    items: [
      ['Создать анкеты', 'menuCreateForms'],
      ['Документ «Ссылки и QR-коды»', 'menuLinksDocument'],
      null,
      ['Сверить ответы с формами', 'menuReconcileAnswers'],
      ['Пересчитать свод', 'menuRecountTally'],
    ],
  },
  {
    caption: 'Рейтинг',
    items: [
      ['Обновить лист «Рейтинг»', 'menuRefreshRating'],
      ['Откуда это число', 'menuExplain'],
      null,
      ['Добавить методику', 'menuAddMethod'],
      ['Проверить методику', 'menuCheckMethod'],
      ['Утвердить методику', 'menuApproveMethod'],
      null,
      ['Проба на других весах', 'menuTryWeights'],
      ['Второй взгляд: по составу получателей', 'menuSecondView'],
      ['Закрепить итоги года', 'menuCloseYear'],
    ],
  },
  {
    caption: 'Документы',
    items: [['Отчёт Общественному совету', 'menuCouncilReport']],
  },
  null,
  ['Проверить и починить', 'menuCheckHealth'],
];

/** Adds the menu «НОКО». Called by the simple trigger, so it may use nothing that needs permission. */
export function showMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu('НОКО');
  for (const entry of MENU) {
    if (entry === null) menu.addSeparator();
    else if ('items' in entry) {
      const submenu = ui.createMenu(entry.caption);
      for (const item of entry.items) {
        if (item) submenu.addItem(item[0], item[1]);
        else submenu.addSeparator();
      }
      menu.addSubMenu(submenu);
    } else menu.addItem(entry[0], entry[1]);
  }
  menu.addToUi();
}
