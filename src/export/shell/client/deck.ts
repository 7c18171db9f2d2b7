/** In the shell: the module that layouts import as `virtual:saljverkstad-deck`. */
import { computed, type ComputedRef } from 'vue'
import { useSlideContext } from 'virtual:saljverkstad-slidev'

export { deck } from 'virtual:saljverkstad-data'

export function useSlideIndex(): ComputedRef<number> {
  const { $frontmatter, $page } = useSlideContext()
  return computed(() => $frontmatter.slide ?? $page.value - 1)
}

export function useFrontMatter(): ComputedRef<Readonly<Record<string, unknown>>> {
  const { $frontmatter } = useSlideContext()
  return computed(() => ({ ...$frontmatter }))
}
