import type { Field, Item, LaidOutPage } from '../../model/page.ts'

/** Pages with values in their text fields, by the fields' names; names that no field has are ignored. */
export function prefilled(pages: readonly LaidOutPage[], values: ReadonlyMap<string, string>): LaidOutPage[] {
  const fill = (field: Field): Field => {
    const value = values.get(field.name)
    return field.type === 'text' && value !== undefined ? { ...field, value } : field
  }
  const visit = (item: Item): Item => {
    if (item.type === 'group') return { ...item, items: item.items.map(visit) }
    return item.type === 'field' ? { ...item, field: fill(item.field) } : item
  }
  return pages.map((page) => ({ ...page, items: page.items.map(visit) }))
}
