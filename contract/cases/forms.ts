import { type Case, guide, reference } from '../case.ts';
import { hasMark, wipeMark } from '../trigger-marks.ts';

const service = 'FormApp';

/** The forms that people answer, and what comes back. */
export const formCases: readonly Case[] = [
  {
    name: 'Форма, сделанная сценарием, не опубликована, пока её не опубликуют',
    service,
    source: reference('forms/form#setPublished(Boolean)'),
    expected: { made: false, published: true, accepting: true },
    observe(bench) {
      const form = bench.form();
      return {
        made: bench.publishedWhenMade(),
        published: form.isPublished(),
        accepting: form.setAcceptingResponses(true).isAcceptingResponses(),
      };
    },
  },
  {
    name: 'Настройки формы читаются такими, какими заданы',
    service,
    source: reference('forms/form'),
    expected: {
      title: 'Анкета',
      description: 'Анонимно',
      thanks: 'Спасибо!',
      progress: true,
      edits: false,
      email: false,
    },
    observe(bench) {
      const form = bench.form();
      form.setTitle('Анкета').setDescription('Анонимно').setConfirmationMessage('Спасибо!').setProgressBar(true);
      form.setAllowResponseEdits(false).setCollectEmail(false);
      return {
        title: form.getTitle(),
        description: form.getDescription(),
        thanks: form.getConfirmationMessage(),
        progress: form.hasProgressBar(),
        edits: form.canEditResponse(),
        email: form.collectsEmail(),
      };
    },
  },
  {
    name: 'Вопрос находится по своему номеру и после того, как его переименовали и передвинули',
    service,
    source: reference('forms/item#getId()'),
    expected: { same: true, title: 'Новое название', choices: ['Школа № 1', 'Музей'] },
    observe(bench) {
      const form = bench.form();
      const item = form.addListItem().setTitle('Учреждение').setRequired(false).setChoiceValues(['Школа № 1', 'Музей']);
      const id = item.getId();
      form.addMultipleChoiceItem().setTitle('Вопрос').setChoiceValues(['Да', 'Нет']).setRequired(false);
      item.setTitle('Новое название');
      form.moveItem(item.getIndex(), form.getItems().length - 1);
      const found = FormApp.openById(form.getId()).getItemById(id).asListItem();
      return {
        same: found.getId() === id,
        title: found.getTitle(),
        choices: found.getChoices().map((choice) => choice.getValue()),
      };
    },
  },
  {
    name: 'Удалённого вопроса в форме нет, номера остальных прежние',
    service,
    source: reference('forms/form#deleteItem(Item)'),
    expected: { gone: true, other: true },
    observe(bench) {
      const form = bench.form();
      const gone = form.addTextItem().setTitle('Лишний');
      const other = form.addTextItem().setTitle('Нужный');
      const [goneId, otherId] = [gone.getId(), other.getId()];
      form.deleteItem(form.getItemById(goneId));
      return {
        gone: form.getItemById(goneId) === null,
        other: form.getItemById(otherId).getTitle() === 'Нужный',
      };
    },
  },
  {
    name: 'Вариант ответа ведёт на раздел или сразу к отправке',
    service,
    source: reference('forms/multiple-choice-item#createChoice(String,PageBreakItem)'),
    expected: { page: true, jump: 'SUBMIT', after: 'CONTINUE' },
    observe(bench) {
      const form = bench.form();
      const item = form.addMultipleChoiceItem().setTitle('Пользовались ли Вы сайтом?');
      const page = form.addPageBreakItem().setTitle('О сайте');
      item.setChoices([
        item.createChoice('Да', page),
        // The types have one overload for a page and one for a kind of jump.
        item.createChoice('Нет', FormApp.PageNavigationType.SUBMIT as unknown as GoogleAppsScript.Forms.PageBreakItem),
      ]);
      const [yes, no] = item.getChoices();
      return {
        page: yes!.getGotoPage().getId() === page.getId(),
        jump: String(no!.getPageNavigationType()),
        after: String(page.getPageNavigationType()),
      };
    },
  },
  {
    name: 'Готовая ссылка ведёт на форму и уже содержит выбранный ответ',
    service,
    source: reference('forms/form-response#toPrefilledUrl()'),
    expected: { page: true, entry: true, value: true },
    observe(bench) {
      const form = bench.form();
      const item = form.addListItem().setTitle('Чьё мнение').setChoiceValues(['Школа № 1', 'Музей']);
      const url = form.createResponse().withItemResponse(item.createResponse('Школа № 1')).toPrefilledUrl();
      const value = decodeURIComponent(url.replace(/\+/g, ' '));
      return {
        page: /\/viewform\?/.test(url),
        entry: /[?&]entry\.\d+=/.test(url),
        value: value.indexOf('=Школа № 1') > 0,
      };
    },
  },
  {
    name: 'У каждого ответа свой постоянный номер и время, а getResponses отдаёт только ответы после указанного времени',
    service,
    source: reference('forms/form#getResponses(Date)'),
    expected: { ids: 2, stable: true, times: true, late: ['второй'] },
    observe(bench) {
      const form = bench.form();
      form.setAcceptingResponses(true);
      const before = form.getResponses().length;
      const item = form.addTextItem().setTitle('Который');
      const send = (text: string) => form.createResponse().withItemResponse(item.createResponse(text)).submit();
      send('первый');
      Utilities.sleep(3_000);
      const first = form.getResponses()[before]!.getTimestamp().getTime();
      const between = new Date(first + 1_500);
      send('второй');
      const all = form.getResponses().slice(before);
      const late = form.getResponses(between);
      return {
        ids: new Set(all.map((response) => response.getId())).size,
        stable: late[late.length - 1]!.getId() === all[1]!.getId(),
        times: all[0]!.getTimestamp().getTime() < all[1]!.getTimestamp().getTime(),
        late: late.map((response) => {
          const answers = response.getItemResponses().filter((each) => each.getItem().getId() === item.getId());
          return answers[0]?.getResponse();
        }),
      };
    },
  },
  {
    name: 'В ответе есть номера вопросов и тексты выбранных вариантов; на пропущенный вопрос ответа нет или он пустой',
    service,
    source: reference('forms/form-response#getItemResponses()'),
    expected: { asked: ['Да'], skipped: [] },
    observe(bench) {
      const form = bench.form();
      const asked = form.addMultipleChoiceItem().setTitle('Удобно ли?').setChoiceValues(['Да', 'Нет']);
      const skipped = form.addParagraphTextItem().setTitle('Что улучшить?').setRequired(false);
      form.createResponse().withItemResponse(asked.createResponse('Да')).submit();
      const responses = form.getResponses();
      const items = responses[responses.length - 1]!.getItemResponses();
      const answersTo = (id: number) =>
        items
          .filter((item) => item.getItem().getId() === id)
          .map((item) => String(item.getResponse()))
          .filter((answer) => answer !== '');
      return { asked: answersTo(asked.getId()), skipped: answersTo(skipped.getId()) };
    },
  },
  {
    name: 'Ответ, отправленный сценарием, не вызывает onFormSubmit',
    service,
    source: guide('triggers#restrictions'),
    expected: false,
    observe(bench) {
      const form = bench.form();
      wipeMark('onFormSubmit');
      const trigger = ScriptApp.newTrigger('onContractAnswer').forForm(form).onFormSubmit().create();
      try {
        const item = form.addTextItem().setTitle('Отправляет сценарий');
        form.createResponse().withItemResponse(item.createResponse('да')).submit();
        Utilities.sleep(5_000);
        return hasMark('onFormSubmit');
      } finally {
        ScriptApp.deleteTrigger(trigger);
      }
    },
  },
  {
    name: 'Форма открывается по номеру, у неё есть страница правки и страница для ответов',
    service,
    source: reference('forms/form#getPublishedUrl()'),
    expected: { same: true, edit: true, view: true },
    observe(bench) {
      const form = bench.form();
      return {
        same: FormApp.openById(form.getId()).getId() === form.getId(),
        edit: /\/edit$/.test(form.getEditUrl()),
        view: /\/viewform$/.test(form.getPublishedUrl()),
      };
    },
  },
];
