/** In the shell: Slidev's list of slides (`#slidev/slides`), made from the deck's data instead of Markdown. */
import { defineComponent, h, onErrorCaptured, onMounted, reactive, shallowReactive, shallowRef } from 'vue'
import { custom } from 'virtual:saljverkstad-custom'
import { deck } from 'virtual:saljverkstad-deck'
import { frontmatterToProps, layouts, useSlideContext } from 'virtual:saljverkstad-slidev'
import type { Slide } from '../../../model/slide.ts'
import { renderNotes } from '../../../render/slidev/notes.ts'
import { openPage } from './page.ts'

const all = deck.value.sections.flatMap((section) => section.slides)
const page = openPage(all.length)

export const slides = shallowRef(all.map(routeOf))

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
      onMounted(page.mounted)
      onErrorCaptured((error) => {
        page.failed({ slide: index, message: error.message })
        return false
      })
      const layout = layouts[slide.kind]
      if (!written && layout === undefined) page.failed({ slide: index, message: `the theme has no layout “${slide.kind}”` })
      return () => (written ? h(written.component) : layout && h(layout, frontmatterToProps(frontmatter, index)))
    },
  })
  const noteHTML = written?.meta.slide.noteHTML ?? renderNotes(slide.notes)
  const info = { frontmatter, title: slide.title, level: 1, note: '', noteHTML, no, id: index, index, images: [] }
  const source = { start: 0, sourceIndex: index, filepath: '' }
  const meta = { layout: slide.kind, slide: { ...info, ...source }, __clicksContext: null, __preloaded: false }
  return { no, component, load: async () => ({ default: component }), meta: shallowReactive(meta) }
}
