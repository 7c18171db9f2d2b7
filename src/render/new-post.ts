/** The file name that follows from a title: lower-case ASCII letters and digits with single hyphens. */
export function slugFor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[æœ]/g, (letter) => (letter === 'æ' ? 'ae' : 'oe'))
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** A new post with all its front-matter fields, those that may be missing as comments with an explanation. */
export function renderNewPost(title: string, exercises: readonly string[]): string {
  const first = exercises[0] ?? 'stopp'
  return `---
title: ${JSON.stringify(title)}

# Allt utom titeln får saknas. Ta bort # framför en rad för att använda den.
# (Everything but the title may be left out. Remove the # to use a line.)

# Tanken i en mening, stor nog att fylla en bild:
# idea: Den som sitter still ser mer än den som springer.

# Berättelsen i tre till sex korta rader, en i taget på bilden:
# story:
#   - Så här började det.
#   - Sedan hände något.
#   - Och där stod jag.

# Frågor som får en säljare att stanna upp:
# questions:
#   - När gjorde du så senast?

# Övningen och arbetsbladet. Finns: ${exercises.join(', ') || 'inga ännu'}
# exercise: ${first}
# Med egna värden för övningens {namn}:
# exercise: {use: tre-mal, with: {year: 2027}}

# Det de ska minnas, två eller tre meningar:
# takeaways:
#   - Boka en tom timme i veckan.

# Ett citat, och vem som sa det:
# quote: {text: Här står citatet, by: en kollega}

# Hur många minuter hela avsnittet får ta, övningen medräknad:
# minutes: 30

# Datum, om inlägget har ett (ÅÅÅÅ-MM-DD), och serien det hör till:
# date: 2011-12-24
# series: {name: En säljares juldagbok, part: 24}

# Sista orden, och ett ”Förresten” under dem:
# signoff: Nu åker vi.
# postscript: Förresten, …

# Var texten kommer ifrån:
# source: {credit: Min egen blogg, url: "https://…"}

# En annan bild än den som heter som filen:
# illustration: juldagbok-12-stanna-upp

# Språk, sv eller en:
# lang: sv

# Bilder där texten får bli större än bilden, om det verkligen är meningen:
# overflow: [idea]
---

Skriv inlägget här. Hela texten följer med i talarmanuset.
`
}
