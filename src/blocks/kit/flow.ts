import type { Item, Tag } from '../../model/page.ts'
import type { Shape } from '../../model/scene.ts'
import { setText, type Setting, type SetText, type Spot, type Style } from './type.ts'

/** Collects items down a column; `y` is where the next one may begin. */
export class Flow {
  readonly items: Item[] = []
  y: number
  readonly sheet: Setting

  constructor(sheet: Setting, y = 0) {
    this.sheet = sheet
    this.y = y
  }

  /** Text whose capitals begin `gap` points below; afterwards `y` is its last baseline. */
  text(text: string, style: Style, tag: Spot['tag'], spot: Omit<Spot, 'y' | 'tag'>, gap = 0): SetText {
    const set = setText(text, style, { ...spot, tag, y: this.y + gap }, this.sheet)
    this.items.push(set.item)
    this.y = set.bottom
    return set
  }

  shapes(...shapes: Shape[]): void {
    this.items.push({ type: 'drawing', shapes })
  }

  push(...items: Item[]): void {
    this.items.push(...items)
  }
}

/** A structure element around items; an id lets it go on in later pieces. */
export const group = (tag: Tag, items: readonly Item[], id?: string): Item => ({
  type: 'group', tag, items, ...(id === undefined ? {} : { id }),
})
