import { describe, expect, it } from 'vitest'
import { formatDiagnostics } from '../../src/commands/reporter.ts'
import { parseExercise } from '../../src/parse/exercise.ts'

const parse = (text: string) => parseExercise({ path: 'exercises/stopp.yaml', text })
const reported = (text: string): string => formatDiagnostics(parse(text).diagnostics)

describe('an exercise', () => {
  it('reads steps, blocks and debrief with their defaults', () => {
    const { exercise, diagnostics } = parse(`
title: STOPP
timing: 6
materials: [{item: Penna}]
steps:
  - {title: Stanna, minutes: 2}
  - {title: Tänk, minutes: 3, mode: pairs, rows: 2, prompt: Vad vet du?}
worksheet:
  - {kind: steps}
  - {kind: promise, title: Mitt löfte, shareable: true}
debrief: [{question: Vad hände?}]
`)
    expect(diagnostics).toEqual([])
    expect(exercise).toMatchObject({
      id: 'stopp',
      steps: [{ title: 'Stanna', minutes: 2, mode: 'alone' }, { mode: 'pairs', rows: 2 }],
      materials: [{ item: 'Penna', per: 'person', quantity: 1 }],
      worksheet: [{ kind: 'steps' }, { kind: 'promise', shareable: true }],
      debrief: [{ question: 'Vad hände?', minutes: 1 }],
    })
  })

  it('reports minutes that do not add up, without refusing the exercise', () => {
    const text = 'title: A\ntiming: 20\nsteps: [{title: B, minutes: 5}]\n'
    expect(parse(text).exercise).toBeDefined()
    expect(reported(text)).toMatchInlineSnapshot(`
      "exercises/stopp.yaml:2:9 warning [minutes-do-not-add-up] "timing" says 20 minutes, but steps and debrief add up to 5
        change "timing" to 5, or the minutes of a step"
    `)
  })

  it('suggests the kind of block that was meant', () => {
    expect(reported('title: A\nworksheet:\n  - {kind: colums}\n')).toMatchInlineSnapshot(`
      "exercises/stopp.yaml:3:12 error [bad-value] there is no kind of block called "colums"
        did you mean "columns"?"
    `)
  })

  it('finds unknown keys in steps and blocks', () => {
    const found = reported('title: A\nsteps:\n  - {title: B, minutes: 1, minuts: 2}\nworksheet:\n  - {kind: lines, row: 3}\n')
    expect(found).toContain('3:28 warning [unknown-key] "minuts"')
    expect(found).toContain('5:19 warning [unknown-key] "row"')
    expect(found).toContain('did you mean "rows"?')
  })

  it('notices a text that a comma cut in two', () => {
    expect(reported('title: A\ndebrief:\n  - {question: Vad hände, och varför?, minutes: 2}\n')).toMatchInlineSnapshot(`
      "exercises/stopp.yaml:3:27 warning [unknown-key] "och varför?" is not a key here, so it is ignored
        if it belongs to the text before it, put that whole text in "quotation marks""
    `)
  })

  it('demands that its id is its file name', () => {
    expect(reported('id: stop\ntitle: A\n')).toContain('1:5 error [bad-value] "id" is stop, but the file is called stopp')
  })
})
