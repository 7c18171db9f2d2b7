import { openDeckPrinter, type DeckPrinter } from '../export/deck/index.ts'
import { prepareFonts, type PreparedFonts } from '../export/fonts/index.ts'
import { openShell } from '../export/shell/index.ts'
import { fingerprint } from './fingerprint.ts'
import { folders } from './places.ts'

/** What takes time to get ready and can serve many builds: fonts, the toolkit's own hash, a browser to print with. */
export interface Tools {
  readonly fonts: () => Promise<PreparedFonts>
  /** Hash of the toolkit's own files, part of every output's key. */
  readonly fingerprint: () => Promise<string>
  /** The prebuilt slide shell with a browser; started when it is first asked for. */
  readonly printer: (say: (line: string) => void) => Promise<DeckPrinter>
  /** Ends what was started. */
  readonly close: () => Promise<void>
}

/** Tools that get ready when they are needed and stay so until they are closed. */
export function openTools(): Tools {
  let fonts: Promise<PreparedFonts> | undefined
  let hash: Promise<string> | undefined
  let printer: Promise<DeckPrinter> | undefined
  return {
    fonts: () => (fonts ??= prepareFonts(folders.cache)),
    fingerprint: () => (hash ??= fingerprint()),
    printer: (say) => (printer ??= startPrinter(say)),
    async close() {
      const started = printer
      printer = undefined
      // A printer that never started has said why to whoever asked for it.
      await started?.then((one) => one.close(), () => undefined)
    },
  }
}

async function startPrinter(say: (line: string) => void): Promise<DeckPrinter> {
  const onBuild = (): void => say('Building the slide shell, once for each change of the theme …')
  return openDeckPrinter({ shell: await openShell({ theme: folders.theme, cache: folders.cache, onBuild }) })
}
