import { EnvironmentFailure } from '../export/browser/failure.ts'
import { deckOf, type Planned } from './deck-of.ts'

/** Undefined for a deck with a section of somebody's own that cannot be compiled: whoever prints it says why. */
export async function unlessBroken<T>(planned: Planned, make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make()
  } catch (error) {
    const isOwn = deckOf(planned).sections.some(({ custom }) => custom !== undefined)
    if (isOwn && error instanceof EnvironmentFailure && error.code === 'shell-failed') return undefined
    throw error
  }
}
