import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the toolkit itself. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** The folders of the toolkit's own that builds read and write. */
export const folders = {
  content: resolve(root, 'content'),
  exercises: resolve(root, 'exercises'),
  out: resolve(root, 'out'),
  theme: resolve(root, 'slides/theme'),
  illustrations: resolve(root, 'slides/theme/illustrations'),
  decks: resolve(root, 'slides/decks'),
  custom: resolve(root, 'slides/custom'),
  cache: resolve(root, 'node_modules/.cache/saljverkstad'),
} as const

/** A path as messages show it: from the folder one stands in when that is shorter, with forward slashes. */
export function shown(path: string, from = process.cwd()): string {
  const short = relative(from, path)
  return (short === '' ? '.' : short.startsWith(`..${sep}..`) ? path : short).replaceAll(sep, '/')
}

/** A build of other content, or to another place, leaves the entries of this project alone. */
export function entriesFolder({ content, out }: { readonly content: string; readonly out: string }): string {
  return content === folders.content && out === folders.out ? folders.decks : resolve(out, 'slides')
}

/** Where sections stand that were taken over by hand; other content has its own. */
export const customFolder = ({ content }: { readonly content: string }): string => (content === folders.content ? folders.custom : resolve(content, 'custom'))
