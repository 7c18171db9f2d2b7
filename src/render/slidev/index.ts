export { renderDeckData } from './data.ts'
export { renderEntry, type EntryOptions } from './entry.ts'
