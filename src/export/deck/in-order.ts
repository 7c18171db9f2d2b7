/** Results that are waited for at the same time: whoever does the work is not idle while one of them is used. */
const ahead = 12

/**
 * What becomes of each of many, in their order; some are begun while others are waited for, and no more of them than are
 * soon used. What fails is thrown in its turn.
 */
export async function* inOrder<T, R>(all: readonly T[], work: (one: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  let begun = 0
  const begin = (): void => {
    for (; running.length < ahead && begun < all.length; begun += 1) {
      const result = work(all[begun] as T)
      // Whoever asks for it hears of a failure.
      result.catch(() => undefined)
      running.push(result)
    }
  }
  begin()
  for (let next = running.shift(); next; next = running.shift()) {
    const result = await next
    begin()
    yield result
  }
}
