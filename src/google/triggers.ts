/** Makes sure that exactly one trigger of each wanted kind is there. Safe to call at any time. */
export function ensureDailyTrigger(handler: string, hour: number): boolean {
  if (triggersOf(handler).length > 0) return false;
  ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(hour).create();
  return true;
}

/** Takes the handler's triggers away and makes one anew. */
export function renewDailyTrigger(handler: string, hour: number): void {
  for (const trigger of triggersOf(handler)) ScriptApp.deleteTrigger(trigger);
  ensureDailyTrigger(handler, hour);
}

/** @returns whether a trigger was made */
export function ensureFormTrigger(handler: string, form: GoogleAppsScript.Forms.Form): boolean {
  const id = form.getId();
  if (triggersOf(handler).some((trigger) => trigger.getTriggerSourceId() === id)) return false;
  ScriptApp.newTrigger(handler).forForm(form).onFormSubmit().create();
  return true;
}

function triggersOf(handler: string): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
}
