import type { Diagnostic, Code } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Lang, Post } from '../model/post.ts'
import type { Source } from '../model/source.ts'

/** A stretch of prose as it stands in its file: what a reader sees, without the marks of YAML and Markdown around it. */
export interface Run {
  /** Offset in the file. */
  readonly from: number
  /** As written: with escapes, and with the indentation of its lines. */
  readonly raw: string
  /** The key it is the value of, as `story.0`; `body` for a post's text. */
  readonly path: string
  /** How it is written, which decides what a repair must not break. */
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'markdown'
}

/** A link of a post's body, and where it leads. */
export interface LinkUse {
  readonly from: number
  readonly href: string
}

/** A picture of a post's body. */
export interface PictureUse {
  readonly from: number
  readonly src: string
  readonly alt: string
}

/** A file with its prose found, for the rules to read. */
export interface LintFile {
  readonly source: Source
  readonly kind: 'post' | 'exercise' | 'workshop'
  readonly lang: Lang
  readonly runs: readonly Run[]
  readonly links: readonly LinkUse[]
  readonly pictures: readonly PictureUse[]
  readonly post?: Post
  readonly exercise?: Exercise
  /** True for a path, from the file's own folder, at which there is a file. */
  readonly exists: (path: string) => boolean
}

/** A change that mends a finding without changing what is said. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What a rule noticed, by its offset in the file. */
export interface Finding {
  readonly code: Code
  readonly at: number
  readonly message: string
  readonly hint?: string
  /** Present when it can be mended safely. */
  readonly edit?: Edit
}

/** One thing the second reader looks for: a file and a line in `rules.ts`. */
export type Rule = (file: LintFile) => Iterable<Finding>

/** A finding with its place, and the edit that would mend it. */
export interface Reported {
  readonly diagnostic: Diagnostic
  readonly edit?: Edit
}
