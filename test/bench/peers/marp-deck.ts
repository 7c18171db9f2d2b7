import type { Deck, Slide } from '../../../src/model/slide.ts'
import { slideLines } from '../../../src/render/slide-text.ts'

/** A deck as Markdown for Marp: the same slides with the same texts, without pictures, in Marp's own look. */
export const marpDeck = ({ lang, sections }: Deck): string =>
  `---\nmarp: true\nlang: ${lang}\nsize: 16:9\npaginate: true\n---\n\n${sections.flatMap(({ slides }) => slides).map(slide).join('\n\n---\n\n')}\n`

/** The heading first, then what else is read. */
function slide(slide: Slide): string {
  const lines = slideLines(slide).map(literal)
  const heading = 'heading' in slide ? literal(slide.heading) : undefined
  const rest = lines.filter((line) => line !== heading)
  return [...(heading === undefined ? [] : [`# ${heading}`]), ...rest.map((line) => `- ${line}`)].join('\n')
}

/** Text without anything that Markdown acts on. */
const literal = (text: string): string => text.replaceAll('\u00ad', '').replace(/[\\`*_{}[\]()#+!<>|~$-]/g, '\\$&')
