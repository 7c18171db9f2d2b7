/** A position in a source file; lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
}

export type Severity = 'error' | 'warning'

/** Every problem the toolkit can report, as a closed list: the codes are stable and may be searched for. */
export const codes = {
  'not-utf8': 'error',
  'bad-yaml': 'error',
  'bad-front-matter': 'error',
  'missing-key': 'error',
  'unknown-key': 'warning',
  'bad-value': 'error',
  'bad-date': 'error',
  'bad-file-name': 'error',
  'duplicate-slug': 'error',
  'duplicate-key': 'error',
  'missing-exercise': 'error',
  'missing-illustration': 'error',
  'missing-image': 'error',
  'missing-alt': 'error',
  'remote-image': 'error',
  'bad-scene': 'error',
  'bad-link': 'warning',
  'empty-body': 'warning',
  'unknown-character': 'error',
  'unknown-parameter': 'error',
  'unused-parameter': 'warning',
  'minutes-do-not-add-up': 'warning',
  'too-long': 'warning',
  'too-many': 'warning',
  'overflow': 'error',
  'needless-exemption': 'error',
  'slide-failed': 'error',
  'does-not-fit': 'error',
  'changed-by-hand': 'warning',
  'source-changed': 'warning',
  'bad-slides': 'error',
  'no-posts': 'error',
  'bad-time': 'error',
  'missing-post': 'error',
  'missing-logo': 'error',
  'unknown-variant': 'error',
  'overlapping-locks': 'error',
  'section-too-long': 'error',
  'idle-time': 'warning',
  'group-size': 'warning',
  'past-date': 'warning',
  'not-consistent': 'error',
  'bad-row': 'error',
  'duplicate-row': 'warning',
  'bad-list': 'error',
  'not-a-sheet': 'warning',
  'blank-sheet': 'warning',
  'repeated-sheet': 'warning',
  'damaged-sheet': 'error',
  'other-version': 'warning',
  'flattened-sheet': 'error',
  'too-few-answers': 'warning',
  'bad-source': 'error',
  'bad-item': 'error',
  'repaired': 'warning',
  'lost-letters': 'warning',
  'dropped': 'warning',
  'picture-left-out': 'warning',
  'excerpt-only': 'warning',
  'open-date': 'warning',
  'skipped-post': 'warning',
  'changed-upstream': 'warning',
  'quote-mark': 'warning',
  'double-space': 'warning',
  'hyphen-for-dash': 'warning',
  'long-beat': 'warning',
  'not-a-question': 'warning',
  'no-room': 'warning',
  'dead-link': 'warning',
  'weak-alt': 'warning',
  'email-in-print': 'warning',
  'secret-in-print': 'warning',
  'bad-ignore': 'warning',
  'needless-ignore': 'warning',
} as const satisfies Record<string, Severity>

export type Code = keyof typeof codes

/** A problem found in what a person wrote: what, why, where, and what to do about it. */
export interface Diagnostic extends Place {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
}

/** Makes a diagnostic with the severity its code stands for. */
export function diagnostic(code: Code, place: Place, message: string, hint?: string): Diagnostic {
  const { path, line, column } = place
  return { path, line, column, code, severity: codes[code], message, ...(hint === undefined ? {} : { hint }) }
}

/** The first character of a file: where a problem of the whole file stands. */
export const fileStart = (path: string): Place => ({ path, line: 1, column: 1 })
