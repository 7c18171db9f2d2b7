export { renderByHand, type ByHandOptions } from './by-hand.ts'
export { renderDeckData } from './data.ts'
export { renderFile } from './file.ts'
export { renderEntry, type EntryOptions } from './entry.ts'
