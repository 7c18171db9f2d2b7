import type { Finding, LintFile } from '../file.ts'

const empty =
  /^(?:(?:en |ett |a |an )?(?:bild|foto|fotografi|skärmdump|image|picture|photo|screenshot|illustration|logo(?:typ)?)\.?|(?:img|dsc|dscn|image|bild|photo|foto|skärmavbild|screenshot)[\s_-]*\d+.*|bild: .*|.*\.(?:jpe?g|png|gif|webp|svg|avif)|untitled.*|namnlös.*)$/i

/** A description tells those who cannot see the picture what it shows. A missing one is an error of its own. */
export function* pictures({ pictures: shown }: LintFile): Generator<Finding> {
  for (const { from, alt } of shown) {
    if (alt.trim() !== '' && empty.test(alt.trim())) {
      yield {
        code: 'weak-alt',
        at: from,
        message: `"${alt.trim()}" does not say what the picture shows`,
        hint: 'write what somebody would miss who cannot see it',
      }
    }
  }
}
