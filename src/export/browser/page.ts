import { Asked } from './asked.ts'
import type { Protocol, Values } from './protocol.ts'

/** A size in pixels, of which there are 96 to an inch. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A page of a browser. Everything it is asked for fails as soon as one of its scripts fails or it crashes. */
export interface Page {
  /** Goes to an address; fulfilled when everything there is loaded. */
  goto(url: string): Promise<void>
  /** What an expression gives, or the promise it gives, as JSON can carry it. @throws {ScriptError} */
  evaluate<T>(expression: string): Promise<T>
  /** Prints so many pages of this size; tagged, with backgrounds and without margins. */
  pdf(size: Size, pages: number): Promise<Uint8Array>
  /** Any command of the Chrome DevTools Protocol. */
  send(method: string, params?: Values): Promise<Values>
  /** Follows its events. */
  on(event: string, listener: (values: Values) => void): void
  close(): Promise<void>
}

/** A script of a page has failed. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError'
}

interface Thrown {
  readonly text: string
  readonly exception?: { readonly description?: string; readonly value?: unknown }
}

export async function openPage(protocol: Protocol): Promise<Page> {
  const { targetId } = await protocol.send('Target.createTarget', { url: 'about:blank', newWindow: true })
  const { sessionId } = (await protocol.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const listeners = new Map<string, Set<(values: Values) => void>>()
  const on: Page['on'] = (event, listener) => void listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
  const asked = new Asked(protocol.patience)
  protocol.listen(sessionId, { event: (event, values) => listeners.get(event)?.forEach((listener) => listener(values)), lost: (reason) => asked.fail(reason) })
  const send: Page['send'] = (method, params) => asked.orFail(protocol.send(method, params, sessionId))

  on('Runtime.exceptionThrown', ({ exceptionDetails }) => asked.fail(new ScriptError(messageOf(exceptionDetails as Thrown))))
  // Nobody is there to answer what a page asks.
  on('Page.javascriptDialogOpening', () => void send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined))
  on('Inspector.targetCrashed', () => asked.fail(new Error('The page crashed')))
  const loaded = (): Promise<void> => new Promise((resolve) => on('Page.loadEventFired', () => resolve()))

  // A window behind another one draws nothing, unless it is made to believe that it is in front.
  await Promise.all([
    ...['Page', 'Runtime', 'Inspector'].map((domain) => send(`${domain}.enable`)),
    send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    send('Emulation.setEmulatedMedia', { media: 'screen' }),
  ])
  return {
    on, send,
    async goto(url) {
      const whole = loaded()
      const { errorText } = await send('Page.navigate', { url })
      if (typeof errorText === 'string') throw new Error(`${url}: ${errorText}`)
      await asked.orFail(whole, `${url} has not loaded`)
    },
    async evaluate<T>(expression: string): Promise<T> {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      if (exceptionDetails) throw new ScriptError(messageOf(exceptionDetails as Thrown))
      return (result as { value: T }).value
    },
    async pdf({ width, height }, pages) {
      const { data } = await send('Page.printToPDF', {
        paperWidth: width / 96, paperHeight: height / 96, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0,
        printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true,
        // Without an explicit last page there is a blank one at the end.
        pageRanges: `1-${pages}`,
      })
      return Buffer.from(String(data), 'base64')
    },
    async close() {
      asked.fail(new Error('The page was closed'))
      protocol.forget(sessionId)
      await protocol.send('Target.closeTarget', { targetId }).catch(() => undefined)
    },
  }
}

/** The first line of what was thrown, without the name of its kind. */
function messageOf({ text, exception }: Thrown): string {
  const said = exception?.description ?? (typeof exception?.value === 'string' ? exception.value : text)
  return said.split('\n', 1)[0]?.replace(/^(?:Uncaught )?\w*Error: /, '') ?? text
}
