import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Deck } from '../../model/slide.ts'
import { wordsFor } from '../../words/index.ts'
import { repairFonts } from './fonts.ts'
import { writeNotes } from './notes.ts'
import { markOrnaments } from './ornaments.ts'
import { addTitlePlaceholder, markTitle } from './titles.ts'
import { escapeHtml } from '../../render/html.ts'
import { all, type Document, parseXml, serializeXml } from './xml.ts'

/** The earliest date a zip can hold: files of the same content are the same. */
const epoch = new Date(1980, 0, 1)

/**
 * Repairs what Slidev's export leaves undone: the language of the text, real titles, notes in paragraphs, the names of
 * the fonts, pictures that mean nothing, and dates, so that the same deck gives the same bytes.
 */
export function repairPptx(pptx: Uint8Array, deck: Deck): Uint8Array {
  const files = unzipSync(pptx)
  const edit = (name: string, change: (document: Document) => void): void => {
    const source = files[name]
    if (source === undefined) throw new Error(`The PowerPoint file has no ${name}`)
    const document = parseXml(strFromU8(source))
    change(document)
    files[name] = strToU8(serializeXml(document))
  }
  deck.sections.flatMap(({ slides }) => slides).forEach((slide, index) => {
    const { locale } = wordsFor(slide.lang)
    edit(`ppt/slides/slide${index + 1}.xml`, (document) => {
      markTitle(document, slide)
      markOrnaments(document)
      repairFonts(document)
      setLanguage(document, locale)
    })
    edit(`ppt/notesSlides/notesSlide${index + 1}.xml`, (document) => {
      writeNotes(document, slide.notes)
      setLanguage(document, locale)
    })
  })
  const { locale } = wordsFor(deck.lang)
  for (const name of Object.keys(files).filter((one) => /^ppt\/(?:slideLayouts|slideMasters|notesMasters)\/\w+\.xml$/.test(one))) {
    edit(name, (document) => {
      if (!name.includes('notesMasters')) addTitlePlaceholder(document)
      setLanguage(document, locale)
    })
  }
  edit('ppt/presentation.xml', (document) => {
    setLanguage(document, locale)
    orderMasters(document)
  })
  edit('[Content_Types].xml', (document) => {
    // Slidev's export names a master for every slide, but there is one.
    for (const part of all(document, 'Override')) if (!files[(part.getAttribute('PartName') ?? '').slice(1)]) part.parentNode?.removeChild(part)
  })
  files['docProps/core.xml'] = strToU8(coreProperties(deck, locale))
  edit('docProps/app.xml', (document) => {
    for (const company of all(document, 'Company')) company.textContent = ''
  })
  return zipSync(Object.fromEntries(Object.keys(files).sort(byPart).map((name) => [name, [files[name], { mtime: epoch }]])) as Zippable, { level: 9 })
}

/** The list of types comes first (ISO 29500-2, 10.2.2 advises it), then parts by name. */
function byPart(a: string, b: string): number {
  const key = (name: string): string => (name === '[Content_Types].xml' ? '' : name)
  return key(a) < key(b) ? -1 : 1
}

function setLanguage(document: Document, locale: string): void {
  for (const tag of ['a:rPr', 'a:endParaRPr', 'a:defRPr']) {
    for (const properties of all(document, tag)) {
      if (tag !== 'a:defRPr' || properties.hasAttribute('lang')) properties.setAttribute('lang', locale)
    }
  }
}

/** The masters of the notes stand before the slides (ISO 29500-1, 19.2.1.26). */
function orderMasters(document: Document): void {
  const [slides] = all(document, 'p:sldIdLst')
  const [masters] = all(document, 'p:notesMasterIdLst')
  if (slides && masters) slides.parentNode?.insertBefore(masters, slides)
}

const coreProperties = ({ title }: Deck, locale: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeHtml(title)}</dc:title><dc:language>${locale}</dc:language>`,
    '</cp:coreProperties>',
  ].join('\n')
