import type { FontMetrics, Fonts } from '../../../src/model/font.ts'
import type { Scene } from '../../../src/model/scene.ts'
import type { Worksheet } from '../../../src/model/worksheet.ts'
import type { WorksheetBlock } from '../../../src/blocks/index.ts'

const characters = [...' !"#%&\'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyzåäöÅÄÖéü”’–—…·§°×½\u00a0{}<>']

/** A face of plain numbers, so that no test depends on the drawing of letters. */
function face(narrow: number, wide: number): FontMetrics {
  const advance = Object.fromEntries(characters.map((one): [number, number] => [one.codePointAt(0) as number, one === ' ' ? 220 : /[A-ZÅÄÖ]/.test(one) ? wide : narrow]))
  return { ascent: 950, descent: -260, capHeight: 660, advance, kern: { [65 * 65536 + 86]: -60 } }
}

export const fonts: Fonts = { display: face(500, 600), text: face(480, 580), bold: face(510, 620), quote: face(430, 560) }

/** Breaks a word after every fourth letter, as a stand-in for a language's rules. */
export const hyphenate = (word: string): string => word.replace(/(\p{L}{4})(?=\p{L}{3})/gu, '$1\u00ad')

export const scene: Scene = {
  name: 'square', ground: '#0e4f4b',
  crop: { x: 560, y: 86, width: 380, height: 380 },
  shapes: [{ d: 'M600 100L900 100L900 400L600 400Z', fill: '#f2b233' }],
}

export function sheetOf(blocks: readonly WorksheetBlock[], more: Partial<Worksheet> = {}): Worksheet {
  return {
    id: 'prov', lang: 'sv', accent: 'pine', scene, kicker: 'Serien · dag 1', title: 'Provet', lead: 'En mening om vad som ska skrivas.',
    head: ['Namn', 'Kund', 'Datum'], blocks, foot: 'Om försäljning · Provet', place: { path: 'exercises/prov.yaml', line: 12, column: 3 }, ...more,
  }
}

/** Every kind of block as an author would write it. */
export const ordinary: readonly WorksheetBlock[] = [
  { kind: 'text', title: 'Läs', text: 'Ett stycke att läsa.\nEtt till.' },
  { kind: 'lines', title: 'Skriv', prompt: 'Vad tänker du?', rows: 3 },
  { kind: 'box', title: 'Rita', prompt: 'Ditt rum.', height: 40 },
  { kind: 'steps', items: [{ letter: 'S', title: 'Stanna', prompt: 'Vad gör du?', rows: 2, minutes: 4 }, { title: 'Läs', prompt: 'Bara det.', rows: 0 }] },
  { kind: 'columns', columns: [{ title: 'Mer', prompt: 'Av vad?' }, { title: 'Mindre' }], rows: 4 },
  { kind: 'table', title: 'Bok', columns: [{ title: 'Vad', type: 'text' }, { title: 'Hur många', type: 'number' }, { title: 'Klart', type: 'check' }], rows: 4 },
  { kind: 'table', columns: [{ title: 'Vad', type: 'text' }], rows: ['Måndag', 'Tisdag'] },
  { kind: 'scale', title: 'Betyg', items: ['Jag lyssnar', 'Jag frågar'], labels: ['Aldrig', 'Alltid'], points: 5 },
  { kind: 'scale', items: ['Jag lyssnar'], options: ['IG', 'G', 'VG', 'MVG'], points: 5 },
  { kind: 'spectrum', title: 'Planen', poles: [['Känsla', 'Plan'], ['Stjärna', 'Lag']], marks: ['jag', 'laget'] },
  { kind: 'radar', title: 'Profil', axes: ['Ett', 'Två', 'Tre', 'Fyra', 'Fem'], levels: 5, series: ['Jag', 'Kunden'] },
  { kind: 'matrix', title: 'Karta', x: ['lite', 'mycket'], y: ['låg', 'hög'], quadrants: ['A', 'B', 'C', 'D'] },
  { kind: 'checklist', title: 'Före', items: ['Ringt', 'Läst'] },
  { kind: 'ranking', title: 'Ordning', items: ['Fråga', 'Lyssna'], note: '1 är först.' },
  { kind: 'circles', title: 'Ringar', rings: ['Nära', 'Längre bort', 'Borta'], rows: 2 },
  { kind: 'card', style: 'museum', title: 'Skylten', fields: [{ label: 'Namn', rows: 1 }, { label: 'Vad hände?', rows: 3 }] },
  { kind: 'card', style: 'recipe', title: 'Receptet', prompt: 'Koka.', fields: [{ label: 'Smak', rows: 1 }] },
  { kind: 'card', style: 'report', title: 'Omdöme', fields: [{ label: 'Flit', rows: 2 }] },
  { kind: 'letter', title: 'Brev', salutation: 'Hej du!', rows: 5, opens: 'Öppnas 31/12 2012' },
  { kind: 'promise', title: 'Mitt löfte', prompt: 'Före fredag', rows: 1, signature: true, date: true },
]

const names = new Set(['kind', 'style', 'type', 'letter'])
/** Lists of names rather than sentences. */
const tight = new Set(['options', 'rings', 'marks', 'axes', 'x', 'y', 'quadrants', 'labels', 'series', 'poles', 'columns'])
const shortKeys = new Set(['short', 'salutation', 'opens'])

const compound = 'Kundrelationsutvecklingsprojektledningsgruppen'
const long = `${compound} frågar var ni stod i går klockan 10 min före mötet – och varför det i så fall inte står i kalendern för de närmaste 12 månader som kommer, så att alla kan se det`

/** The same kinds with texts far longer than they should be. */
export const overlong: readonly WorksheetBlock[] = ordinary.map((block) => stretch(block) as WorksheetBlock)

function stretch(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return names.has(key) ? value : key === 'text' ? `${long}. ${long}. ${long}\n${long}` : shortKeys.has(key) ? compound : long
  if (Array.isArray(value)) return value.map((one: unknown) => stretch(one, tight.has(key) ? 'short' : key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, stretch(one, inner)]))
}
