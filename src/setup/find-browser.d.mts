export interface FoundBrowser {
  /** The program to start. */
  readonly path: string
  readonly source: 'environment' | 'installed' | 'playwright'
}

/** What finding asks of the machine; tests give one of their own. */
export interface Machine {
  readonly platform: string
  readonly home: string
  isFile(file: string): boolean
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Every usable browser, best first: the one `SALJVERKSTAD_BROWSER` names (then no other), installed ones, Playwright's. */
export function findBrowsers(env?: Environment, machine?: Machine): FoundBrowser[]

/** The best browser of `findBrowsers`, if there is one. */
export function findBrowser(env?: Environment, machine?: Machine): FoundBrowser | undefined
