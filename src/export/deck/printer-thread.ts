/** A printer in a thread of its own; see `remote-printer.ts`, which starts it and talks to it. */
import { ReadableStream } from 'node:stream/web'
import { parentPort, workerData } from 'node:worker_threads'
import type { Deck } from '../../model/slide.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import { openShell, type ShellOptions } from '../shell/index.ts'
import { openDeckPrinter, type DeckPrinter, type MeasuredDeck } from './printer.ts'
import { building, type Answer, type PrinterRequest, type Work } from './remote-printer.ts'

let opened: DeckPrinter | undefined
const printer = openShell({ ...(workerData as ShellOptions), onBuild: () => parentPort?.postMessage(building) }).then(async (shell) => (opened = await openDeckPrinter({ shell })))
// Whoever asks for something hears of it.
printer.catch(() => undefined)

parentPort?.on('message', (request: PrinterRequest) => {
  if (request.kind === 'work') {
    const stream = ReadableStream.from(answers(request.work, request.decks))
    request.port.postMessage(stream, [stream])
  } else if (request.kind === 'warm') {
    printer.then((open) => open.warm(request.decks), () => undefined)
  } else {
    // A shell that is being built is for nobody now.
    void (opened?.close() ?? Promise.resolve()).finally(() => process.exit())
  }
})

/** One for each deck; a failure, which is the last, keeps what it has to say. */
async function* answers(work: Work, decks: readonly Deck[]): AsyncGenerator<Answer<MeasuredDeck>> {
  try {
    for await (const result of (await printer)[work](decks)) yield { result }
  } catch (error) {
    if (error instanceof EnvironmentFailure) yield { failure: { code: error.code, message: error.message, hint: error.hint } }
    else yield { error, details: detailsOf(error) }
  }
}

/** What the system says of a disk that is full or a file that may not be written. */
function detailsOf(error: unknown): object {
  const { code, path, syscall } = (error ?? {}) as { code?: unknown; path?: unknown; syscall?: unknown }
  return Object.fromEntries(Object.entries({ code, path, syscall }).filter(([, value]) => typeof value === 'string'))
}
