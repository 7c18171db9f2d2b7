import type { Piece, SheetContext } from '../../blocks/block.ts'
import { kindOf, type WorksheetBlock } from '../../blocks/index.ts'
import { mark } from '../../blocks/kit/fields.ts'
import { group } from '../../blocks/kit/flow.ts'
import { blockSpace } from '../../blocks/kit/head.ts'
import { hasShare, shareBox } from '../../blocks/kit/share.ts'
import type { KnownLines } from '../../blocks/kit/type.ts'
import { slug, unique } from '../../blocks/kit/slug.ts'
import { diagnostic, type Diagnostic, type Place } from '../../model/diagnostic.ts'
import type { Fonts } from '../../model/font.ts'
import type { Item, LaidOutPage } from '../../model/page.ts'
import { palettes } from '../../model/palette.ts'
import { mm, type Paper, type Worksheet } from '../../model/worksheet.ts'
import { wordsFor } from '../../words/index.ts'
import { sceneDrawing } from './crop.ts'
import { foldMarks, pageFoot, pageHead, runningHead, underRunningHead, type Frame } from './frame.ts'
import { pictureRadius, sheetHead, type Head } from './head.ts'
import { joinGroups, moved } from './move.ts'
import { flowPieces, stackHeight, type Entry, type Flowed, type Placement } from './pages.ts'

export interface SheetOptions {
  /** Put before every field's name with a dot, so that several sheets can stand in one document. */
  readonly fieldPrefix?: string
  /** Number of the sheet's first page; default 1. */
  readonly firstPage?: number
  /** Pages of the whole document; default: the sheet's own. */
  readonly pageCount?: number
}

