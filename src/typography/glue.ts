/**
 * Places where Swedish and English do not break a line: a dash never begins one, a number keeps its unit,
 * an abbreviation stays whole (Språkrådet, Svenska skrivregler).
 */

const units = new Set(
  (
    'min minut minuter s sek sekund sekunder h tim timme timmar dag dagar vecka veckor mån månad månader år ' +
    'kr kronor tkr mkr kkr öre % ‰ ° mm cm dm m km g kg t l dl cl st procent personer gånger ' +
    'januari februari mars april maj juni juli augusti september oktober november december ' +
    'jan feb apr aug sept okt nov dec minutes minute hours hour days day weeks week months month years year'
  ).split(' '),
)

const counted = new Set('kl dag sida sid s steg nr kap del punkt rad fråga vecka no page step day part'.split(' '))

/** Abbreviations written with spaces: no break after any but their last part. */
const abbreviations = ['t ex', 'd v s', 'o s v', 'm m', 'm fl', 'bl a', 'fr o m', 't o m', 's k', 'p g a', 'e d', 'e kr', 'f d', 'd y'].map((abbreviation) => abbreviation.split(' '))
/** No other word can be in one before its last. */
const abbreviating = new Set(abbreviations.flatMap((parts) => parts.slice(0, -1)))

const bare = (word: string): string => word.toLowerCase().replace(/[.,;:!?)”"»]+$/u, '').replace(/^[(”"»]+/u, '')

const isNumber = (word: string): boolean => /^[(”"]?[+−–-]?\d[\d.,:/–-]*$/u.test(word)

/** True where the space between two words must not become a line's end. */
export function glued(words: readonly string[], index: number): boolean {
  const before = words[index] as string
  const after = words[index + 1]
  if (after === undefined) return false
  if (/^[–—−-]$/u.test(after)) return true
  if (/^[…:;!?)»”,.]/u.test(after)) return true
  if (isNumber(before) && (units.has(bare(after)) || /^\d/.test(after))) return true
  if (counted.has(bare(before)) && /^\d/.test(after)) return true
  if (/^(?:§|nr|s\.|kl\.)$/iu.test(before)) return true
  return inAbbreviation(words, index)
}

function inAbbreviation(words: readonly string[], index: number): boolean {
  if (!abbreviating.has(bare(words[index] as string))) return false
  return abbreviations.some((parts) => {
    return parts.slice(0, -1).some((_, part) => {
      const start = index - part
      return start >= 0 && parts.every((one, offset) => bare(words[start + offset] ?? '') === one)
    })
  })
}
