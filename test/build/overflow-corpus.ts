/** Posts and exercises whose texts are far longer, wider or more than anybody would write on purpose. */
export interface Overlong {
  readonly name: string
  /** Front matter without the title, as values. */
  readonly post?: Readonly<Record<string, unknown>>
  readonly body?: string
  readonly exercise?: Readonly<Record<string, unknown>>
  /** Keys whose text no slide can hold: each must be reported where it stands. */
  readonly reported?: readonly string[]
}

const sentence = 'Vi åkte hela vägen till Kiruna för att fråga om de var nöjda, och det var de nästan. '
const words = (count: number): string => sentence.repeat(Math.ceil(count / 17)).split(' ').slice(0, count).join(' ')
const list = (count: number, item: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => item(index))
/** A word of Swedish parts, and one that no rule divides. */
const compound = 'kundnöjdhetsundersökningsuppföljningsansvarig'.repeat(5).slice(0, 200)
const unbreakable = 'x'.repeat(200)

const step = (more: object): object => ({ title: 'Skriv', minutes: 5, do: 'Skriv tre saker.', ...more })
const exercise = (more: object): Record<string, unknown> => ({ title: 'Rutor', invitation: 'Ta fram en penna.', purpose: 'Att välja.', steps: [step({})], debrief: [{ question: 'Vad hände?', minutes: 3 }], ...more })
const table = (columns: number, rows: number, cell: (column: number) => string): string =>
  [list(columns, (column) => `Rubrik ${column}`), list(columns, () => '---'), ...list(rows, () => '').map(() => list(columns, cell))].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** A case for each place where a text can stand, with this text in it. */
const everywhere = (name: string, text: string): Overlong[] => [
  { name: `${name} as title`, post: { title: text } },
  { name: `${name} as series, idea and credit`, post: { series: { name: text, part: 3 }, idea: text, source: { credit: text } } },
  { name: `${name} in story, questions and quote`, post: { story: [text, `Och ${text} igen.`], quote: { text, by: text }, questions: [text, 'Varför?', text] } },
  { name: `${name} in the last words`, post: { takeaways: [text, text], signoff: text } },
  { name: `${name} as postscript`, post: { postscript: text, signoff: 'Nu åker vi.' } },
  { name: `${name} in a table`, body: table(2, 2, () => text) },
  { name: `${name} over a table`, body: `## ${text}\n\n${table(2, 2, () => 'cell')}` },
  { name: `${name} as exercise`, exercise: exercise({ title: text, purpose: text }) },
  { name: `${name} as invitation`, exercise: exercise({ invitation: text }) },
  { name: `${name} as step`, exercise: exercise({ steps: [step({ title: text }), step({ do: text })] }) },
  { name: `${name} in the debrief`, exercise: exercise({ debrief: [{ question: text, minutes: 2 }] }) },
]

export const overlong: readonly Overlong[] = [
  { name: 'a post of 5,000 words and nothing else', body: words(5000) },
  { name: 'a post of 5,000 words in paragraphs', body: list(50, () => words(100)).join('\n\n') },
  { name: 'a title of 60 words', post: { title: words(60) } },
  { name: 'a title of 1,000 words', post: { title: words(1000) }, reported: ['title'] },
  { name: 'an idea of 80 words', post: { idea: words(80) } },
  { name: 'an idea of 500 words', post: { idea: words(500) }, reported: ['idea'] },
  { name: 'a quote of 90 words', post: { quote: { text: words(90), by: words(12) } } },
  { name: 'a quote of 800 words', post: { quote: { text: words(800) } }, reported: ['quote.text'] },
  { name: 'a quote by somebody with 300 words', post: { quote: { text: 'Kort.', by: words(300) } }, reported: ['quote.by'] },
  { name: 'a story of 60 beats', post: { story: list(60, (index) => `Beat ${index + 1} är precis så lång som en mening brukar vara.`) } },
  { name: 'a beat of 1,000 words', post: { story: ['Först.', words(1000), 'Sist.'] } },
  { name: 'a beat of 300 words without a full stop', post: { story: [words(300).replaceAll(/[.,]/g, '')] } },
  { name: 'sixty questions', post: { questions: list(60, (index) => `Fråga ${index + 1}: när gjorde du så senast?`) } },
  { name: 'a question of 70 words', post: { questions: ['Varför?', words(70)] } },
  { name: 'a question of 400 words', post: { questions: ['Varför?', words(400)] }, reported: ['questions.1'] },
  { name: 'sixty takeaways', post: { takeaways: list(60, (index) => `Sak nummer ${index + 1} att ta med sig.`), signoff: 'Nu åker vi.', postscript: 'Förresten, det snöar.' } },
  { name: 'a takeaway of 500 words', post: { takeaways: [words(500)] } },
  { name: 'a postscript of 300 words', post: { postscript: words(300) }, reported: ['postscript'] },
  { name: 'a sign-off of 30 words', post: { signoff: words(30) } },
  { name: 'a sign-off of 300 words', post: { signoff: words(300) }, reported: ['signoff'] },
  { name: 'a credit of 60 words', post: { source: { credit: words(60) } } },
  { name: 'a series of 20 words', post: { series: { name: words(20), part: 12 } } },
  { name: 'a series of 400 words', post: { series: { name: words(400) } }, reported: ['series.name'] },
  { name: 'a wide table', body: table(12, 5, (column) => `Värde ${column}`) },
  { name: 'a long table', body: table(3, 60, () => 'En cell med några ord i sig') },
  { name: 'a table under a heading of 40 words', body: `## ${words(40)}\n\n${table(3, 8, () => 'cell')}` },
  { name: 'a table with a cell of 300 words', body: table(3, 1, () => words(300)), reported: ['body.tables.0'] },
  { name: 'a tall image', body: '![En hög bild](tall.png)' },
  { name: 'a wide image', body: '![En bred bild](wide.png)' },
  { name: 'an exercise with 60 steps', exercise: exercise({ steps: list(60, (index) => `Steg ${index}`).map((title) => step({ title, minutes: 1 })) }) },
  { name: 'a step with 200 words to do', exercise: exercise({ steps: [step({ do: words(60) }), step({ do: words(200) })] }), reported: ['steps.1.do'] },
  { name: 'a step with a title of 30 words', exercise: exercise({ steps: [step({ title: words(30) })] }) },
  { name: 'an exercise with a title of 30 words', exercise: exercise({ title: words(30) }) },
  { name: 'an invitation of 70 words and as long a purpose', exercise: exercise({ invitation: words(70), purpose: words(70) }) },
  { name: 'an invitation of 300 words', exercise: exercise({ invitation: words(300) }), reported: ['invitation'] },
  { name: 'a debrief of 40 questions', exercise: exercise({ debrief: list(40, (index) => `Fråga ${index + 1}: vad hände med dig?`).map((question) => ({ question, minutes: 1 })) }) },
  { name: 'a debrief with a question of 60 words', exercise: exercise({ debrief: [{ question: words(60), minutes: 3 }] }) },
  ...everywhere('a compound of 40 letters', 'Försäljningsstrategiutvecklingsprogrammet'),
  ...everywhere('a word of 200 letters', compound),
  ...everywhere('a word of 200 letters that no rule divides', unbreakable),
  ...everywhere('an address', `https://example.org/${'en/mycket/lang/vag/'.repeat(9)}`),
  ...everywhere('capitals', 'ÅÄÖWWWMMM '.repeat(12).trim()),
]
