import type { Diagnostic } from '../model/diagnostic.ts'
import { inOrder } from './reporter.ts'

/** How many errors and warnings there are, in figures and in words. */
export function tally(diagnostics: readonly Diagnostic[]): { errors: number; warnings: number; line: string } {
  const all = inOrder(diagnostics)
  const errors = all.filter(({ severity }) => severity === 'error').length
  const warnings = all.length - errors
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean)
  return { errors, warnings, line: parts.join(' and ') || 'no problems' }
}

const counted = (count: number, word: string): string => (count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`)

/** Posts and workshops in words; workshops only where there are any. */
export const amounts = (posts: number, workshops: number): string =>
  [`${posts} posts`, ...(workshops > 0 ? [`${workshops} ${workshops === 1 ? 'workshop' : 'workshops'}`] : [])].join(' and ')
