/** Puts each row (what, from, to, guests) into the calendar and remembers the event in the row. */
function exportEvents() {
  const calendar = CalendarApp.getDefaultCalendar();
  const sheet = SpreadsheetApp.getActiveSheet();
  const range = sheet.getDataRange();
  const rows = range.getValues();
  for (let i = 1; i < rows.length; i++) {
    const [title, from, to, guests, eventId] = rows[i];
    const event = eventId ? calendar.getEventById(eventId) : calendar.createEvent(title, from, to);
    if (eventId) event.setTitle(title).setTime(from, to);
    else if (guests) event.addGuest(guests);
    if (!eventId) event.addPopupReminder(30);
    rows[i][4] = event.getId();
  }
  range.setValues(rows);
}
