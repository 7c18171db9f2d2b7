import { writePdf, type FormMark, type OutlineEntry } from '../export/pdf/index.ts'
import type { PreparedFonts } from '../export/fonts/index.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { LaidOutPage } from '../model/page.ts'
import type { Participant } from '../model/participant.ts'
import type { Lang } from '../model/post.ts'
import { inkSaving } from '../render/sheet/mono.ts'
import { printed } from '../render/sheet/print.ts'
import { together } from '../render/sheet/together.ts'
import { imposed } from '../render/sheet/two-up.ts'
import { wordsFor } from '../words/index.ts'
import type { Print } from './options.ts'

/** What every participant gets, laid out for each of them: a sheet, or a workbook. */
export interface PacketSource {
  readonly title: string
  readonly lang: Lang
  readonly forms: readonly FormMark[]
  /** The pages for one person, with what is known of them filled in. */
  readonly pagesFor: (person: Participant) => readonly LaidOutPage[]
  /** The same on half a paper; absent where there is no such layout. */
  readonly halvesFor?: (person: Participant) => readonly LaidOutPage[]
  readonly outline?: readonly OutlineEntry[]
  /** Files that the pages draw, by name. */
  readonly embedded?: Readonly<Record<string, Uint8Array>>
  /** What is wrong whoever it is for. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The PDF of one person, to be filled in on screen or printed. */
export function personPdf(source: PacketSource, person: Participant, { mono }: Print, fonts: PreparedFonts): Promise<Uint8Array> {
  const { lang, forms, outline, embedded } = source
  const pages = source.pagesFor(person)
  const title = `${source.title} – ${person.name}`
  return writePdf({ title, lang, pages: mono ? pages.map(inkSaving) : pages, forms, ...(outline ? { outline } : {}), ...(embedded ? { embedded } : {}) }, fonts)
}

/** One PDF with everybody's pages for the printer; two on a paper with `isTwoUp`. */
export function everybodyPdf(source: PacketSource, people: readonly Participant[], print: Print, isTwoUp: boolean, fonts: PreparedFonts): Promise<Uint8Array> {
  const { lang, embedded } = source
  const title = `${source.title} – ${wordsFor(lang).everyone}`
  const onPaper = (page: LaidOutPage): LaidOutPage => printed(print.mono ? inkSaving(page) : page, fonts.metrics)
  if (isTwoUp && source.halvesFor) {
    const { halvesFor } = source
    const pages = imposed(people.map((person) => halvesFor(person).map(onPaper)), print.paper)
    return writePdf({ title, lang, pages, sides: pages.length * 2 > people.length + 1 ? 'short-edge' : 'one' }, fonts)
  }
  const { pages, starts, sides } = together(people.map((person) => source.pagesFor(person).map(onPaper)))
  const outline = people.map(({ name }, index) => ({ title: name, page: starts[index] as number }))
  return writePdf({ title, lang, pages, sides, outline, ...(embedded ? { embedded } : {}) }, fonts)
}

/** The name of a person's file: their number in the list, and their name as far as any file system takes it. */
export function packetName(person: Participant, index: number, count: number): string {
  const number = String(index + 1).padStart(String(count).length, '0')
  const name = [...person.name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+/, '')].slice(0, 60).join('').replace(/-+$/, '')
  return `${number}-${name || 'deltagare'}.pdf`
}
