/** A new exercise that can be built as it is, with all its keys, those that may be missing as comments with an explanation. */
export function renderNewExercise(title: string, schema: string): string {
  return `# yaml-language-server: $schema=${schema}

# Allt utom titeln får saknas. Ta bort # framför en rad för att använda den. Alla sorters block står med bild i
# exercises/README.md. (Everything but the title may be left out. Remove the # to use a line.)

title: ${JSON.stringify(title)}

# Vad övningen är till för, i en mening:
# purpose: Att höra vad kunden faktiskt säger.

# Vad var och en har med sig därifrån:
# outcome: Alla har en fråga att ställa i morgon.

# Alla minuter, stegen och samtalet efteråt. npm run check säger till när de inte går ihop:
# timing: 15

# Hur många den passar för, och hur de sitter (alone, pairs, fours, everyone):
# group: {min: 2, max: 24, mode: pairs}

# Vad som ska finnas i rummet, till var och en (person), varje grupp (group) eller en gång (room):
# materials:
#   - {item: Arbetsblad, per: person, quantity: 1}
#   - {item: Blädderblock, per: room, quantity: 1}

# Dina första ord, att säga högt:
# invitation: Tänk på ett möte som inte blev som du hade tänkt dig.

# Meningen under bladets titel. Utan den står inbjudan där:
# lead: Tre frågor om ett möte.

# De korta raderna överst på bladet. Den första är för namnet:
# head: [Namn, Kund, Datum]

# Stegen. letter är den stora bokstaven (annars en siffra), say det du säger, do det de gör, prompt frågan på bladet och
# rows raderna att skriva på:
steps:
  - title: Skriv
    minutes: 5
    mode: alone
    # letter: S
    # say: Skriv det första du kommer att tänka på.
    do: Svara på frågan på bladet.
    # prompt: Vad hände egentligen?
    # rows: 3
  - title: Berätta
    minutes: 5
    mode: pairs
    do: Välj ett svar och berätta om det för din granne.

# Bladets block, uppifrån och ned. shareable ger en ruta att kryssa i för den som gärna berättar för gruppen, key ett
# namn som svaren behåller när du ändrar i frågan:
worksheet:
  - kind: lines
    title: Frågan
    prompt: Vad lade du märke till?
    rows: 4
    # hint: En mening räcker.
    # key: markte
    # shareable: true
  # - {kind: text, text: Något att läsa.}
  # - {kind: box, title: Rita, height: 40}
  # - {kind: steps}
  # - {kind: columns, columns: [{title: Mer av}, {title: Mindre av}], rows: 4}
  # - {kind: table, columns: [{title: Vem}, {title: Hur många, type: number}, {title: Klart, type: check}], rows: 4}
  # - {kind: scale, items: [Jag lyssnar färdigt, Jag frågar vidare], labels: [Aldrig, Alltid], points: 5}
  # - {kind: spectrum, poles: [[Känsla, Plan]], marks: [jag, laget]}
  # - {kind: radar, axes: [Mod, Tålamod, Nyfikenhet], levels: 5, series: [Jag, Min kund]}
  # - {kind: matrix, x: [Lite, Mycket], y: [Sällan, Ofta], quadrants: [Ett, Två, Tre, Fyra]}
  # - {kind: checklist, items: [Läst på, Ringt]}
  # - {kind: ranking, items: [Fråga, Lyssna], note: 1 är det viktigaste.}
  # - {kind: circles, rings: [Litar på mig, Känner mig], rows: 2}
  # - {kind: card, style: museum, title: Skylten, fields: [{label: Namn, rows: 1}]}
  # - {kind: letter, salutation: Hej du!, rows: 6, opens: Öppnas om ett år}
  # - {kind: promise, title: Mitt löfte, rows: 1, date: true, signature: true}

# Frågor efteråt, från det som hände till det som ska göras:
debrief:
  - {question: Vad hörde du som du vill pröva själv?, minutes: 5}

# Det som får den att fungera, och det som brukar gå fel:
# tips: [Börja själv med ett eget exempel.]
# pitfalls: [Det blir allmänt. Be om ett möte med namn och datum.]

# Andra sätt att göra den, till exempel kortare. steps är minuter för varje steg:
# variants:
#   - {title: Kort variant, minutes: 8, text: Berätta bara för grannen., steps: [3, 3], debrief: [2]}

# Det som ska hända senare, en tid efteråt (P14D är fjorton dagar) eller ett datum:
# followUp:
#   - {after: P14D, text: Vad blev det av frågan?}
#   - {on: "{year}-12-31", text: Öppna kuvertet.}

# Ord som ett inlägg får bestämma; skriv {year} i en text:
# parameters: {year: 2027}
`
}
