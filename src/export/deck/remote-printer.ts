import { once } from 'node:events'
import type { ReadableStream } from 'node:stream/web'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Deck } from '../../model/slide.ts'
import { programFile } from '../../program.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import type { ShellOptions } from '../shell/index.ts'
import type { DeckPrinter, MeasuredDeck, PrintedDeck } from './printer.ts'

/** What the thread is asked; work it answers with a stream. */
export type Request = { readonly kind: 'warm' | 'close' } | { readonly kind: 'work'; readonly work: Work; readonly decks: readonly Deck[]; readonly port: MessagePort }

export type Work = 'print' | 'measure'

export type Answer<T> = { readonly result: T } | { readonly failure: Pick<EnvironmentFailure, 'code' | 'message' | 'hint'> } | { readonly error: unknown }

/** What the thread says when it has to build a shell first. */
export const building = 'building'

/**
 * Opens a printer that works in a thread of its own, so that the browser is spoken to and PDFs are finished while this
 * thread plans and makes worksheets. A shell that cannot be built is reported when it prints.
 */
export async function openRemotePrinter({ onBuild, ...shell }: ShellOptions): Promise<DeckPrinter> {
  const thread = new Worker(await programFile('printer-thread'), { workerData: shell })
  thread.on('message', (message) => message === building && onBuild?.())
  const lost = once(thread, 'exit').then(() => Promise.reject(new Error('The thread that prints has ended')))
  lost.catch(() => undefined)
  let isClosed = false
  const ask = (request: Request, ports: readonly MessagePort[] = []): void => thread.postMessage(request, ports)

  async function* results<T>(work: Work, decks: readonly Deck[]): AsyncGenerator<T> {
    const { port1, port2 } = new MessageChannel()
    ask({ kind: 'work', work, decks, port: port2 }, [port2])
    const [stream] = (await Promise.race([once(port1, 'message'), lost])) as [ReadableStream<Answer<T>>]
    port1.close()
    const reader = stream.getReader()
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), lost])
      // Who still waits for a printer that was closed on purpose is told nothing.
      if (isClosed) await new Promise(() => undefined)
      if (done) return
      yield resultOf(value)
    }
  }

  return {
    warm: () => ask({ kind: 'warm' }),
    print: (decks) => results<PrintedDeck>('print', decks),
    measure: (decks) => results<MeasuredDeck>('measure', decks),
    async close() {
      isClosed = true
      ask({ kind: 'close' })
      await lost.catch(() => undefined)
    },
  }
}

function resultOf<T>(answer: Answer<T>): T {
  if ('result' in answer) return answer.result
  if ('error' in answer) throw answer.error
  const { code, message, hint } = answer.failure
  throw new EnvironmentFailure(code, message, hint)
}
