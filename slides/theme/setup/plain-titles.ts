import type { Plugin } from 'vite'

const code = `
import { computed, h } from 'vue'
import { slides } from '#slidev/slides'
import { useSlideContext } from '@slidev/client/context.ts'

export default {
  props: ['no'],
  setup(props) {
    const { $page } = useSlideContext()
    const title = computed(() => {
      const { title, frontmatter } = slides.value[+(props.no ?? $page.value) - 1]?.meta.slide ?? {}
      return title ?? frontmatter?.heading ?? frontmatter?.text
    })
    return () => h('span', title.value)
  },
}`

/**
 * Shows slide titles as the text they are. Slidev compiles them as Markdown and Vue instead: one with `{{` in it
 * would stop the whole deck.
 */
export function plainTitles(): Plugin {
  return {
    name: 'saljverkstad:plain-titles',
    load: {
      order: 'pre',
      handler: (id) => (id === '/@slidev/title-renderer' ? { code, moduleType: 'js' } : undefined),
    },
  }
}
