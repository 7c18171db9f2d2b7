export type { OutlineEntry, PdfDocument } from './document.ts'
export { writePdf } from './write.ts'
