import type { PreparedFonts } from '../export/fonts/index.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Hyphenate } from '../typography/hyphenate.ts'
import type { Options } from './options.ts'
import type { PlannedPost } from './planned.ts'
import type { PlannedWorkshop } from './planned-workshop.ts'
import type { Prints } from './prints.ts'
import type { Tools } from './tools.ts'

/** All that outputs are made from. */
export interface Job {
  readonly options: Options
  readonly posts: readonly PlannedPost[]
  /** What the posts together are called, in the language of the first. */
  readonly collection: string
  readonly workshops: readonly PlannedWorkshop[]
  /** True when the posts are all there are, so that what shows all of them may be made. */
  readonly complete: boolean
  readonly fonts: PreparedFonts
  /** Hash of the toolkit itself. */
  readonly fingerprint: string
  /** Where Slidev entries go, absolute. */
  readonly entries: string
  readonly hyphenate: (lang: PlannedPost['worksheet']['lang']) => Hyphenate
  readonly tools: Tools
  readonly prints: Prints
  /** Files that earlier builds made and that are still there: what was asked for once is kept up to date. */
  readonly made: ReadonlySet<string>
  readonly say: (line: string) => void
}

/** A file to be made, named by its path in its folder. */
export interface Product {
  readonly path: string
  /** Hash of all it depends on. */
  readonly key: string
}

/** Takes what was made; returns when it is on disk. */
export type Deliver = (product: Product, bytes: Uint8Array | string) => Promise<void>

/**
 * Makes one kind of output. A new kind is one file that exports such an object, and one line in `exporters.ts`.
 */
export interface Exporter {
  readonly name: string
  /** The folder its files go to: what trainers hand out, or the entries that Slidev plays. */
  readonly folder: 'out' | 'entries'
  /** Whether it shows several posts together: then it can wait when somebody just saved one and looks at that. */
  readonly ofMany?: true
  /** What there is to make, without making it. */
  readonly products: (job: Job) => readonly Product[]
  /** Makes the products asked for; one that has an error is reported and not delivered. */
  readonly make: (wanted: readonly Product[], job: Job, deliver: Deliver) => Promise<readonly Diagnostic[]>
}
