import { computed } from 'vue'
import { magicKeys, useNav } from 'virtual:saljverkstad-client'
import { addMinute, toggleClock } from '../clocks/countdown-state.ts'
import { useSlides } from '../deck.ts'

interface Shortcut {
  readonly name?: string
  readonly key: unknown
  readonly fn: () => void
}

/** Keys of a countdown, none of them Slidev's: S starts and pauses it, + gives one more minute. */
export default function setup(_nav: unknown, shortcuts: readonly Shortcut[]): Shortcut[] {
  const { currentSlideRoute } = useNav()
  const slides = useSlides()
  const onCountdown = (act: (no: number, seconds: number) => void) => (): void => {
    const { no, meta } = currentSlideRoute.value
    const slide = slides.value[meta.slide.frontmatter.slide ?? -1]
    if (slide?.kind === 'countdown') act(no, slide.seconds)
  }
  // With Control or Command they belong to the browser.
  const alone = (key: string) => computed(() => magicKeys.current.has(key) && !magicKeys.current.has('control') && !magicKeys.current.has('meta'))
  return [
    ...shortcuts,
    { name: 'countdown_toggle', key: alone('s'), fn: onCountdown(toggleClock) },
    { name: 'countdown_minute', key: alone('+'), fn: onCountdown(addMinute) },
  ]
}
