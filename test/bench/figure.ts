/** What was measured under one name. */
export interface Figure {
  /** Seconds, one for each time it was done. */
  readonly samples: readonly number[]
  /** How many such pieces the whole has, where only some were done: twenty sections, of which three. */
  readonly times?: number
  /** The most that all processes held together, in bytes. */
  readonly memory?: number
}

/** Everything measured so far. */
export class Figures {
  readonly #figures = new Map<string, Figure>()

  get(name: string): Figure | undefined {
    return this.#figures.get(name)
  }

  /** Adds samples to what there is under a name. */
  add(name: string, seconds: readonly number[], more: Omit<Figure, 'samples'> = {}): void {
    const { samples = [], memory = 0 } = this.#figures.get(name) ?? {}
    const most = Math.max(memory, more.memory ?? 0)
    this.#figures.set(name, { ...more, samples: [...samples, ...seconds], ...(most > 0 && { memory: most }) })
  }

  entries(): [string, Figure][] {
    return [...this.#figures]
  }
}

/** The value in the middle; of an even number the mean of the two there. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? NaN : (low + high) / 2
}

/** The median of the whole, in seconds. */
export const secondsOf = ({ samples, times = 1 }: Figure): number => median(samples) * times
