import type { Readable, Writable } from 'node:stream'

/** What a command of the Chrome DevTools Protocol takes, and what it or an event gives. */
export type Values = Readonly<Record<string, unknown>>

/** What a page wants to know. */
interface Listener {
  readonly event: (event: string, values: Values) => void
  /** The browser is given up. */
  readonly lost: (reason: BrowserLost) => void
}

interface Waiting {
  readonly sessionId: string | undefined
  readonly resolve: (values: Values) => void
  readonly reject: (reason: Error) => void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Values
  readonly result?: Values
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

/** The browser is gone, or does not answer. */
export class BrowserLost extends Error {
  override readonly name = 'BrowserLost'
}

/** The Chrome DevTools Protocol over two pipes: messages in JSON, each ended by a zero byte. */
export class Protocol {
  readonly #out: Writable
  /** How long something may take, in milliseconds. */
  readonly patience: number
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Map<string, Listener>()
  #lost: BrowserLost | undefined
  #last = 0

  /** `patience` is how long a command may take, in milliseconds. */
  constructor(out: Writable, input: Readable, patience: number) {
    this.#out = out
    this.patience = patience
    out.on('error', () => this.end('The browser is gone'))
    input.on('error', () => this.end('The browser is gone')).on('end', () => this.end('The browser is gone'))
    const parts: Buffer[] = []
    input.on('data', (part: Buffer) => {
      let start = 0
      for (let end = part.indexOf(0); end >= 0; end = part.indexOf(0, start)) {
        const message = Buffer.concat([...parts.splice(0), part.subarray(start, end)]).toString('utf8')
        this.#take(JSON.parse(message) as Message)
        start = end + 1
      }
      parts.push(part.subarray(start))
    })
  }

  get isLost(): boolean {
    return this.#lost !== undefined
  }

  /** Gives a command to the browser, or to one of its pages. @throws {BrowserLost} or {Error} with what the browser says */
  send(method: string, params: Values = {}, sessionId?: string): Promise<Values> {
    return new Promise((resolve, reject) => {
      if (this.#lost) return reject(this.#lost)
      const id = (this.#last += 1)
      const timer = setTimeout(() => this.end(`The browser has not answered ${method} for ${this.patience / 1000} seconds`), this.patience)
      const settle = <T>(then: (value: T) => void) => (value: T): void => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        then(value)
      }
      this.#waiting.set(id, { sessionId, resolve: settle(resolve), reject: settle(reject) })
      this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
    })
  }

  /** Hands a page's events to whoever listens, and the loss of the browser. */
  listen(sessionId: string, listener: Listener): void {
    this.#listeners.set(sessionId, listener)
  }

  /** Forgets a page: what is still asked of it fails. */
  forget(sessionId: string): void {
    this.#listeners.delete(sessionId)
    for (const waiting of [...this.#waiting.values()]) if (waiting.sessionId === sessionId) waiting.reject(new Error('The page was closed'))
  }

  /** Gives the browser up: everything that is still waited for fails. */
  end(reason: string): void {
    if (this.#lost) return
    const lost = (this.#lost = new BrowserLost(reason))
    for (const { reject } of this.#waiting.values()) reject(lost)
    for (const listener of this.#listeners.values()) listener.lost(lost)
  }

  #take({ id, method, params = {}, result = {}, error, sessionId }: Message): void {
    if (id === undefined) {
      if (method !== undefined && sessionId !== undefined) this.#listeners.get(sessionId)?.event(method, params)
      return
    }
    const waiting = this.#waiting.get(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result)
  }
}
