import { openRemotePrinter, type DeckPrinter, type MeasuredDeck } from '../export/deck/index.ts'
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

  async function* work<T extends MeasuredDeck>(decks: readonly Deck[], run: (printer: DeckPrinter, decks: readonly Deck[]) => AsyncGenerator<T>, none: Omit<T, keyof MeasuredDeck>): AsyncGenerator<T> {
    for (const group of runs(decks, (deck) => shells.sectionsOf(deck).length > 0)) {
      const [first] = group
      if (!first || shells.sectionsOf(first).length === 0) {
        yield* run(common, group)
        continue
      }
      // One deck alone needs such a printer.
      const printer = await openRemotePrinter(shells.optionsOf('print', say, first))
      open.add(printer)
      try {
        yield* run(printer, group)
      } catch (error) {
        if (!(error instanceof EnvironmentFailure && error.code === 'shell-failed')) throw error
        yield { ...none, ...brokenDeck(first, error) } as T
      } finally {
        open.delete(printer)
        await printer.close()
      }
    }
  }

  return {
    warm: (decks) => common.warm(decks),
    print: (decks) => work(decks, (printer, some) => printer.print(some), { pdf: new Uint8Array() }),
    measure: (decks) => work(decks, (printer, some) => printer.measure(some), {}),
    async close() {
      await Promise.all([...open].map((printer) => printer.close()))
    },
  }
}

/** Decks in the order given, in groups: those alone for which `isAlone` holds, the others together. */
function runs(decks: readonly Deck[], isAlone: (deck: Deck) => boolean): Deck[][] {
  const groups: Deck[][] = []
  for (const deck of decks) {
    const last = groups.at(-1)
    if (last?.[0] && !isAlone(deck) && !isAlone(last[0])) last.push(deck)
    else groups.push([deck])
  }
  return groups
}

/** What is said of a deck whose slides cannot be compiled. In the shell they follow a first slide of its own. */
function brokenDeck(deck: Deck, { message }: EnvironmentFailure): MeasuredDeck {
  const slides = deck.sections.flatMap((section) => section.slides)
  const written = slides.filter(({ kind }) => kind === 'custom')
  const slide = written[Number(/__slidev_(\d+)\.md/.exec(message)?.[1] ?? 2) - 2] ?? written[0]
  const reason = /^\w*Error: (.+)$/m.exec(message)?.[1] ?? message
  return { deck, overflows: [], failures: slide ? [{ deck, slide, number: slides.indexOf(slide) + 1, message: `it cannot be compiled: ${reason}` }] : [] }
}
