import type { Exporter } from './exporter.ts'
import { decks } from './exporters/decks.ts'
import { entries } from './exporters/entries.ts'
import { gallery } from './exporters/gallery.ts'
import { workbook } from './exporters/workbook.ts'
import { worksheets } from './exporters/worksheets.ts'

/** Every kind of output there is, those that take longest first. */
export const exporters: readonly Exporter[] = [decks, worksheets, workbook, gallery, entries]
