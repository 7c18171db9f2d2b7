/** What every command can be told. Folders are absolute. */
export interface Options {
  readonly content: string
  readonly exercises: string
  readonly out: string
  /** Slugs to build; empty means all. */
  readonly only: readonly string[]
  readonly force: boolean
  readonly quiet: boolean
  readonly json: boolean
}
