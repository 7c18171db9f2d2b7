/** In the shell of a file to carry: the deck to show, from the page itself; see `renderFile`. */
import { shallowRef } from 'vue'
import type { Deck } from '../../../model/slide.ts'

const script = document.getElementById('saljverkstad-deck')

export const deck = shallowRef(JSON.parse(script?.textContent ?? '') as Deck)
