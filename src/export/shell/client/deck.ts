/** In the shell: the module that layouts import as `virtual:saljverkstad-deck`. */
import { computed, type ComputedRef } from 'vue'
import { useSlideContext } from 'virtual:saljverkstad-slidev'

export { deck } from './data.ts'

export function useSlideIndex(): ComputedRef<number> {
  const { $frontmatter } = useSlideContext()
  return computed(() => $frontmatter.slide)
}
