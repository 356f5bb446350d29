/**
 * What calls cost on Google, in milliseconds. A first estimate to catch jobs whose calls grow
 * with the data, not a prophecy: Google publishes few numbers, and they vary from run to run.
 */
export interface LatencyModel {
  /** By 'Class.method', then 'Class.*', then 'verb*' (the leading lower-case word), then `otherwiseMs`. */
  readonly callMs: Readonly<Record<string, number>>;
  readonly otherwiseMs: number;
  /** Each value of an array that is passed or returned (cells of a range). */
  readonly valueMs: number;
}

/** @source secondary: measurements by script authors; platform notes "getProperty about 30 ms, setProperty about 60 ms, cache put about 90 ms". */
const MEASURED: Record<string, number> = {
  'Properties.getProperty': 30,
  'Properties.getProperties': 30,
  'Properties.getKeys': 30,
  'Properties.setProperty': 60,
  'Properties.setProperties': 60,
  'Properties.deleteProperty': 60,
  'Properties.deleteAllProperties': 60,
  'Cache.put': 90,
  'Cache.putAll': 90,
};

/**
 * @source Google's guide "Best practices": 10,000 cells read and coloured one by one take 70 s,
 * in one batch 1 s. So about 7 ms for a pair of single calls, and 0.1 ms for a cell in a batch
 * at most; here 3.5 ms a call and a hundredth of that for a value.
 */
const CELLS: Record<string, number> = {
  'Range.*': 3.5,
  'RangeList.*': 3.5,
  'Range.getValues': 30,
  'Range.getDisplayValues': 30,
  'Range.getFormulas': 30,
  'Range.setValues': 30,
  'Range.setFormulas': 30,
  'Range.offset': 0.2,
  'Range.getRow': 0.2,
  'Range.getColumn': 0.2,
  'Range.getNumRows': 0.2,
  'Range.getNumColumns': 0.2,
  'Range.getA1Notation': 0.2,
  'Sheet.getRange': 0.5,
  'Sheet.appendRow': 60,
  'Spreadsheet.*': 5,
  'Sheet.*': 5,
  'SpreadsheetApp.*': 1,
  'SpreadsheetApp.flush': 100,
  'SpreadsheetApp.openById': 250,
  'SpreadsheetApp.create': 1500,
};

/** @source our assumption, on the safe side: each is one or more requests between Google's servers. */
const ASSUMED: Record<string, number> = {
  'FormApp.create': 2000,
  'FormApp.openById': 400,
  'FormApp.openByUrl': 400,
  'Form.*': 20,
  'Form.getResponses': 500,
  'Form.getItems': 100,
  'DocumentApp.create': 1500,
  'DocumentApp.openById': 500,
  'Document.saveAndClose': 1000,
  'DriveApp.*': 150,
  'File.*': 50,
  'File.makeCopy': 1500,
  'File.getAs': 2000,
  'Document.getAs': 2000,
  'Folder.*': 100,
  'MailApp.sendEmail': 400,
  'GmailApp.*': 400,
  'CalendarApp.*': 150,
  'Calendar.*': 200,
  'CalendarEvent.*': 80,
  'UrlFetchApp.fetch': 300,
  'UrlFetchApp.fetchAll': 300,
  'ScriptApp.*': 100,
  'ClockTriggerBuilder.create': 400,
  'SpreadsheetTriggerBuilder.create': 400,
  'FormTriggerBuilder.create': 400,
  'DocumentTriggerBuilder.create': 400,
  'ScriptApp.newTrigger': 1,
  'ScriptApp.deleteTrigger': 300,
  'Cache.*': 30,
  'Lock.*': 30,
  'LockService.*': 1,
  'PropertiesService.*': 1,
  'CacheService.*': 1,
  'HtmlService.*': 5,
  'Utilities.*': 0.5,
  'Logger.*': 0.2,
  'XmlService.parse': 50,
};

export const DEFAULT_LATENCY: LatencyModel = {
  callMs: {
    ...MEASURED,
    ...CELLS,
    ...ASSUMED,
    'get*': 0.5,
    'is*': 0.5,
    'as*': 0.2,
    'new*': 0.2,
    'create*': 5,
    'add*': 3,
  },
  // A step of a chain on an object that is already there.
  otherwiseMs: 1,
  valueMs: 0.01,
};

/** @param method 'Range.setValues' */
export function callCostMs(model: LatencyModel, method: string): number {
  const [className = '', name = ''] = method.split('.');
  const verb = /^[a-z]+/.exec(name)?.[0] ?? '';
  return model.callMs[method] ?? model.callMs[`${className}.*`] ?? model.callMs[`${verb}*`] ?? model.otherwiseMs;
}

/** Cost of the values in arrays; a single value costs nothing beside its call. */
export function valuesCostMs(model: LatencyModel, value: unknown): number {
  if (!Array.isArray(value)) return 0;
  let count = 0;
  for (const item of value) count += Array.isArray(item) ? item.length : 1;
  return count * model.valueMs;
}
