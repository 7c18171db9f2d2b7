/**
 * Waits for answers of something that may fail as a whole: then all of them fail. (`Promise.race` with a promise that says so
 * would keep every answer in memory until it is settled.)
 */
export class Asked {
  readonly #patience: number
  readonly #open = new Set<(reason: Error) => void>()
  #failure: Error | undefined

  /** `patience` is in milliseconds. */
  constructor(patience: number) {
    this.#patience = patience
  }

  /** Fails everything that is still waited for, and all that comes after; the first reason stays. */
  fail(reason: Error): void {
    this.#failure ??= reason
    for (const reject of this.#open) reject(this.#failure)
  }

  /** An answer, unless there is a failure before it; `late` is what to say of one that does not come. */
  async orFail<T>(answer: Promise<T>, late?: string): Promise<T> {
    let over = (): void => undefined
    try {
      return await new Promise<T>((resolve, reject) => {
        answer.then(resolve, reject)
        if (this.#failure) return reject(this.#failure)
        const timer = late === undefined ? undefined : setTimeout(() => reject(new Error(`${late} for ${this.#patience / 1000} seconds`)), this.#patience)
        this.#open.add(reject)
        over = () => {
          this.#open.delete(reject)
          clearTimeout(timer)
        }
      })
    } finally {
      over()
    }
  }
}
