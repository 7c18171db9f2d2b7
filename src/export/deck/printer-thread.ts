/** A printer in a thread of its own; see `remote-printer.ts`, which starts it and talks to it. */
import { ReadableStream } from 'node:stream/web'
import { parentPort, workerData } from 'node:worker_threads'
import type { Deck } from '../../model/slide.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import { openShell, type ShellOptions } from '../shell/index.ts'
import { openDeckPrinter, type MeasuredDeck } from './printer.ts'
import { building, type Answer, type Request, type Work } from './remote-printer.ts'

const printer = openShell({ ...(workerData as ShellOptions), onBuild: () => parentPort?.postMessage(building) }).then((shell) => openDeckPrinter({ shell }))
// Whoever asks for something hears of it.
printer.catch(() => undefined)

parentPort?.on('message', (request: Request) => {
  if (request.kind === 'work') {
    const stream = ReadableStream.from(answers(request.work, request.decks))
    request.port.postMessage(stream, [stream])
  } else if (request.kind === 'warm') {
    printer.then((open) => open.warm(), () => undefined)
  } else {
    void printer.then((open) => open.close(), () => undefined).finally(() => process.exit())
  }
})

/** One for each deck; a failure, which is the last, keeps what it has to say. */
async function* answers(work: Work, decks: readonly Deck[]): AsyncGenerator<Answer<MeasuredDeck>> {
  try {
    for await (const result of (await printer)[work](decks)) yield { result }
  } catch (error) {
    yield error instanceof EnvironmentFailure ? { failure: { code: error.code, message: error.message, hint: error.hint } } : { error }
  }
}
