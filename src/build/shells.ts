import { openRemotePrinter, type DeckPrinter, type Found, type Printed } from '../export/deck/index.ts'
import { EnvironmentFailure } from '../export/browser/failure.ts'
import { openShell, type Shell, type ShellKind, type ShellOptions, type ShellSection } from '../export/shell/index.ts'
import type { Deck } from '../model/slide.ts'
import { folders } from './places.ts'

type Say = (line: string) => void

/** Shells, and what they are made of: printers open theirs themselves. Decks with sections that were taken over by hand need one that these are compiled into. */
export class Shells {
  /** Sections taken over by hand, by their hash; planning fills it. */
  readonly custom = new Map<string, ShellSection>()
  readonly #open = new Map<string, Promise<Shell>>()

  /** The shell for a deck; without one, that for decks of data alone. */
  open(kind: ShellKind, say: Say, deck?: Deck): Promise<Shell> {
    const options = this.optionsOf(kind, say, deck)
    const key = [kind, ...options.custom.map(({ slug, hash }) => `${slug} ${hash}`)].join('\n')
    const opened = this.#open.get(key) ?? openShell(options)
    this.#open.set(key, opened)
    return opened
  }

  /** What is to be opened. */
  optionsOf(kind: ShellKind, say: Say, deck?: Deck): ShellOptions & { readonly custom: readonly ShellSection[] } {
    const custom = this.sectionsOf(deck)
    return { kind, custom, theme: folders.theme, cache: folders.cache, onBuild: () => say(lines[kind](custom)) }
  }

  sectionsOf(deck: Deck | undefined): readonly ShellSection[] {
    return (deck?.sections ?? []).flatMap(({ custom }) => (custom === undefined ? [] : (this.custom.get(custom) ?? [])))
  }
}

const of = (custom: readonly ShellSection[]): string => (custom.length === 0 ? 'once for each change of the theme' : `for ${custom.map(({ slug }) => slug).join(', ')}`)

const lines: Readonly<Record<ShellKind, (custom: readonly ShellSection[]) => string>> = {
  print: (custom) => `Building the slide shell, ${of(custom)} …`,
  file: (custom) => `Building the page for decks to carry, ${of(custom)} …`,
}

/** A printer that prints each deck from the shell it needs. A section of somebody's own that cannot be compiled is no other's fault. */
export async function openPrinters(shells: Shells, say: Say): Promise<DeckPrinter> {
  const common = await openRemotePrinter(shells.optionsOf('print', say))
  const open = new Set([common])

  let isClosed = false
  /** One after the other: each deck with such sections needs a printer for it alone. */
  let own: Promise<unknown> = Promise.resolve()
  function onOwn<T>(deck: Deck, work: (printer: DeckPrinter) => Promise<T>): Promise<T> {
    const turn = own.then(async () => {
      const printer = await openRemotePrinter(shells.optionsOf('print', say, deck))
      // Whoever asks for more when all is over waits until the process is gone, as with other printers.
      if (isClosed) return new Promise<never>(() => undefined)
      open.add(printer)
      try {
        return await work(printer)
      } finally {
        await printer.close()
        open.delete(printer)
      }
    })
    own = turn.catch(() => undefined)
    return turn
  }

  function on<T extends Found>(deck: Deck, work: (printer: DeckPrinter) => Promise<T>): Promise<T | Printed> {
    if (shells.sectionsOf(deck).length === 0) return work(common)
    return onOwn(deck, work).catch((error: unknown) => {
      if (!(error instanceof EnvironmentFailure && error.code === 'shell-failed')) throw error
      return brokenDeck(deck, error)
    })
  }

  return {
    warm: (decks) => common.warm(decks),
    print: (deck) => on(deck, (printer) => printer.print(deck)),
    measure: (deck) => on(deck, (printer) => printer.measure(deck)),
    async close() {
      isClosed = true
      await Promise.all([...open].map((printer) => printer.close()))
    },
  }
}

/** What is said of a deck whose slides cannot be compiled. In the shell they follow a first slide of its own. */
function brokenDeck(deck: Deck, { message }: EnvironmentFailure): Printed {
  const slides = deck.sections.flatMap((section) => section.slides)
  const written = slides.filter(({ kind }) => kind === 'custom')
  const slide = written[Number(/__slidev_(\d+)\.md/.exec(message)?.[1] ?? 2) - 2] ?? written[0]
  const reason = /^\w*Error: (.+)$/m.exec(message)?.[1] ?? message
  return { pdf: new Uint8Array(), overflows: [], failures: slide ? [{ slide: slides.indexOf(slide), message: `it cannot be compiled: ${reason}` }] : [] }
}
