import type { PDFContext } from 'pdf-lib'
import type { EmbeddedPages } from './embedded.ts'
import type { Form } from './fields.ts'
import type { DocumentFonts } from './fonts.ts'
import type { Destination } from './outline.ts'
import type { StructureTree } from './structure-tree.ts'

/** What all pages of a document share while it is being written. */
export interface Shared {
  readonly context: PDFContext
  readonly fonts: DocumentFonts
  readonly tree: StructureTree
  readonly form: Form
  readonly embedded: EmbeddedPages
  readonly destination: Destination
}
