/** Finds the line of a position in a text, from 1; asking often costs little. */
export function lineFinder(text: string): (position: number) => number {
  let ends: number[] | undefined
  return (position) => {
    ends ??= [...text.matchAll(/\n/g)].map(({ index }) => index)
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < position) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
