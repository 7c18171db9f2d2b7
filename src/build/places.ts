import { relative, resolve, sep } from 'node:path'
import { cacheFolder } from '../setup/cache-folder.mjs'
import { toolkit } from '../toolkit.ts'

/** The folders of the toolkit's own that builds read and write. */
export const folders = {
  content: resolve(toolkit, 'content'),
  exercises: resolve(toolkit, 'exercises'),
  out: resolve(toolkit, 'out'),
  theme: resolve(toolkit, 'slides/theme'),
  illustrations: resolve(toolkit, 'slides/theme/illustrations'),
  decks: resolve(toolkit, 'slides/decks'),
  custom: resolve(toolkit, 'slides/custom'),
  cache: cacheFolder(toolkit),
} as const

/** What the toolkit itself consists of, absolute: a change in any of it may change any output. */
export const toolkitParts = ['src', 'slides/theme', 'package-lock.json'].map((part) => resolve(toolkit, part))

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
