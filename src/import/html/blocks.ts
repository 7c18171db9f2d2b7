import { lineFinder } from '../lines.ts'
import type { Removed } from './shortcodes.ts'

/** Blocks of WordPress's editor that say nothing by themselves. */
const silent = /^(core\/)?(more|nextpage|separator|spacer|page-break)$/

/** A block of the classic editor: in it, as there, blank lines part paragraphs. */
const classic = /<!--\s+wp:freeform\s[^>]*?-->([^]*?)<!--\s+\/wp:freeform\s+-->/g

/** What blocks of a post stand for, from elsewhere in the export. */
export interface BlockTexts {
  /** Reusable blocks by their number. */
  readonly reusable: ReadonlyMap<string, string>
  /** The post's footnotes, as HTML. */
  readonly footnotes: readonly string[]
}

/** Characters that reusable blocks may add to a post. */
const mostAdded = 500_000

/**
 * Looks at the comments that WordPress's block editor keeps its blocks in. A reusable block is put in from the
 * export, and so are footnotes; one that is filled in by the server, and so has no text here, is reported.
 */
export function expandBlocks(html: string, { reusable, footnotes }: BlockTexts, report: (removed: Removed) => void): string {
  let added = 0
  const expand = (part: string, depth: number): string => {
    const lineAt = lineFinder(part)
    return part.replace(/<!--\s+wp:([a-z][\w/-]*)\s*([^>]*?)\/-->/g, (_comment, name: string, attributes: string, at: number) => {
      if (silent.test(name)) return ''
      if (name === 'footnotes' && footnotes.length > 0) return `<ol>${footnotes.map((note) => `<li>${note}</li>`).join('')}</ol>`
      const id = /"ref":\s*(\d+)/.exec(attributes)?.[1]
      const found = name === 'block' && id ? reusable.get(id) : undefined
      if (found !== undefined && depth < 3 && added + found.length <= mostAdded) {
        added += found.length
        return expand(found, depth + 1)
      }
      report({ what: `the block ${name}${id ? ` ${id}` : ''}, which the site fills in itself,`, line: lineAt(at) })
      return ''
    })
  }
  return expand(
    html.replace(classic, (_all, inner: string) => `<div>${inner.trim().replace(/\n[ \t]*\n\s*/g, '<br><br>')}</div>`),
    0,
  )
}
