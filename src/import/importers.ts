import type { Importer } from './found.ts'
import { atom } from './importers/atom.ts'
import { ghost } from './importers/ghost.ts'
import { html } from './importers/html.ts'
import { rss } from './importers/rss.ts'
import { text } from './importers/text.ts'
import { wordpress } from './importers/wordpress.ts'

/** Every kind of source there is; the first that recognises a text reads it. A new one is a file and a line here. */
export const importers: readonly Importer[] = [wordpress, rss, atom, ghost, html, text]

/** The importer of a text. */
export const importerFor = (text: string): Importer | undefined => importers.find(({ recognises }) => recognises(text))
