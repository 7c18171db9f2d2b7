import { once } from 'node:events'
import type { ReadableStream } from 'node:stream/web'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Deck } from '../../model/slide.ts'
import { programFile } from '../../program.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import type { ShellOptions } from '../shell/index.ts'
import type { DeckPrinter, MeasuredDeck, PrintedDeck } from './printer.ts'

/** What the thread is asked; work it answers with a stream. */
export type PrinterRequest = { readonly kind: 'warm'; readonly decks: number } | { readonly kind: 'close' } | { readonly kind: 'work'; readonly work: Work; readonly decks: readonly Deck[]; readonly port: MessagePort }

export type Work = 'print' | 'measure'

/** A result, or what went wrong: errors lose their own properties on the way from a thread. */
export type Answer<T> = { readonly result: T } | { readonly failure: Pick<EnvironmentFailure, 'code' | 'message' | 'hint'> } | { readonly error: unknown; readonly details: object }

/** What the thread says when it has to build a shell first. */
export const building = 'building'

/**
 * Opens a printer that works in a thread of its own, so that the browser is spoken to and PDFs are finished while this
 * thread plans and makes worksheets. A shell that cannot be built is reported when it prints. A thread that is lost is
 * reported as `print-failed`, and there is another one next time.
 */
export async function openRemotePrinter({ onBuild, ...shell }: ShellOptions): Promise<DeckPrinter> {
  const program = await programFile('printer-thread')
  const waiting = new Set<(reason: unknown) => void>()
  let thread: Worker | undefined
  let isClosed = false

  function start(): Worker {
    const started = new Worker(program, { workerData: shell })
    let reason: unknown
    started.on('message', (message) => message === building && onBuild?.())
    started.on('error', (error) => (reason = error))
    started.on('exit', () => {
      if (thread === started) thread = undefined
      // Who still waits for a printer that was closed on purpose is told nothing.
      if (isClosed) return
      const lost = new EnvironmentFailure('print-failed', 'The thread that prints has ended.', 'Try once more; if it stays, there may be too little memory.', reason)
      for (const reject of waiting) reject(lost)
    })
    return started
  }
  const ask = (request: PrinterRequest, ports: readonly MessagePort[] = []): void => (thread ??= start()).postMessage(request, ports)

  /** Fails as soon as the thread is lost. */
  async function answered<T>(promise: Promise<T>): Promise<T> {
    let lost: (reason: unknown) => void = () => undefined
    try {
      return await new Promise<T>((resolve, reject) => {
        waiting.add((lost = reject))
        promise.then(resolve, reject)
      })
    } finally {
      waiting.delete(lost)
    }
  }

  async function* results<T>(work: Work, decks: readonly Deck[]): AsyncGenerator<T> {
    if (isClosed) await never()
    const { port1, port2 } = new MessageChannel()
    ask({ kind: 'work', work, decks, port: port2 }, [port2])
    const [stream] = (await answered(once(port1, 'message'))) as [ReadableStream<Answer<T>>]
    port1.close()
    const reader = stream.getReader()
    for (;;) {
      const { done, value } = await answered(reader.read())
      if (isClosed) await never()
      if (done) return
      yield resultOf(value)
    }
  }

  return {
    warm(decks) {
      if (!isClosed) ask({ kind: 'warm', decks })
    },
    print: (decks) => results<PrintedDeck>('print', decks),
    measure: (decks) => results<MeasuredDeck>('measure', decks),
    async close() {
      isClosed = true
      if (!thread) return
      const ended = once(thread, 'exit')
      ask({ kind: 'close' })
      await ended.catch(() => undefined)
    },
  }
}

const never = (): Promise<never> => new Promise(() => undefined)

function resultOf<T>(answer: Answer<T>): T {
  if ('result' in answer) return answer.result
  if ('error' in answer) throw answer.error instanceof Error ? Object.assign(answer.error, answer.details) : answer.error
  const { code, message, hint } = answer.failure
  throw new EnvironmentFailure(code, message, hint)
}
