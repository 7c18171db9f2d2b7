/** Words that open a postscript. */
const afterwards = /^(?:förresten|p\.?\s?s\b\.?|ps:|pps\b|btw\b|by the way|för övrigt)[\s,:.–-]/i

/** True for a paragraph that is added after the end of a post. */
export const isPostscript = (text: string): boolean => afterwards.test(`${text.trim()} `)

/** Longest last line that counts as a sign-off, in characters. */
const longest = 60

/** The last sentence of a short line in a form that compares: "– Nu åker vi!" and "Nu åker vi." are the same. */
export function signoffKey(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length === 0 || line.length > longest + 20) return undefined
  const last = /(?:^|[.!?…]\s+)([^.!?…]{2,}[.!?…]*)$/u.exec(line)?.[1] ?? line
  const key = last
    .toLowerCase()
    .replace(/^[\s–—-]+/u, '')
    .replace(/[\s.!?…)]+$/u, '')
    .trim()
  return key === '' || key.length > longest ? undefined : key
}

/** True when a line closes with one of the known sign-offs, or with one and a word or two more: "Nu åker vi hem." */
export function isSignoff(text: string, known: ReadonlySet<string>): boolean {
  const key = signoffKey(text)
  if (key === undefined) return false
  return known.has(key) || [...known].some((one) => key.startsWith(`${one} `) && key.slice(one.length).trim().split(' ').length <= 2)
}

/** Sign-offs among the last lines of posts: those that at least three of them share. */
export function commonSignoffs(lastLines: Iterable<string>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const line of lastLines) {
    const key = signoffKey(line)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key))
}