export interface LaidOutSheet {
  readonly pages: readonly LaidOutPage[]
  /** What comes first is too tall to stand under the head, which has a page to itself. */
  readonly headAlone: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** White space may shrink to this share before a sheet takes a further page. */
const tightest = 0

/** Lays out a worksheet on as many pages as it needs; what is taller than a page is reported with its place. */
export function layoutWorksheet(worksheet: Worksheet, paper: Paper, fonts: Fonts, hyphenate: (word: string) => string, options: SheetOptions = {}): LaidOutSheet {
  const body = layoutBody(worksheet, paper, fonts, hyphenate, options.fieldPrefix)
  const first = options.firstPage ?? 1
  return { ...body, pages: withFeet(body, worksheet, first, options.pageCount ?? first - 1 + body.pages.length) }
}

/** A sheet's pages before their feet: how many there are must be known first. */
export interface SheetBody {
  readonly pages: readonly (readonly Item[])[]
  readonly headAlone: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly frame: Frame
}

/** Everything of a sheet but its feet. */
export function layoutBody(worksheet: Worksheet, paper: Paper, fonts: Fonts, hyphenate: (word: string) => string, fieldPrefix?: string): SheetBody {
  const frame = { paper, fonts, hyphenate, known: new Map() as KnownLines }
  const loose = attempt(worksheet, frame, fieldPrefix, 1)
  const pages = loose.flowed.pages.length
  const tight = pages > 1 ? attempt(worksheet, frame, fieldPrefix, tightest) : loose
  const best = tight.flowed.pages.length < pages ? loosest(tight, loose, (share) => attempt(worksheet, frame, fieldPrefix, share)) : loose
  const headAlone = best.flowed.pages.length > 1 && best.flowed.pages[0]?.length === 0
  return { pages: compose(worksheet, best, frame, fieldPrefix), headAlone, diagnostics: best.diagnostics, frame }
}

/**
 * Between a layout that is tight enough and one that is not: one with more white space that still is. Heights change
 * evenly with the share, so for a single page it can be computed; what it misses, filling the page makes up for.
 */
function loosest(tight: Attempt, loose: Attempt, tryShare: (share: number) => Attempt): Attempt {
  const pages = tight.flowed.pages.length
  const enough = pages === 1 ? tight.excess / (tight.excess - loose.excess) : 0.5
  const between = tryShare(tightest + (1 - tightest) * Math.max(0, enough - 0.01))
  return between.flowed.pages.length === pages ? between : tight
}

/** Adds page numbers and the running foot. */
export function withFeet(body: SheetBody, worksheet: Worksheet, first: number, count: number): LaidOutPage[] {
  const { paper } = body.frame
  const words = wordsFor(worksheet.lang)
  return body.pages.map((items, index) => ({
    width: paper.width, height: paper.height,
    items: [...items, ...pageFoot(worksheet.foot, words.page(first + index, count), body.frame)],
  }))
}

interface Attempt {
  readonly head: Head
  readonly keys: readonly string[]
  readonly flowed: Flowed
  readonly headGap: number
  /** By how much all pieces together are higher than a single page has room for, in points. */
  readonly excess: number
  readonly diagnostics: readonly Diagnostic[]
}

/** Lays out with white space drawn in to the given share. */
function attempt(worksheet: Worksheet, frame: Frame, fieldPrefix: string | undefined, share: number): Attempt {
  const { paper, fonts, hyphenate, known } = frame
  const prefix = fieldPrefix === undefined ? '' : `${fieldPrefix}.`
  const height = paper.height - paper.margin.top - paper.margin.bottom
  const diagnostics: Diagnostic[] = []
  const common = {
    width: paper.width - paper.margin.left - paper.margin.right,
    pageHeight: height - runningHead - underRunningHead,
    fonts, hyphenate, known,
    palette: palettes[worksheet.accent],
    scene: worksheet.scene,
    words: wordsFor(worksheet.lang),
    gap: (points: number) => points * share,
    place: worksheet.place,
  }
  const head = sheetHead(worksheet, common, `${prefix}head`)
  const headGap = blockSpace
  const free = unique()
  free('head')
  const keys = worksheet.blocks.map((block) => prefix + free(block.key ?? slug(block.kind)))
  const entries = worksheet.blocks.flatMap((block, index): Entry[] => {
    const place = worksheet.blockPlaces?.[index] ?? worksheet.place
    const sheet: SheetContext = { ...common, key: keys[index] as string, place, report: (one) => diagnostics.push(one) }
    return piecesOf(block, sheet).map((piece) => ({ piece, block: index }))
  })
  const room = height - head.height - headGap
  const flowed = flowPieces(entries, { first: room, later: height - runningHead, underRule: underRunningHead })
  for (const { piece, block } of flowed.tooTall) {
    diagnostics.push(tooTall(worksheet.blocks[block] as WorksheetBlock, piece, common.pageHeight, worksheet.blockPlaces?.[block] ?? worksheet.place))
  }
  return { head, keys, flowed, headGap, excess: stackHeight(entries) - room, diagnostics }
}

function tooTall(block: WorksheetBlock, piece: Piece, pageHeight: number, place: Place): Diagnostic {
  const inMm = (points: number): number => Math.ceil(points / mm)
  return diagnostic('does-not-fit', place, `a part of the block "${block.kind}" is ${inMm(piece.height)} mm tall, but a page has ${Math.floor(pageHeight / mm)} mm`, 'give it fewer rows or shorter texts, or make two blocks of it')
}

/** A block's pieces, with the box to tick for sharing after them where the block is shareable and has no title beside which to put it. */
function piecesOf(block: WorksheetBlock, sheet: SheetContext): Piece[] {
  const kind = kindOf(block.kind)
  const pieces = kind ? [...kind.layout(block, sheet)] : []
  const last = pieces.at(-1)
  if (!block.shareable || !last || pieces.some(({ items }) => hasShare(items, sheet.key))) return pieces
  const share = shareBox(block.title ?? block.prompt ?? '', 0, mark / 2, sheet)
  return [...pieces.slice(0, -1), { ...last, keepWithNext: true }, { height: mark, items: [share], space: 6 }]
}

/** Puts heads and placed pieces on their pages. */
function compose(worksheet: Worksheet, { head, keys, flowed, headGap }: Attempt, frame: Frame, fieldPrefix: string | undefined): Item[][] {
  const { paper } = frame
  const { left, top } = paper.margin
  const words = wordsFor(worksheet.lang)
  const id = fieldPrefix ?? 'sheet'
  return flowed.pages.map((placements, index) => {
    const first = index === 0
    const down = top + (first ? head.height + headGap : runningHead)
    const blocks = placements.flatMap((placement, position) => placedItems(placement, position === 0 && !first, keys, left, down))
    const sect = group('Sect', joinGroups([...(first ? headItems(head, worksheet, left, top) : []), ...blocks]), id)
    const fold = placements.some(({ piece }) => piece.fold) ? [foldMarks(paper)] : []
    const running = first ? [] : pageHead(`${worksheet.title}, ${words.continued}`, frame)
    return [...running, sect, ...fold]
  })
}

function headItems({ items, picture }: Head, { scene }: Worksheet, left: number, top: number): Item[] {
  return [...moved(items, left, top), sceneDrawing(scene, { ...picture, x: picture.x + left, y: picture.y + top }, pictureRadius)]
}

function placedItems({ piece, block, y }: Placement, startsPage: boolean, keys: readonly string[], left: number, down: number): Item[] {
  const again = startsPage && piece.again ? moved(piece.again.items, left, down + y - piece.again.height) : []
  return [...again, group('Sect', moved(piece.items, left, down + y), keys[block])]
}
