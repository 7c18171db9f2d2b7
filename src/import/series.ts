/** A heading that places a post in a series: "En säljares juldagbok dag 12". */
export interface SeriesHeading {
  readonly name: string
  readonly part: number
  /** What follows it on the same line: "Resan del 3: Kiruna". */
  readonly rest: string
  /** The heading without what follows, for a post that has no other title. */
  readonly label: string
}

const pattern =
  /^(?<name>\S.{1,78}?)[\s,:–—-]+(?:\(?(?:dag|del|part|day|vecka|week|avsnitt|kapitel|chapter|episod|nr\.?|no\.?)\s*|#)(?<part>\d{1,4})\)?(?:\s*(?:av|of|\/)\s*\d{1,4})?(?:\s*[–—:-]\s*(?<rest>\S.*))?$/iu

/** Reads a line as a series heading; whether it is one shows when others have the same name. */
export function readSeriesHeading(line: string): SeriesHeading | undefined {
  const match = pattern.exec(line.trim())
  const { name, part, rest } = match?.groups ?? {}
  if (!name || !part) return undefined
  const label = rest
    ? line
        .trim()
        .slice(0, line.trim().lastIndexOf(rest))
        .replace(/[\s–—:-]+$/u, '')
    : line.trim()
  return { name: name.trim(), part: Number(part), rest: rest?.trim() ?? '', label }
}

/** Names that at least two headings share, with different numbers; by their spelling in lower case. */
export function seriesNames(lines: Iterable<string>): ReadonlySet<string> {
  const parts = new Map<string, Set<number>>()
  for (const line of lines) {
    const heading = readSeriesHeading(line)
    if (!heading) continue
    const key = heading.name.toLowerCase()
    parts.set(key, (parts.get(key) ?? new Set()).add(heading.part))
  }
  return new Set([...parts].filter(([, numbers]) => numbers.size > 1).map(([name]) => name))
}
