import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareFonts } from '../../src/export/fonts/index.ts'
import type { Fonts } from '../../src/model/font.ts'
import { plainText } from '../../src/model/text.ts'
import { parsePost } from '../../src/parse/post.ts'
import { hostile } from '../render/slidev/hostile.ts'
import { hostilePost, notesOf, textsOf } from './hostile-posts.ts'

let fonts: Fonts
beforeAll(async () => void (fonts = (await prepareFonts(join(tmpdir(), 'saljverkstad-test-fonts'))).metrics))

describe('a text reaches slides and notes character for character, in whatever field it was written', () => {
  it.each(hostile)('%s', (text) => {
    const { planned, written } = hostilePost('prov', () => text, fonts)
    const { slides } = planned.section
    for (const { field, kind, text: wanted } of written) {
      if (kind === 'notes') expect(slides.map(({ notes }) => notesOf(notes)).join('\n'), field).toContain(wanted)
      else {
        const texts = slides.filter((slide) => (kind === 'foot' ? slide.page : slide.kind === kind)).map(textsOf)
        expect(texts.some((all) => all.includes(wanted) || all.includes(`”${wanted}”`)), `${field} on ${kind}`).toBe(true)
      }
    }
  })
})

it.each(['<b>fet</b> {{ 1 + 1 }} $x$', ':-)', '[click] nästa', '::höger:: och [^1]', '<<< ./package.json', 'src: ./hemligt.md', 'slut --> fortsättning', '<script>window.canary = 1</script>'])(
  'a body shows %s as it is',
  (text) => {
    const { post } = parsePost({ path: 'posts/prov.md', text: `---\ntitle: A\n---\n${text}\n` })
    expect(post?.body.map((block) => ('children' in block && block.type === 'paragraph' ? plainText(block.children) : block.type)).join('\n')).toBe(text)
  },
)
