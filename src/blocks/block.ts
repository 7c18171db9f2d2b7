import type * as v from 'valibot'
import type { Diagnostic, Place } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Fonts } from '../model/font.ts'
import type { Item } from '../model/page.ts'
import type { Palette } from '../model/palette.ts'
import type { Scene } from '../model/scene.ts'
import type { Words } from '../words/index.ts'
import type { KnownLines } from './kit/type.ts'

/** Keys every block may have. */
export interface BlockBase {
  readonly kind: string
  readonly title?: string
  readonly prompt?: string
  readonly hint?: string
  /** Stable field name; default: from the block's position and prompt. */
  readonly key?: string
  /** The sheet offers a box to tick for sharing the answer with the group. */
  readonly shareable?: boolean
}

/**
 * One kind of worksheet block. A new kind is one file that exports such an object,
 * and one line in `blocks/index.ts`.
 */
export interface BlockKind<B extends BlockBase> {
  readonly kind: B['kind']
  /** The block's own keys as valibot entries; the common ones are added. Unknown keys are reported by the parser. */
  readonly entries: v.ObjectEntries
  /** Fills in what the block takes from its exercise; called once, before parameters are replaced. */
  readonly bind?: (block: B, exercise: Exercise) => B
  /** True for a block whose sheet is to be folded or hung up: in a book nothing else may stand on its back. */
  readonly takenOut?: (block: B) => boolean
  /** Breaks the block into pieces that are never cut; they are stacked down the page. */
  readonly layout: (block: B, sheet: SheetContext) => readonly Piece[]
}

/** What a block may know of the sheet it stands on. */
export interface SheetContext {
  /** Width of the text column in points. */
  readonly width: number
  /** The height a page has for pieces, in points: a piece taller than this cannot be placed. */
  readonly pageHeight: number
  readonly fonts: Fonts
  readonly palette: Palette
  readonly scene: Scene
  readonly words: Words
  /** Hyphenates one word, with soft hyphens between its parts, by the rules of the sheet's language. */
  readonly hyphenate: (word: string) => string
  readonly known?: KnownLines
  /** White space of so many points, drawn in a little when the sheet would otherwise just miss its page. */
  readonly gap: (points: number) => number
  /** Prefix of the block's field names, unique on the sheet. */
  readonly key: string
  readonly place: Place
  readonly report: (diagnostic: Diagnostic) => void
}

/** A part of a block that stays whole; its items are placed from its own top left corner, in points. */
export interface Piece {
  readonly height: number
  readonly items: readonly Item[]
  /** White space above, dropped at the top of a page. */
  readonly space: number
  /** A heading or prompt that must not stand alone at a page's foot. */
  readonly keepWithNext?: true
  /** It begins with a rule along its top edge, which may coincide with one that the page has there. */
  readonly ruled?: true
  /** Repeated above the piece when it begins a page, all of it artifacts: the head of a table that goes on. */
  readonly again?: { readonly height: number; readonly items: readonly Item[] }
  /** How the piece fills a page that would end early. */
  readonly grow?: Growth
  /** The page is folded in three: short marks at the paper's edges. */
  readonly fold?: true
}

/** Room to write that may become larger than its author asked for. */
export interface Growth {
  /** Points that one step adds to the height. */
  readonly unit: number
  /** Points that its author asked for: room is shared out in proportion to them. */
  readonly size: number
  /** Pieces with the same word here grow all alike, on the whole page; else those of one block do. */
  readonly like?: string
  /** Steps it may take. */
  readonly most: number
  /** The piece after so many steps, its height larger by as many units. */
  readonly to: (steps: number) => Piece
}
