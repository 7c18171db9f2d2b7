import type { LocalDate } from '../model/post.ts'

export interface NewWorkshop {
  readonly title: string
  readonly client?: string
  readonly date: LocalDate
  readonly start: string
  readonly end: string
  readonly posts: readonly { readonly slug: string; readonly title: string; readonly minutes: number; readonly variants: readonly string[] }[]
}

/** A new workshop with all its keys, those that may be missing as comments with an explanation. */
export function renderNewWorkshop({ title, client, date, start, end, posts }: NewWorkshop): string {
  const [first] = posts
  return `# Bygg med npm run build, visa med npm run present -- och filens namn.
title: ${JSON.stringify(title)}
${client ? `client: ${JSON.stringify(client)}` : '# client: Kundens namn, som står på bilderna och arbetsboken'}

# Dagen, och klockan på väggen (båda tiderna samma dag):
date: ${date}
start: "${start}"
end: "${end}"

# Allt nedanför utom sections får saknas. Ta bort # framför en rad för att använda den.
# (Everything below but sections may be left out. Remove the # to use a line.)

# trainer: Ditt namn
# place: Sal 2, huvudkontoret

# Hur många som kommer, eller en lista med deras namn (CSV, namn;företag):
# participants: 12
# participants: deltagare.csv

# Kundens logotyp, en bild bredvid den här filen (PNG, JPEG eller SVG):
# logo: kunden.png

# Minuter att börja och sluta med:
opening: 15
closing: 15

# Inläggen i den ordning de kommer. Ett inlägg kan få andra minuter, en annan titel, en kortare
# variant av sin övning, egna värden för övningens {namn}, eller en tid det måste börja (at):
sections:
${posts.map(({ slug, title: name, minutes }) => `  - ${slug} # ${name}, ${minutes} minuter`).join('\n')}
#  - {post: ${first?.slug ?? 'ett-inlagg'}, minutes: ${first?.minutes ?? 30}, variant: ${JSON.stringify(first?.variants[0] ?? 'Kort variant')}, at: "${start}"}

# Pauserna läggs in där de gör mest nytta. Vill du bestämma själv:
# breaks:
#   - {minutes: 20}
#   - {title: Lunch, at: "12:00", minutes: 60}
#   - {minutes: 15, after: ${first?.slug ?? 'ett-inlagg'}}

# Språk på det rummet ser (sv eller en), papper (A4 eller Letter) och tidszon:
# lang: sv
# paper: A4
# zone: Europe/Stockholm

# Lovar en övning något till ett datum som redan har varit? keep låter det stå, move flyttar det
# till workshoppens år:
# pastDates: keep
`
}
