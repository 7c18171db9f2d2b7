/** In the shell to print from: the decks to show, from the printer's server. */
import { shallowRef } from 'vue'
import type { Deck } from '../../../model/slide.ts'

export const deck = shallowRef(await load())

async function load(): Promise<Deck> {
  const job = new URLSearchParams(location.search).get('job') ?? '0'
  const response = await fetch(`/jobs/${job}.json`)
  if (!response.ok) throw new Error(`No deck data for job ${job}: ${response.status}`)
  return (await response.json()) as Deck
}
