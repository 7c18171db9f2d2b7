import type { Exporter } from './exporter.ts'
import { decks } from './exporters/decks.ts'
import { entries } from './exporters/entries.ts'
import { files } from './exporters/files.ts'
import { gallery } from './exporters/gallery.ts'
import { handouts } from './exporters/handouts.ts'
import { twoUp } from './exporters/two-up.ts'
import { pptx } from './exporters/pptx.ts'
import { workbook } from './exporters/workbook.ts'
import { worksheets } from './exporters/worksheets.ts'
import { workshops } from './exporters/workshops.ts'

/** Every kind of output there is, those that take longest first. */
export const exporters: readonly Exporter[] = [workshops, decks, handouts, pptx, files, worksheets, workbook, twoUp, gallery, entries]
