import { readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path/posix'
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

export interface ReadPptx {
  readonly slides: readonly {
    /** What is in title placeholders. */
    readonly titles: readonly string[]
    readonly text: string
    /** Paragraphs. */
    readonly notes: readonly string[]
  }[]
  /** Of all text. */
  readonly languages: readonly string[]
  readonly fonts: readonly string[]
  /** The core properties as XML. */
  readonly properties: string
  /** What an office program would stumble over. */
  readonly problems: readonly string[]
}

const all = (within: Document | Element, name: string): Element[] => Array.from(within.getElementsByTagName(name))
/** A line's end is a space. */
const textOf = (within: Document | Element): string =>
  all(within, '*').map(({ tagName, textContent }) => (tagName === 'a:br' ? ' ' : tagName === 'a:t' ? (textContent ?? '') : '')).join('')

/** Opens a PowerPoint file and checks that its parts fit together. */
export async function readPptx(path: string): Promise<ReadPptx> {
  const files = unzipSync(new Uint8Array(await readFile(path)))
  const problems: string[] = []
  const parts = new Map(
    Object.entries(files)
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, new DOMParser({ onError: (level, message) => void problems.push(`${name}: ${level} ${message}`) }).parseFromString(strFromU8(bytes), 'text/xml')]),
  )
  const types = parts.get('[Content_Types].xml')
  const known = new Set(types ? all(types, 'Default').map((one) => one.getAttribute('Extension')) : [])
  const named = new Set(types ? all(types, 'Override').map((one) => one.getAttribute('PartName')) : [])
  for (const name of Object.keys(files)) {
    if (name === '[Content_Types].xml' || name.endsWith('/')) continue
    if (!named.has(`/${name}`) && (!known.has(name.replace(/^.*\./, '')) || name.endsWith('.xml'))) problems.push(`${name} has no type`)
  }
  for (const part of named) if (part && !files[part.slice(1)]) problems.push(`${part} has a type but is not there`)
  for (const [name, document] of parts) {
    if (name.endsWith('.rels')) {
      for (const relation of all(document, 'Relationship')) {
        if (relation.getAttribute('TargetMode') === 'External') continue
        const target = relation.getAttribute('Target') ?? ''
        const found = target.startsWith('/') ? target.slice(1) : normalize(join(dirname(dirname(name)), target))
        if (!files[found]) problems.push(`${name} leads to ${found}`)
      }
    }
    const ids = all(document, 'p:cNvPr').map((one) => one.getAttribute('id'))
    if (new Set(ids).size !== ids.length) problems.push(`${name} has two shapes of one number`)
  }
  const numbers = [...parts.keys()].flatMap((name) => /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)
  const slides = numbers.map((number) => {
    const slide = parts.get(`ppt/slides/slide${number}.xml`)!
    const notes = parts.get(`ppt/notesSlides/notesSlide${number}.xml`)
    const titles = all(slide, 'p:sp').filter((shape) => all(shape, 'p:ph').some((one) => one.getAttribute('type') === 'title')).map(textOf)
    const body = notes && all(notes, 'p:sp').find((shape) => all(shape, 'p:ph')[0]?.getAttribute('type') === 'body')
    return { titles, text: textOf(slide), notes: body ? all(body, 'a:p').map(textOf) : [] }
  })
  const documents = [...parts].filter(([name]) => name.startsWith('ppt/')).map(([, document]) => document)
  const values = (tags: readonly string[], attribute: string): string[] =>
    [...new Set(documents.flatMap((document) => tags.flatMap((tag) => all(document, tag).flatMap((one) => one.getAttribute(attribute) ?? []))))].sort()
  const inSlides = [...parts].filter(([name]) => /^ppt\/slides\/slide/.test(name)).flatMap(([, document]) => all(document, 'a:latin').flatMap((one) => one.getAttribute('typeface') ?? []))
  return {
    slides,
    languages: values(['a:rPr', 'a:endParaRPr', 'a:defRPr'], 'lang').filter(Boolean),
    fonts: [...new Set(inSlides)].sort(),
    properties: strFromU8(files['docProps/core.xml'] ?? new Uint8Array()),
    problems,
  }
}
