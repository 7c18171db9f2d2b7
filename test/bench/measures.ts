import type { Measure } from './measure.ts'
import { cold, full } from './measures/decks.ts'
import { changed, nothing, workshop } from './measures/edits.ts'
import { marp, marpAtOnce } from './measures/marp.ts'
import { hundreds, thousands } from './measures/scale.ts'
import { sheets } from './measures/sheets.ts'
import { stock } from './measures/stock.ts'
import { watch } from './measures/watch.ts'

/** Everything that is measured, in the order it is done. */
export const measures: readonly Measure[] = [full, stock, marp, marpAtOnce, cold, nothing, changed, workshop, watch, hundreds, thousands, sheets]
