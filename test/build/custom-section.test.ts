import { expect, test } from 'vitest'
import { changesSince } from '../../src/build/custom-section.ts'

const section = (heading: string, size: number, theme: string): string => `---\ntheme: "${theme}"\nlayout: cover\nheading: ${heading}\nsize: ${size}\n---\n`
const takenOver = { slug: 'prov', path: '/content/custom/prov.md', hash: 'abc', slides: [], diagnostics: [], origin: section('Stanna upp', 100, '../../slides/theme') }

test('says what the post would change in a section that was taken over', () => {
  const [change, ...more] = changesSince(takenOver, section('Stå still', 100, '../../slides/theme'))
  expect(change).toMatchObject({ code: 'source-changed', line: 1 })
  expect(change?.hint).toContain('-heading: Stanna upp\n+heading: Stå still')
  expect(more).toEqual([])
})

test('says nothing of sizes, nor of where the theme lies', () => {
  expect(changesSince(takenOver, section('Stanna upp', 88, '/opt/saljverkstad/slides/theme'))).toEqual([])
})
