interface Kept {
  readonly from: readonly unknown[]
  readonly result: unknown
  build: number
}

/**
 * What pure functions gave, kept from one build of a process to the next: while one watches, only what changed is
 * parsed and planned again.
 */
export class Memory {
  readonly #kept = new Map<string, Kept>()
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
      return kept.result as T
    }
    const result = make()
    this.#kept.set(name, { from, result, build: this.#build })
    return result
  }
}
