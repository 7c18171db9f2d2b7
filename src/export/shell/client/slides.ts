/** In the shell: Slidev's list of slides (`#slidev/slides`), made from the deck's data instead of Markdown. */
import { computed, defineComponent, h, onErrorCaptured, onMounted, reactive, shallowReactive, type Component } from 'vue'
import { custom } from 'virtual:saljverkstad-custom'
import { deck } from 'virtual:saljverkstad-deck'
import { frontmatterToProps, layouts, useSlideContext } from 'virtual:saljverkstad-slidev'
import type { Slide } from '../../../model/slide.ts'
import { renderNotes } from '../../../render/slidev/notes.ts'
import { blank } from './blank.ts'
import { failed, mounted } from './page.ts'

export const slides = computed(() => {
  const all = deck.value.sections.flatMap((section) => section.slides)
  return all.length > 0 ? all.map(routeOf) : [nothing]
})

/** Stands on a page that has no deck yet: Slidev cannot do without a slide. */
const nothing = route(1, blank, { frontmatter: {}, title: '', noteHTML: '' }, 'none')

/** What Slidev's loader makes of one slide of the entry that `renderEntry` writes. */
function routeOf(slide: Slide, index: number) {
  const no = index + 1
  const written = slide.kind === 'custom' ? custom[slide.file]?.[slide.number - 1] : undefined
  const frontmatter = written?.meta.slide.frontmatter ?? reactive({ layout: slide.kind, slide: index, title: slide.title, lang: slide.lang })
  const component = defineComponent({
    name: `Slide${no}`,
    setup() {
      const { $clicksContext } = useSlideContext()
      if (!written) $clicksContext.setup()
      onMounted(mounted)
      onErrorCaptured((error) => {
        failed({ slide: index, message: error.message })
        return false
      })
      const layout = layouts[slide.kind]
      if (!written && layout === undefined) failed({ slide: index, message: `the theme has no layout “${slide.kind}”` })
      return () => (written ? h(written.component) : layout && h(layout, frontmatterToProps(frontmatter, index)))
    },
  })
  return route(no, component, { frontmatter, title: slide.title, noteHTML: written?.meta.slide.noteHTML ?? renderNotes(slide.notes) }, slide.kind)
}

function route(no: number, component: Component, own: { readonly frontmatter: object; readonly title: string; readonly noteHTML: string }, layout: string) {
  const info = { ...own, level: 1, note: '', no, id: no - 1, index: no - 1, images: [], start: 0, sourceIndex: no - 1, filepath: '' }
  const meta = { layout, slide: info, __clicksContext: null, __preloaded: false }
  return { no, component, load: async () => ({ default: component }), meta: shallowReactive(meta) }
}
