/** A printer in a thread of its own; see `remote-printer.ts`, which starts it and talks to it. */
import { parentPort, workerData } from 'node:worker_threads'
import { EnvironmentFailure } from '../browser/failure.ts'
import { openShell, type ShellOptions } from '../shell/index.ts'
import { openDeckPrinter, type DeckPrinter } from './printer.ts'
import type { PrinterAnswer, PrinterRequest, Work } from './remote-printer.ts'

let opened: DeckPrinter | undefined
const printer = openShell({ ...(workerData as ShellOptions), onBuild: () => say({ kind: 'building' }) }).then(async (shell) => (opened = await openDeckPrinter({ shell })))
// Whoever asks for something hears of it.
printer.catch(() => undefined)

parentPort?.on('message', (request: PrinterRequest) => {
  if (request.kind === 'work') {
    void answer(request)
  } else if (request.kind === 'warm') {
    printer.then((open) => open.warm(request.decks), () => undefined)
  } else {
    // A shell that is being built is for nobody now.
    void (opened?.close() ?? Promise.resolve()).finally(() => process.exit())
  }
})

/** A failure keeps what it has to say. */
async function answer({ id, work, deck }: Work): Promise<void> {
  try {
    say({ kind: 'done', id, found: await (await printer)[work](deck) })
  } catch (error) {
    if (error instanceof EnvironmentFailure) say({ kind: 'failed', id, failure: { code: error.code, message: error.message, hint: error.hint } })
    else say({ kind: 'thrown', id, message: error instanceof Error ? error.message : String(error), details: detailsOf(error) })
  }
}

function say(message: PrinterAnswer): void {
  parentPort?.postMessage(message)
}

/** Where it was thrown, and what the system says of a disk that is full or a file that may not be written. */
function detailsOf(error: unknown): object {
  const { stack, code, path, syscall } = (error ?? {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries({ stack, code, path, syscall }).filter(([, value]) => typeof value === 'string'))
}
