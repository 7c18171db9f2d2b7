import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeckPrinter } from '../export/deck/index.ts'
import { prepareFonts, type PreparedFonts } from '../export/fonts/index.ts'
import type { Deck } from '../model/slide.ts'
import { fingerprint } from './fingerprint.ts'
import { Memory } from './memory.ts'
import { folders } from './places.ts'
import { openPrinters, Shells } from './shells.ts'

type Say = (line: string) => void

/** What takes time to get ready and can serve many builds: fonts, the toolkit's own hash, a browser to print with. */
export interface Tools {
  readonly fonts: () => Promise<PreparedFonts>
  readonly memory: Memory
  /** Hash of the toolkit's own files, part of every output's key. */
  readonly fingerprint: () => Promise<string>
  /** The prebuilt slide shells; each is made when it is first asked for. */
  readonly shells: Shells
  /** The shells with a browser; started when they are first asked for. */
  readonly printer: (say: Say) => Promise<DeckPrinter>
  /** Starts a browser, with pages for so many decks, before there is anything to print; what fails is reported when one prints. */
  readonly warm: (say: Say, decks: number) => void
  /** The page that becomes a deck in one HTML file; see `renderFile`. */
  readonly filePage: (say: Say, deck: Deck) => Promise<string>
  /** Ends what was started. */
  readonly close: () => Promise<void>
}

/** Tools that get ready when they are needed and stay so until they are closed. */
export function openTools(): Tools {
  let fonts: Promise<PreparedFonts> | undefined
  let hash: Promise<string> | undefined
  let printer: Promise<DeckPrinter> | undefined
  const shells = new Shells()
  let closing: Promise<void> | undefined
  // Who asks for one after the end, because a build was interrupted, waits until the process is gone.
  const open = (say: Say): Promise<DeckPrinter> => (closing ? new Promise(() => undefined) : (printer ??= openPrinters(shells, say)))
  return {
    fonts: () => (fonts ??= prepareFonts(folders.cache)),
    memory: new Memory(),
    fingerprint: () => (hash ??= fingerprint()),
    shells,
    printer: open,
    warm: (say, decks) => void open(say).then((one) => one.warm(decks)).catch(() => undefined),
    filePage: async (say, deck) => readFile(join((await shells.open('file', say, deck)).folder, 'index.html'), 'utf8'),
    // A printer that never started has said why to whoever asked for it.
    close: () => (closing ??= printer?.then((one) => one.close(), () => undefined) ?? Promise.resolve()),
  }
}
