import type { WorksheetBlock } from '../../blocks/index.ts'
import type { Finding, LintFile } from '../file.ts'

/** A worksheet is for writing on. */
export function* room({ exercise, source }: LintFile): Generator<Finding> {
  if (!exercise) return
  const blocks = exercise.worksheet
  const offset = (path: string): number => {
    const place = exercise.places[path]
    return place
      ? source.text
          .split('\n')
          .slice(0, place.line - 1)
          .reduce((sum, line) => sum + line.length + 1, 0) +
          place.column -
          1
      : 0
  }
  const writable = (block: WorksheetBlock): boolean => {
    if (block.kind === 'text') return false
    if (block.kind !== 'steps') return true
    return block.items ? block.items.some(({ rows }) => (rows ?? 2) > 0) : exercise.steps.some(({ rows }) => (rows ?? 0) > 0)
  }
  const all: readonly WorksheetBlock[] = blocks.length > 0 ? blocks : [{ kind: 'steps' }]
  if (!all.some(writable)) {
    yield {
      code: 'no-room',
      at: offset(blocks.length > 0 ? 'worksheet' : 'steps'),
      message: 'the worksheet has no room to write',
      hint: 'give it a block such as {kind: lines, prompt: …, rows: 4}, or give steps their rows',
    }
    return
  }
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'text' && /\?\s*$/.test(block.text) && !blocks.slice(index + 1, index + 2).some(writable)) {
      yield {
        code: 'no-room',
        at: offset(`worksheet.${index}`),
        message: 'the sheet asks something here and leaves no room for the answer',
        hint: 'make the question the prompt of a lines block',
      }
    }
  }
}
