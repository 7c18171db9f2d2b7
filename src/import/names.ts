import { slugFor } from '../render/new-post.ts'
import type { Draft } from './found.ts'

/** Characters of a slug; longer ones are cut at a word. */
const longest = 60

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** The slug of a post: the source's own, or one made of its title. Letters, digits and hyphens only, so it is no path. */
export function slugOfDraft({ slug, title, series }: Pick<Draft, 'slug' | 'title' | 'series'>): string {
  const own = slug && !/^\d+$/.test(slug) ? slugFor(decoded(slug)) : ''
  const made = cut(own || slugFor(title) || (series ? slugFor(`${series.name} ${series.part}`) : '') || 'inlagg')
  return reserved.test(made) ? `${made}-inlagg` : made
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

function cut(slug: string): string {
  if (slug.length <= longest) return slug
  const part = slug.slice(0, longest + 1)
  const end = part.lastIndexOf('-')
  return part.slice(0, end > longest / 2 ? end : longest).replace(/-+$/, '')
}

/** A name that is not taken yet: with -2, -3, … behind it when it is; the name is taken from then on. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`
  taken.add(free)
  return free
}
