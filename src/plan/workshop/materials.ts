import type { Exercise, Mode } from '../../model/exercise.ts'
import type { Lang } from '../../model/post.ts'
import type { Material } from '../../model/workshop.ts'
import { wordsFor, type Words } from '../../words/index.ts'

const languages: readonly Lang[] = ['sv', 'en']

const groupSize: Readonly<Record<Mode, number>> = { alone: 1, pairs: 2, fours: 4, everyone: Infinity }

/**
 * Everything the exercises need, counted for everybody. A single pen or board stays for the next exercise; what is
 * needed in numbers is used up, and adds up. Sheets are in the workbook: only those needed more than once come besides.
 */
export function rollUp(exercises: readonly Exercise[], participants: number | undefined, words: Words): Material[] {
  const found = new Map<string, { item: string; per: Material['per']; quantity: number; heads: number; uses: string[] }>()
  const sheets: Material[] = []
  for (const exercise of exercises) {
    for (const { item, per, quantity } of exercise.materials) {
      if (isSheet(item)) {
        if (quantity > 1) sheets.push(loose(exercise, quantity - 1, participants, words))
        continue
      }
      const key = `${per} ${item.toLowerCase()}`
      const known = found.get(key)
      const heads = per === 'group' ? groupsOf(exercise, participants) : 1
      if (!known) found.set(key, { item, per, quantity, heads, uses: [exercise.title] })
      else {
        known.quantity = quantity === 1 && known.quantity === 1 ? 1 : known.quantity + quantity
        known.heads = Math.max(known.heads, heads)
        known.uses.push(exercise.title)
      }
    }
  }
  const book: Material = { item: words.workbook, per: 'person', quantity: 1, uses: [], ...counted(1, participants) }
  const rest = [...found.values()].map(({ heads, ...one }): Material => {
    if (one.per === 'room') return { ...one, total: Math.ceil(one.quantity) }
    if (one.per === 'group') return { ...one, ...(participants === undefined ? {} : { total: Math.ceil(one.quantity * heads) }) }
    return { ...one, ...counted(one.quantity, participants) }
  })
  const order = { person: 0, group: 1, room: 2 }
  return [book, ...sheets, ...rest.sort((a, b) => order[a.per] - order[b.per])]
}

/** The exercise's own sheet, in whichever language the exercise is written, with or without a remark behind a comma. */
export const isSheet = (item: string): boolean => languages.some((lang) => item.split(',', 1)[0]?.trim().toLowerCase() === wordsFor(lang).workshop.sheet.toLowerCase())

const loose = ({ title }: Exercise, quantity: number, participants: number | undefined, words: Words): Material => ({
  item: words.workshop.looseSheet(title), per: 'person', quantity, uses: [title], ...counted(quantity, participants),
})

const counted = (quantity: number, participants: number | undefined): { total?: number } =>
  participants === undefined ? {} : { total: Math.ceil(quantity * participants) }

/** How many groups there are when an exercise is led as it says. */
export function groupsOf({ group }: Exercise, participants: number | undefined): number {
  if (participants === undefined) return 1
  return Math.max(1, Math.ceil(participants / groupSize[group?.mode ?? 'fours']))
}
