/** In the shell to print from: the deck that the printer wants drawn; none at first. See `page.ts`. */
import { shallowRef } from 'vue'
import type { Deck } from '../../../model/slide.ts'

export const deck = shallowRef<Deck>({ id: '', title: '', lang: 'sv', sections: [] })
