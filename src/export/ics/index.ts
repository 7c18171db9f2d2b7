export { renderCalendar, type Calendar, type CalendarEntry } from './calendar.ts'
