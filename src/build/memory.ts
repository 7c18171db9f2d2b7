import { createHash } from 'node:crypto'

interface Kept {
  readonly from: readonly unknown[]
  readonly result: unknown
  readonly key?: string
  build: number
}

/** Results by the key of what they are made from; see `kept-plans.ts`, which keeps them on disk. */
export interface Store {
  readonly get: (key: string) => unknown
  readonly set: (key: string, result: unknown) => void
}

/**
 * What pure functions gave, kept from one build to the next: only what changed is parsed and planned again. Within a
 * process it is known by the very things it is made from; a store knows it by what those are made from in turn.
 */
export class Memory {
  /** Where results last longer than this process. */
  store: Store | undefined
  readonly #kept = new Map<string, Kept>()
  /** Keys of results and of their parts. */
  readonly #keys = new WeakMap<object, string>()
  #build = 0

  /** Begins a build; what the one before had no use for is forgotten. */
  begin(): void {
    for (const [name, { build }] of this.#kept) if (build < this.#build) this.#kept.delete(name)
    this.#build += 1
  }

  /** What `make` gave last time under this name, if it is made from the very same things; else what it gives now. */
  once<T>(name: string, from: readonly unknown[], make: () => T): T {
    const kept = this.#kept.get(name)
    if (kept && kept.from.length === from.length && kept.from.every((one, index) => one === from[index])) {
      kept.build = this.#build
      if (kept.key !== undefined) this.store?.set(kept.key, kept.result)
      return kept.result as T
    }
    const key = this.#keyOf(name, from)
    const stored = key === undefined ? undefined : this.store?.get(key)
    return this.#keep(name, from, key, stored === undefined ? make() : (stored as T))
  }

  /** The same for what takes its time: a store alone has it from earlier. */
  async onceMade<T>(name: string, from: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const key = this.#keyOf(name, from)
    const stored = key === undefined ? undefined : this.store?.get(key)
    return this.#keep(name, from, key, stored === undefined ? await make() : (stored as T))
  }

  #keep<T>(name: string, from: readonly unknown[], key: string | undefined, result: T): T {
    // What only hands on one of the things it got is done again in no time.
    const isNew = key !== undefined && isObject(result) && !this.#keys.has(result)
    if (isNew) {
      this.#learn(key, result)
      this.store?.set(key, result)
    }
    this.#kept.set(name, { from, result, build: this.#build, ...(isNew ? { key } : {}) })
    return result
  }

  /** Unknown as soon as one of the things is an object that came from elsewhere. */
  #keyOf(name: string, from: readonly unknown[]): string | undefined {
    const keys = from.map((one) => (isObject(one) ? this.#keys.get(one) : JSON.stringify(one ?? null)))
    return keys.includes(undefined) ? undefined : createHash('sha256').update(JSON.stringify([name, ...keys])).digest('hex')
  }

  /** A result is known by its key, and so is each of its parts. */
  #learn(key: string, result: object): void {
    this.#keys.set(result, key)
    for (const [name, part] of Object.entries(result)) if (isObject(part) && !this.#keys.has(part)) this.#keys.set(part, `${key} ${name}`)
  }
}

const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null
