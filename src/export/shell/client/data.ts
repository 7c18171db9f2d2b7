/** In the shell: the deck to show, from the page itself in a file to carry, else from the printer's server. */
import { shallowRef } from 'vue'
import type { Deck } from '../../../model/slide.ts'

const inline = document.getElementById('saljverkstad-deck')

export const deck = shallowRef(inline === null ? await fetchDeck() : (JSON.parse(inline.textContent) as Deck))

async function fetchDeck(): Promise<Deck> {
  const job = new URLSearchParams(location.search).get('job') ?? '0'
  const response = await fetch(`/jobs/${job}.json`)
  if (!response.ok) throw new Error(`No deck data for job ${job}: ${response.status}`)
  return (await response.json()) as Deck
}
