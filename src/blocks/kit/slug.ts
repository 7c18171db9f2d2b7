/** Letters that Unicode does not take apart. */
const whole: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', œ: 'oe' }

/** A stable name of a–z, digits and hyphens for a field: “Affär eller kund” becomes `affar-eller-kund`. */
export function slug(text: string, fallback = 'field'): string {
  const ascii = text
    .toLowerCase()
    .replace(/[ßæøłđðþœ]/gu, (letter) => whole[letter] as string)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return ascii || fallback
}

/** Gives each name only once: the second `lines` becomes `lines-2`. */
export function unique(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    let free = name
    for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`
    taken.add(free)
    return free
  }
}
