import { type Case, guide, REFUSED, reference, refusedOr } from '../case.ts';
import { runPart } from '../part-of-script.ts';
import { triedAtOpening } from '../simple-trigger.ts';

/** Text of part.html as the build saw it. */
declare const CONTRACT_PART_TEXT: string;

const properties = 'PropertiesService';
const KEY = 'договор.проба';
const LINK = 'https://example.org/exec?done=a-b_c.d&x=1#gid=0&range=A2';

/** Mail, triggers, what is remembered, locks, bytes, sessions, parts of the script. */
export const smallServiceCases: readonly Case[] = [
  {
    name: 'Остаток писем на сегодня — целое число не меньше нуля',
    service: 'MailApp',
    source: reference('mail/mail-app#getRemainingDailyQuota()'),
    expected: true,
    observe() {
      const left = MailApp.getRemainingDailyQuota();
      return Number.isInteger(left) && left >= 0;
    },
  },
  {
    name: 'Письмо на то, что не похоже на адрес, не уходит и остаток не тратит',
    service: 'MailApp',
    source: reference('mail/mail-app#sendEmail(String,String,String)'),
    expected: { sent: REFUSED, spent: 0 },
    observe() {
      const before = MailApp.getRemainingDailyQuota();
      const sent = refusedOr(() => {
        MailApp.sendEmail('это не адрес', 'Договор', 'Этого письма быть не должно.');
        return 'ушло';
      });
      return { sent, spent: before - MailApp.getRemainingDailyQuota() };
    },
  },
  {
    name: 'Письмо самому себе уходит и тратит одно из остатка',
    service: 'MailApp',
    source: reference('mail/mail-app#sendEmail(String,String,String,Object)'),
    expected: 1,
    sendsLetter: true,
    observe() {
      const before = MailApp.getRemainingDailyQuota();
      const me = Session.getEffectiveUser().getEmail();
      MailApp.sendEmail(me, 'Договор: проверка', 'Это письмо отправила проверка договора.', {
        name: 'Договор',
        htmlBody: '<p>Это письмо отправила проверка договора.</p>',
      });
      return before - MailApp.getRemainingDailyQuota();
    },
  },
  {
    name: 'Ежедневный триггер создаётся, виден по имени своей функции и удаляется',
    service: 'ScriptApp',
    source: reference('script/clock-trigger-builder#everyDays(Integer)'),
    expected: { made: 1, type: 'CLOCK', left: 0 },
    observe() {
      const mine = () =>
        ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === 'onContractMorning');
      mine().forEach((trigger) => {
        ScriptApp.deleteTrigger(trigger);
      });
      const trigger = ScriptApp.newTrigger('onContractMorning').timeBased().everyDays(1).atHour(8).create();
      const made = mine().length;
      const type = String(trigger.getEventType());
      ScriptApp.deleteTrigger(trigger);
      return { made, type, left: mine().length };
    },
  },
  {
    name: 'Триггер формы помнит, чья она',
    service: 'ScriptApp',
    source: reference('script/trigger#getTriggerSourceId()'),
    expected: { source: true, type: 'ON_FORM_SUBMIT' },
    observe(bench) {
      const form = bench.form();
      const trigger = ScriptApp.newTrigger('onContractAnswer').forForm(form).onFormSubmit().create();
      const found = { source: trigger.getTriggerSourceId() === form.getId(), type: String(trigger.getEventType()) };
      ScriptApp.deleteTrigger(trigger);
      return found;
    },
  },
  {
    name: 'Свойства документа хранят JSON с русскими буквами без изменений; чего нет, то null',
    service: properties,
    source: reference('properties/properties#setProperty(String,String)'),
    expected: { kept: { сфера: 'Культура', вопросы: { '17': 'q1' } }, listed: true, deleted: null },
    observe() {
      const store = PropertiesService.getDocumentProperties();
      store.setProperty(KEY, JSON.stringify({ сфера: 'Культура', вопросы: { '17': 'q1' } }));
      const kept = JSON.parse(store.getProperty(KEY)!);
      const listed = Object.keys(store.getProperties()).indexOf(KEY) >= 0;
      store.deleteProperty(KEY);
      return { kept, listed, deleted: store.getProperty(KEY) };
    },
  },
  {
    name: 'Одно свойство вмещает 9 КБ, больше — отказ',
    service: properties,
    source: guide('services/quotas#current_limitations'),
    expected: { fits: 8000, tooLong: REFUSED },
    observe() {
      const store = PropertiesService.getDocumentProperties();
      const keep = (length: number) =>
        refusedOr(() => {
          store.setProperty(KEY, new Array(length + 1).join('x'));
          return store.getProperty(KEY)!.length;
        });
      try {
        return { fits: keep(8_000), tooLong: keep(12_000) };
      } finally {
        store.deleteProperty(KEY);
      }
    },
  },
  {
    name: 'Замок документа берётся и отдаётся',
    service: 'LockService',
    source: reference('lock/lock#waitLock(Integer)'),
    expected: [true, false],
    observe() {
      const lock = LockService.getDocumentLock();
      lock.waitLock(30_000);
      const held = lock.hasLock();
      SpreadsheetApp.flush();
      lock.releaseLock();
      return [held, lock.hasLock()];
    },
  },
  {
    name: 'Замок сценария берётся и отдаётся, как замок документа',
    service: 'LockService',
    source: reference('lock/lock-service#getScriptLock()'),
    expected: [true, false],
    observe() {
      const lock = LockService.getScriptLock();
      lock.waitLock(30_000);
      const held = lock.hasLock();
      lock.releaseLock();
      return [held, lock.hasLock()];
    },
  },
  {
    name: 'Подпись HMAC-SHA256 — как в RFC 4231 (случай 2), байты со знаком',
    service: 'Utilities',
    source: reference('utilities/utilities#computeHmacSha256Signature(String,String)'),
    expected: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    observe() {
      const signature = Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe');
      return signature.map((byte) => `0${(byte & 0xff).toString(16)}`.slice(-2)).join('');
    },
  },
  {
    name: 'base64 для адресов: русские буквы возвращаются, если дополнение «=» поставить снова',
    service: 'Utilities',
    source: reference('utilities/utilities#base64DecodeWebSafe(String)'),
    expected: { written: '0J8xPz4-Pz8_', back: 'П1?>>???', padded: 'П1' },
    observe() {
      const read = (text: string) => Utilities.newBlob(Utilities.base64DecodeWebSafe(text)).getDataAsString('UTF-8');
      const written = Utilities.base64EncodeWebSafe('П1?>>???', Utilities.Charset.UTF_8);
      return { written, back: read(written), padded: read('0J8x') };
    },
  },
  {
    name: 'Адрес веб-приложения: нет развёртывания — null, есть — оканчивается на /exec или /dev',
    service: 'ScriptApp',
    source: reference('script/service#getUrl()'),
    expected: true,
    observe() {
      const address = ScriptApp.getService().getUrl() as string | null;
      return address === null || /^https?:.*\/(exec|dev)$/.test(address);
    },
  },
  {
    name: 'base64 раскладывается на байты со знаком, из них собирается файл с именем и видом',
    service: 'Utilities',
    source: reference('utilities/utilities#base64Decode(String)'),
    expected: { bytes: [-1, 0, 127, -128], type: 'image/gif', name: 'qr.gif' },
    observe() {
      const blob = Utilities.newBlob(Utilities.base64Decode('/wB/gA=='), 'image/gif', 'qr.gif');
      return { bytes: blob.getBytes(), type: blob.getContentType(), name: blob.getName() };
    },
  },
  {
    name: 'Пояс сценария — из манифеста, и даты в сценарии считаются в нём',
    service: 'Session',
    source: reference('base/session#getScriptTimeZone()'),
    expected: { zone: 'Europe/Moscow', midnight: '2026-01-29T21:00:00.000Z' },
    observe() {
      return { zone: Session.getScriptTimeZone(), midnight: new Date(2026, 0, 30).toISOString() };
    },
  },
  {
    name: 'Адрес того, кто запустил проверку, известен',
    service: 'Session',
    source: reference('base/session#getEffectiveUser()'),
    expected: true,
    observe() {
      return /^[^@\s]+@[^@\s]+$/.test(Session.getEffectiveUser().getEmail());
    },
  },
  {
    name: 'Часть программы в файле .html читается без единого изменения',
    service: 'HtmlService',
    source: reference('html/html-service#createHtmlOutputFromFile(String)'),
    expected: true,
    observe() {
      const normal = (text: string) => text.replace(/\r\n/g, '\n').trim();
      const content = normal(HtmlService.createHtmlOutputFromFile('part').getContent());
      // What differs is worth more to the reader than «false».
      return content === normal(CONTRACT_PART_TEXT) ? true : content;
    },
  },
  {
    name: 'Прочитанная часть программы выполняется',
    service: 'HtmlService',
    source: guide('v8-runtime'),
    expected: {
      text: 'Пример: "кавычки" & <b>теги</b> </b> &amp; &nbsp; \\ \n ёЁ№ «» — 😀',
      template: '<div title="меньше"></div>',
      pattern: '<\\/?script>',
    },
    observe() {
      return runPart();
    },
  },
  {
    name: 'Простой триггер без разрешений читает и выполняет часть программы, берёт замки, читает свойства и свою таблицу',
    service: 'HtmlService',
    source: guide('triggers#restrictions'),
    expected: { part: 'да', locks: 'да', properties: 'да', zone: 'да', sheet: 'да' },
    observe: triedAtOpening,
  },
  {
    name: 'Часть программы в 200 КБ читается целиком',
    service: 'HtmlService',
    source: reference('html/html-service#createHtmlOutputFromFile(String)'),
    expected: 204_821,
    observe: () => HtmlService.createHtmlOutputFromFile('long-part').getContent().trim().length,
  },
  {
    name: 'Шаблон письма обезвреживает всё, что в него подставили',
    service: 'HtmlService',
    source: guide('html/templates#printing_scriptlets'),
    expected: { tags: false, quotes: false, text: true, rows: 2, colour: true, link: true },
    observe() {
      const template = HtmlService.createTemplateFromFile('template');
      Object.assign(template, {
        letter: {
          title: '" onclick="вред',
          text: '<script>вред</script> & план',
          rows: ['<b>раз</b>', 'два'],
          colour: '#B3261E',
          link: LINK,
        },
      });
      const html = template.evaluate().getContent();
      return {
        tags: /<script|<b>/.test(html),
        quotes: html.indexOf('" onclick="') >= 0,
        text: /&(amp|#38|#x26); план/.test(html),
        rows: html.split('<li>').length - 1,
        // Letters colour their lines and lead to pages: both stand inside attributes.
        colour: html.indexOf('style="color:#B3261E"') >= 0 || /style="color:&#(35|x23);B3261E"/.test(html),
        link: /href="([^"]*)"/.exec(html)![1]!.replace(/&amp;|&#38;|&#x26;/g, '&') === LINK,
      };
    },
  },
];
