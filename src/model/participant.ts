import type { Place } from './diagnostic.ts'
import type { LocalDate } from './post.ts'

/** Somebody who comes to the workshop, as a list of participants names them. */
export interface Participant {
  readonly name: string
  readonly company?: string
  readonly email?: string
  /** The day they come, where the list says it for each. */
  readonly date?: LocalDate
  /** Their line in the list. */
  readonly place: Place
}
