export { inOrder } from './in-order.ts'
export { openDeckPrinter, type DeckPrinter, type DeckPrinterOptions, type Found, type Printed } from './printer.ts'
export { openRemotePrinter } from './remote-printer.ts'
