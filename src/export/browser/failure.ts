export type EnvironmentCode = 'no-browser' | 'browser-failed' | 'shell-failed' | 'print-failed'

/** Something outside the content is missing or broken; the command line says so and ends with exit code 3. */
export class EnvironmentFailure extends Error {
  override readonly name = 'EnvironmentFailure'
  readonly code: EnvironmentCode
  readonly hint: string

  constructor(code: EnvironmentCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.hint = hint
  }
}

/** What went wrong, without the pages that a browser may say with it. */
export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? ''
}

/** The ways to get a browser, for a message on a terminal. */
export const browserWays = [
  'Install Chrome, Chromium or Edge (on Debian and Ubuntu: apt-get install chromium),',
  'or set SALJVERKSTAD_BROWSER to the program of one that is somewhere else,',
  "or let Playwright fetch its own: npx playwright-chromium install chromium",
].join('\n')
