import type { Finding, LintFile } from '../file.ts'

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

const secrets: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a password',
    /(?<!\p{L})(?:lösen(?:ord)?(?:et)?|password|passwd|pwd|pin-?kod(?:en)?|wi-?fi-?(?:kod|nyckel)(?:en)?|(?:wi-?fi|nätverks?)-?lösen(?:ord)?(?:et)?)\s*(?:till\s+\p{L}+\s*|for\s+\p{L}+\s*)?(?:[:=]|(?:är|is)\s*[:=]?(?=\s*[”"'“]|\s+\S*\d))\s*[”"'“]?[^\s”"'“]{4,}/giu,
  ],
  [
    'a key',
    /(?<![\p{L}\p{N}])(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|sk-[A-Za-z0-9_-]{20,}|xox[abpr]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{30,}|eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*)|-----BEGIN [A-Z ]*PRIVATE KEY-----|(?<!\p{L})(?:api[ _-]?(?:key|nyckel)|access[ _-]?token|secret[ _-]?key)\s*[:=]\s*\S{8,}/giu,
  ],
]

/** What is about to be shown to a room and printed, and should perhaps not be. */
export function* privateData({ runs, links }: LintFile): Generator<Finding> {
  for (const { from, href } of links) if (/^mailto:/i.test(href)) yield address(from, href.replace(/^mailto:/i, '').replace(/\?.*$/, ''))
  for (const run of runs) {
    for (const match of run.raw.matchAll(email)) {
      yield address(run.from + match.index, match[0])
    }
    for (const [what, pattern] of secrets) {
      for (const match of run.raw.matchAll(pattern)) {
        yield {
          code: 'secret-in-print',
          at: run.from + match.index,
          message: `this looks like ${what}, and would be shown and printed`,
          hint: 'take it out; if it has been in version control, change it as well',
        }
      }
    }
    for (const match of run.raw.matchAll(/(?<!\d)(?:19|20)?(\d{6})[-+]?(\d{4})(?!\d)/g)) {
      if (!isIdentity((match[1] ?? '') + (match[2] ?? ''), match[0].includes('-') || match[0].includes('+') || match[0].length === 12)) continue
      yield {
        code: 'secret-in-print',
        at: run.from + match.index,
        message: 'this looks like a personal identity number, and would be shown and printed',
        hint: 'take it out',
      }
    }
  }
}

const address = (at: number, email: string): Finding => ({
  code: 'email-in-print',
  at,
  message: `the address ${email} would be shown and printed`,
  hint: 'leave it out, or say in the file why it is meant to be there: # check: ignore email-in-print – why',
})

/** A Swedish personal identity number: a day that may exist, and the check digit by Luhn (SKV 704). */
function isIdentity(digits: string, written: boolean): boolean {
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))]
  if (!written || month < 1 || month > 12 || !((day >= 1 && day <= 31) || (day >= 61 && day <= 91))) return false
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}
