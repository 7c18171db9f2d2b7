import { defineComponent, onMounted } from 'vue'
import { useNav } from 'virtual:saljverkstad-slidev'
import { openPage } from './page.ts'

/** A slide with nothing on it, which opens the page that it stands on. */
export const blank = defineComponent({
  name: 'BlankSlide',
  setup() {
    const { printRange } = useNav()
    onMounted(() => openPage(printRange))
    return () => null
  },
})
