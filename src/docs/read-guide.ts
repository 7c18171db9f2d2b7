/** What the guide to exercises says, for editors and pictures: it is written once, in `exercises/README.md`. */
export interface ExerciseGuide {
  /** What each key is, by its path: `steps.minutes`; `worksheet.title` for the keys of all kinds, `worksheet.lines.rows` for those of one. */
  readonly keys: ReadonlyMap<string, string>
  /** For each kind of block its example in YAML, and the picture that stands beside it. */
  readonly kinds: ReadonlyMap<string, { readonly yaml: string; readonly picture?: string }>
}

/** The path of a key that stands in a table under a chapter and a part of it. */
export function pathIn(chapter: string, part: string, key: string): string {
  if (chapter === 'Every block') return `worksheet.${key}`
  return [...(chapter === 'The kinds' ? ['worksheet'] : []), part, key].filter((one) => one !== '').join('.')
}

/** Reads the tables and examples of the guide: `### name` begins a part, and within “The kinds” a kind. */
export function readGuide(markdown: string): ExerciseGuide {
  const keys = new Map<string, string>()
  const kinds = new Map<string, { yaml: string; picture?: string }>()
  let chapter = ''
  let part = ''
  let picture: string | undefined
  let code: string[] | undefined
  for (const line of markdown.split('\n')) {
    if (code) {
      if (!line.startsWith('```')) code.push(line)
      else {
        if (chapter === 'The kinds') kinds.set(part, { yaml: `${code.join('\n')}\n`, ...(picture === undefined ? {} : { picture }) })
        code = undefined
      }
      continue
    }
    if (line.startsWith('```')) code = []
    const heading = /^(##+) (?:`([^`]+)`|(.*))$/.exec(line)
    if (heading) {
      if (heading[1] === '##') chapter = heading[3] ?? ''
      part = heading[1] === '##' ? '' : (heading[2] ?? '')
      picture = undefined
    }
    picture = /^!\[[^\]]+\]\(([^)]+)\)$/.exec(line)?.[1] ?? picture
    const [, key, about] = /^\| `([^`]+)` \| (.+?) \| [^|]*\|$/.exec(line) ?? []
    if (key && about) keys.set(pathIn(chapter, part, key), about)
  }
  return { keys, kinds }
}
