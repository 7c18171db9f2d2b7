import type { BlockKind } from './block.ts'
import { box, type BoxBlock } from './box.ts'
import { card, type CardBlock } from './card.ts'
import { checklist, type ChecklistBlock } from './checklist.ts'
import { circles, type CirclesBlock } from './circles.ts'
import { columns, type ColumnsBlock } from './columns.ts'
import { letter, type LetterBlock } from './letter.ts'
import { lines, type LinesBlock } from './lines.ts'
import { matrix, type MatrixBlock } from './matrix.ts'
import { promise, type PromiseBlock } from './promise.ts'
import { radar, type RadarBlock } from './radar.ts'
import { ranking, type RankingBlock } from './ranking.ts'
import { scale, type ScaleBlock } from './scale.ts'
import { spectrum, type SpectrumBlock } from './spectrum.ts'
import { steps, type StepsBlock } from './steps.ts'
import { table, type TableBlock } from './table.ts'
import { text, type TextBlock } from './text.ts'

/** Any block of a worksheet. */
export type WorksheetBlock =
  | TextBlock | LinesBlock | BoxBlock | StepsBlock | ColumnsBlock | TableBlock | ScaleBlock | SpectrumBlock
  | RadarBlock | MatrixBlock | ChecklistBlock | RankingBlock | CirclesBlock | CardBlock | LetterBlock | PromiseBlock

/** A kind without the type of its block: what `kindOf` gives is only ever used with the block it was asked for. */
export type AnyBlockKind = Omit<BlockKind<WorksheetBlock>, 'bind' | 'takenOut' | 'layout'> & {
  readonly bind?: BlockKind<WorksheetBlock>['bind']
  readonly takenOut?: BlockKind<WorksheetBlock>['takenOut']
  readonly layout: BlockKind<WorksheetBlock>['layout']
}

const any = <B extends WorksheetBlock>(kind: BlockKind<B>): AnyBlockKind => kind as unknown as AnyBlockKind

/** Every kind of block there is; a new one is a file and a line here. */
export const blockKinds: readonly AnyBlockKind[] = [
  any(text), any(lines), any(box), any(steps), any(columns), any(table), any(scale), any(spectrum),
  any(radar), any(matrix), any(checklist), any(ranking), any(circles), any(card), any(letter), any(promise),
]

const byName = new Map(blockKinds.map((kind) => [kind.kind as string, kind]))

/** The kind of a block, by its name; undefined for a name that is no kind. */
export const kindOf = (name: string): AnyBlockKind | undefined => byName.get(name)
