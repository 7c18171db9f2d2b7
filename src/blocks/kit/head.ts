import { ink } from '../../model/palette.ts'
import type { Shape } from '../../model/scene.ts'
import { mm } from '../../model/worksheet.ts'
import { lineShape } from '../../render/sheet/shape.ts'
import type { BlockBase, Piece, SheetContext } from '../block.ts'
import { Flow } from './flow.ts'
import { besideTitle, drawShare } from './share.ts'
import { styles } from './type.ts'

/** White space above a block, never drawn in: from the last line to write on to the next rule. */
export const blockSpace = 6 * mm

/** The rule that opens a block: clearly heavier and darker than a line to write on. */
export const sectionRule = (width: number): Shape => lineShape(0, 0, width, 0, ink, 1.25)

/** From an opening rule to the top of the capitals under it. */
export const underRule = (sheet: SheetContext): number => 7 + sheet.gap(2)

/** The widest a prompt runs, for easy reading. */
const measure = 430

/**
 * The opening of a block: a thin rule, title, prompt and hint, drawn into a flow. Afterwards `y` is the last baseline.
 * Without a title there is no rule; without anything nothing is drawn and false returned.
 */
export function drawHead(block: BlockBase, flow: Flow, sheet: SheetContext, width = sheet.width): boolean {
  const { title, prompt, hint } = block
  if (title === undefined && prompt === undefined && hint === undefined) return false
  let clear = 0
  if (title !== undefined) {
    flow.shapes(sectionRule(width))
    const aside = block.shareable ? besideTitle(sheet) : 0
    const set = flow.text(title, styles.heading, 'H2', { x: 0, width: width - aside, balance: true }, underRule(sheet))
    if (aside > 0) clear = drawShare(title, set, width, flow, sheet)
  }
  const column = { x: 0, width: Math.min(width, measure) }
  if (prompt !== undefined) flow.text(prompt, styles.prompt, 'P', column, title === undefined ? 0 : 6 + sheet.gap(2.5))
  if (hint !== undefined) flow.text(hint, styles.hint, 'P', column, title === undefined && prompt === undefined ? 0 : 7)
  flow.y = Math.max(flow.y, clear)
  return true
}

/** The opening of a block as a piece of its own, kept with what follows; none for a block without words. */
export function headPiece(block: BlockBase, sheet: SheetContext): Piece[] {
  const flow = new Flow(sheet)
  if (!drawHead(block, flow, sheet)) return []
  return [{ height: flow.y, items: flow.items, space: blockSpace, keepWithNext: true, ...ruledBy(block) }]
}

/** What a piece says of itself that begins with a block's opening. */
export const ruledBy = (block: BlockBase): { ruled?: true } => (block.title === undefined ? {} : { ruled: true })

/** The question of a block in words, for its fields' names on screen. */
export function question(block: BlockBase, ...more: readonly (string | undefined)[]): string {
  const parts = [block.title, block.prompt, ...more].filter((part): part is string => part !== undefined && part !== '')
  return joined(parts)
}

/** A field's label under its block's title, so that it can be told from a like one in another block. */
export const titled = (block: BlockBase, label: string): string => joined([...(block.title === undefined ? [] : [block.title]), label])

/** Sentences of a label after one another: “Tänk: Vad vet du säkert?” A colon at the end has nothing to announce there. */
export function joined(parts: readonly string[]): string {
  const text = parts.map((part, index) => (index < parts.length - 1 && /[\p{L}\p{N})”]$/u.test(part) ? `${part}:` : part)).join(' ')
  return text.endsWith(':') ? text.replace(/(?<=.)\s*:$/u, '') : text
}
