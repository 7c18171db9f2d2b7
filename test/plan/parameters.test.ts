import { expect, it } from 'vitest'
import { formatDiagnostics } from '../../src/commands/reporter.ts'
import { parseExercise } from '../../src/parse/exercise.ts'
import { parsePost } from '../../src/parse/post.ts'
import { fillParameters } from '../../src/plan/parameters.ts'

function fill(exercise: string, matter = '') {
  const { exercise: parsed, diagnostics } = parseExercise({ path: 'exercises/mal.yaml', text: exercise })
  const { post } = parsePost({ path: 'posts/a.md', text: `---\ntitle: "{year}"\n${matter}---\nHej {year}.` })
  if (!parsed || !post) throw new Error(formatDiagnostics(diagnostics))
  const filled = fillParameters(parsed, post)
  return { exercise: filled.exercise, post, problems: formatDiagnostics(filled.diagnostics) }
}

const tre = 'title: Tre mål för {year}\nparameters: {year: 2012}\nworksheet: [{kind: lines, title: "Före {year}", rows: 2}]\n'

it('uses the default, or what the post says', () => {
  expect(fill(tre).exercise).toMatchObject({ title: 'Tre mål för 2012', worksheet: [{ title: 'Före 2012' }] })
  expect(fill(tre, 'exercise: {use: mal, with: {year: 2027}}\n').exercise.title).toBe('Tre mål för 2027')
})

it('never reads an inserted value again, and never touches the post', () => {
  const { exercise, post } = fill(tre, 'exercise: {use: mal, with: {year: "{year}{x}"}}\n')
  expect(exercise.title).toBe('Tre mål för {year}{x}')
  expect(post.title).toBe('{year}')
})

it('reports a name without a value at its place in the exercise', () => {
  expect(fill('title: Mål\ninvitation: Skriv {namn}.\n').problems).toContain('exercises/mal.yaml:2:13 error [unknown-parameter] {namn} has no value')
})

it('reports a value that the exercise has no place for', () => {
  expect(fill(tre, 'exercise: {use: mal, with: {yaer: 2027}}\n').problems).toMatchInlineSnapshot(`
    "posts/a.md:3:35 warning [unused-parameter] the exercise mal has no parameter "yaer"
      did you mean "year"?"
  `)
})
