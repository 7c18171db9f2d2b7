export type { FormMark, OutlineEntry, PdfDocument } from './document.ts'
export { picturePage } from './picture-page.ts'
export { writePdf } from './write.ts'
