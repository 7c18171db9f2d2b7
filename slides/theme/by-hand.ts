/**
 * Slides that a person wrote: what stands in the front matter of a Markdown file, as the data that layouts show. Text
 * stays text, a number that was meant as text becomes text, and what is missing or of another kind is left empty.
 */
import type { Accent, Scene } from '../../src/model/scene.ts'
import type { Slide } from '../../src/model/slide.ts'

/** Kinds of slides that can be written by hand, by their layouts' names. */
export type HandKind = keyof typeof shapes

/** Front matter as YAML gives it. */
export type Matter = Readonly<Record<string, unknown>>

/** What a slide is before its front matter says more. */
export interface HandBase {
  readonly title: string
  readonly lang: Slide['lang']
  readonly accent: Accent
  readonly foot: string
  readonly page?: number
  /** The illustration that the front matter names. */
  readonly scene?: Scene
}

type SlideOf<K> = Extract<Slide, { kind: K }>

/** Reads one key of the front matter; undefined leaves it out of the slide. */
type Read = (value: unknown, base: HandBase) => unknown

const words = (value: unknown): string => {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : ''
}
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
const isMatter = (value: unknown): value is Matter => typeof value === 'object' && value !== null && !Array.isArray(value)

const text: Read = words
const optional: Read = (value) => words(value) || undefined
const texts: Read = (value) => list(value).map(words).filter((each) => each !== '')
const number = (fallback?: number): Read => (value) => {
  const found = typeof value === 'string' ? Number.parseFloat(value) : value
  return typeof found === 'number' && Number.isFinite(found) && found > 0 ? found : fallback
}
const count: Read = (value) => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0)
const mode: Read = (value) => (['alone', 'pairs', 'fours', 'everyone'].includes(words(value)) ? value : 'alone')
const scene: Read = (_value, { accent, scene: named }) => named ?? blank(accent)
const cells = (value: unknown): unknown => list(value).map((cell) => [{ type: 'text', text: words(cell) }])
const rows: Read = (value) => list(value).map(cells)
const steps: Read = (value, base) => list(value).filter(isMatter).map((step) => read(step, base, { letter: text, title: text, text: optional, mode, modeLabel: text, minutesLabel: text }))

/** The keys of each kind, as in `src/model/slide.ts`. */
const shapes = {
  cover: { kicker: text, heading: text, size: number(84), idea: optional, scene },
  beats: { heading: text, size: number(36), start: number(1), beats: texts },
  quote: { text, size: number(54), by: optional },
  idea: { text, size: number(64), scene },
  questions: { heading: text, size: number(46), questions: texts },
  exercise: { kicker: text, heading: text, size: number(64), invitation: optional, invitationSize: number(), purpose: optional, scene },
  steps: { kicker: text, heading: text, size: number(), steps },
  countdown: {
    kicker: text, heading: text, size: number(60), text: optional, textSize: number(30),
    mode, modeLabel: text, seconds: number(60), signs: texts, current: count, overLabel: text,
  },
  debrief: { kicker: text, heading: text, size: number(32), questions: texts },
  closing: { heading: text, size: number(32), takeaways: texts, postscript: optional, signoff: optional, signoffSize: number(), credit: optional, scene },
  table: { heading: text, headingSize: number(), size: number(27), header: cells, rows },
} as const satisfies { readonly [K in Slide['kind']]?: Readonly<Partial<Record<Exclude<keyof SlideOf<K>, keyof HandBase>, Read>> & { scene?: Read }> }

export const isHandKind = (layout: unknown): layout is HandKind => typeof layout === 'string' && Object.hasOwn(shapes, layout)

/** The slide that front matter describes for a layout. */
export function slideByHand<K extends HandKind>(kind: K, matter: Matter, base: HandBase): SlideOf<K> {
  const own = read(matter, base, shapes[kind])
  const { title, lang, accent, foot, page } = base
  const place = { path: '', line: 1, column: 1 }
  return { kind, title, lang, accent, foot, ...(page === undefined || kind === 'cover' ? {} : { page }), notes: [], place, ...own } as SlideOf<K>
}

function read(matter: Matter, base: HandBase, shape: Readonly<Record<string, Read>>): Matter {
  const entries = Object.entries(shape).map(([key, reader]): [string, unknown] => [key, reader(matter[key], base)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const fields: Readonly<Record<Accent, Scene['ground']>> = { lingon: '#8e1f16', pine: '#0e4f4b', sun: '#f2b233', fjord: '#1f3f66', ink: '#17202a' }

/** The field alone, where no illustration is named. */
const blank = (accent: Accent): Scene => ({ name: '', ground: fields[accent], crop: { x: 586, y: 86, width: 380, height: 380 }, shapes: [] })

/** What a slide written by hand is called in outlines, when it is not told. */
export function handTitle(matter: Matter): string {
  return words(matter['title']) || words(matter['heading']) || words(matter['text'])
}
