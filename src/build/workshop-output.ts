import type { Diagnostic } from '../model/diagnostic.ts'
import type { Job } from './exporter.ts'
import type { PlannedWorkshop } from './planned-workshop.ts'

/** One file of a workshop, by its path in the workshop's folder. */
export interface WorkshopProduct {
  readonly name: string
  /** What it is made from, as plain data. */
  readonly from: readonly unknown[]
  /** Makes it; called once. */
  readonly make: () => Promise<Made>
}

/** A file that was made, or why it was not. */
export interface Made {
  readonly content?: Uint8Array | string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * One kind of file that a workshop is handed out as. A new kind is a file that exports such a function, and one line in
 * `exporters/workshops.ts`; what comes before it there can be built upon.
 */
export type WorkshopOutput = (workshop: PlannedWorkshop, job: Job, before: readonly WorkshopProduct[]) => readonly WorkshopProduct[]

/** The content of a file that was made without a problem. */
export const madeOf = (content: Uint8Array | string, diagnostics: readonly Diagnostic[] = []): Made =>
  diagnostics.some(({ severity }) => severity === 'error') ? { diagnostics } : { content, diagnostics }

/** A maker that works once, however often it is asked. */
export function once(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => (made ??= make())
}
