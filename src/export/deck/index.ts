export type { Failure, OnSlide, Overflow } from './found.ts'
export { openDeckPrinter, type DeckPrinter, type DeckPrinterOptions, type MeasuredDeck, type PrintedDeck } from './printer.ts'
export { openRemotePrinter } from './remote-printer.ts'
