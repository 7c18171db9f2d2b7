import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Deck } from '../../model/slide.ts'
import { programFile } from '../../program.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import type { ShellOptions } from '../shell/index.ts'
import type { DeckPrinter, Found, Printed } from './printer.ts'

/** A deck to be printed, or only to be measured. */
export interface Work {
  readonly kind: 'work'
  readonly id: number
  readonly work: 'print' | 'measure'
  readonly deck: Deck
}

/** What the thread is asked. */
export type PrinterRequest = Work | { readonly kind: 'warm'; readonly decks: number } | { readonly kind: 'close' }

/** What the thread says: that it has to build a shell first, and what became of a deck. Errors themselves may not survive the way. */
export type PrinterAnswer =
  | { readonly kind: 'building' }
  | { readonly kind: 'done'; readonly id: number; readonly found: Found }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Pick<EnvironmentFailure, 'code' | 'message' | 'hint'> }
  | { readonly kind: 'thrown'; readonly id: number; readonly message: string; readonly details: object }

interface Waiting {
  readonly resolve: (found: Found) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Opens a printer that works in a thread of its own, so that the browser is spoken to and PDFs are finished while this
 * thread plans and makes worksheets. A shell that cannot be built is reported when it prints. A thread that is lost is
 * reported as `print-failed`, and there is another one next time. Who still waits when it is closed is told nothing.
 */
export async function openRemotePrinter({ onBuild, ...shell }: ShellOptions): Promise<DeckPrinter> {
  const program = await programFile('printer-thread')
  const waiting = new Map<number, Waiting>()
  let last = 0
  let thread: Worker | undefined
  let isClosed = false

  function start(): Worker {
    const started = new Worker(program, { workerData: shell })
    let reason: unknown
    started.on('message', (answer: PrinterAnswer) => {
      if (answer.kind === 'building') onBuild?.()
      else if (!isClosed) settle(answer)
    })
    started.on('error', (error) => (reason = error))
    started.on('exit', () => {
      if (thread === started) thread = undefined
      if (isClosed) return
      const lost = new EnvironmentFailure('print-failed', 'The thread that prints has ended.', 'Try once more; if it stays, there may be too little memory.', reason)
      for (const { reject } of waiting.values()) reject(lost)
      waiting.clear()
    })
    return started
  }

  function settle(answer: Exclude<PrinterAnswer, { kind: 'building' }>): void {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.kind === 'done') asked?.resolve(answer.found)
    else asked?.reject(errorOf(answer))
  }

  const ask = (request: PrinterRequest): void => (thread ??= start()).postMessage(request)

  const workOn = (work: Work['work'], deck: Deck): Promise<Found> =>
    new Promise((resolve, reject) => {
      if (isClosed) return
      const id = (last += 1)
      ask({ kind: 'work', id, work, deck })
      waiting.set(id, { resolve, reject })
    })

  return {
    warm(decks) {
      if (!isClosed) ask({ kind: 'warm', decks })
    },
    print: (deck) => workOn('print', deck) as Promise<Printed>,
    measure: (deck) => workOn('measure', deck),
    async close() {
      isClosed = true
      if (!thread) return
      const ended = once(thread, 'exit')
      ask({ kind: 'close' })
      await ended.catch(() => undefined)
    },
  }
}

function errorOf(answer: Extract<PrinterAnswer, { kind: 'failed' | 'thrown' }>): unknown {
  if (answer.kind === 'thrown') return Object.assign(new Error(answer.message), answer.details)
  const { code, message, hint } = answer.failure
  return new EnvironmentFailure(code, message, hint)
}
