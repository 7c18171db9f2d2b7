import { Document, isScalar, visit } from 'yaml'
import type { LocalDate } from '../model/post.ts'
import type { Proposal } from '../plan/propose/propose.ts'
import type { FoundDate } from './dates.ts'
import type { Draft } from './found.ts'
import { writeMarkdown } from './markdown.ts'

/** A post as it is written: all that is known of it. */
export interface Ready extends Omit<Draft, 'date'> {
  readonly date?: LocalDate
  /** A day whose year nobody knows. */
  readonly openDate?: FoundDate
}

/** What a post says, without the proposals made for it: as long as this is the same, nothing has changed upstream. */
export function renderCore(post: Ready, body = writeMarkdown(post.root)): string {
  return `---\n${matterOf(post)}---\n\n${body}\n`
}

/** The post's file: front matter, proposals as comments in it, and the whole text. */
export function renderPost(post: Ready, proposal: Proposal | undefined, body = writeMarkdown(post.root)): string {
  const open = post.openDate
    ? `# Texten säger ${post.openDate.day}/${post.openDate.month} men inte vilket år:\n# date: ÅÅÅÅ-${two(post.openDate.month)}-${two(post.openDate.day)}\n`
    : ''
  const offered = proposal ? `\n${proposalLines(proposal)}` : ''
  return `---\n${matterOf(post)}${open}${offered}---\n\n${body}\n`
}

const two = (number: number): string => String(number).padStart(2, '0')

function matterOf({ title, date, series, credit, url, guid, lang, signoff, postscript }: Ready): string {
  const source = defined({ credit, url, guid: guid === url ? undefined : guid })
  return yaml({
    title: oneLine(title),
    date,
    series: series && { name: oneLine(series.name), part: String(series.part) },
    source: Object.keys(source).length > 0 ? source : undefined,
    lang: lang === 'en' ? lang : undefined,
    signoff,
    postscript,
  })
}

const oneLine = (text: string): string => text.replace(/[^\S\u00a0]+/g, ' ').trim()

const defined = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** YAML in which every value is text, as posts are read; no line of it is folded. */
function yaml(values: Readonly<Record<string, unknown>>): string {
  const document = new Document(defined(values), { schema: 'failsafe' })
  visit(document, {
    Scalar: (_key, node) => {
      // A plain scalar that another reader of YAML would take for a number or a date is still text here.
      if (isScalar(node) && typeof node.value === 'string' && /[\u007f-\u009f\u2028\u2029]/.test(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** A first draft of the section, to accept line by line by removing the `#` in front. */
function proposalLines({ idea, story, quote, questions, takeaways, exercise }: Proposal): string {
  const commented = (values: Readonly<Record<string, unknown>>): string => yaml(values).replace(/^(?=.)/gm, '# ')
  return [
    '# Förslag ur texten. Utan dem blir det ändå så här; ta bort # framför det du vill äga och ändra det.',
    '# (A first draft from the text. Remove the # to make a line your own.)',
    commented({ idea }).trimEnd(),
    ...(story.length > 0 ? [commented({ story: [...story] }).trimEnd()] : []),
    ...(quote ? [commented({ quote: { ...quote } }).trimEnd()] : []),
    ...(questions.length > 0 ? [commented({ questions: [...questions] }).trimEnd()] : []),
    ...(takeaways.length > 0 ? [commented({ takeaways: [...takeaways] }).trimEnd()] : []),
    `# ${exercise.reason}`,
    ...(exercise.use
      ? [commented({ exercise: Object.keys(exercise.with).length > 0 ? { use: exercise.use, with: exercise.with } : exercise.use }).trimEnd()]
      : []),
    '',
  ].join('\n')
}
