import { describe, expect, it } from 'vitest'
import { importing, wordpress } from './kit.ts'

const days = (count: number, one: (day: number) => { title: string; content: string }) =>
  wordpress(Array.from({ length: count }, (_, index) => ({ ...one(index + 1), date: `2011-12-${String(index + 1).padStart(2, '0')} 00:30:00` })))

describe('a series', () => {
  it('is known by headings that share a name, and gives the text after it as the title', () => {
    const { ready } = importing(days(2, (day) => ({ title: `Resan del ${day}: ${['Kiruna', 'Malmö'][day - 1]}`, content: 'Text.' })))
    expect(ready.map(({ title, series }) => [title, series])).toEqual([
      ['Kiruna', { name: 'Resan', part: 1 }],
      ['Malmö', { name: 'Resan', part: 2 }],
    ])
  })

  it('has its title in the first line where that is a date with a heading', () => {
    const { ready, markdown } = importing(
      days(3, (day) => ({ title: `En säljares juldagbok dag ${day}`, content: day === 2 ? 'Bara text.' : `${day} December – Rubrik ${day}\n\nText ${day}.` })),
    )
    expect(ready.map(({ title }) => title)).toEqual(['Rubrik 1', 'En säljares juldagbok dag 2', 'Rubrik 3'])
    expect(markdown).toEqual(['Text 1.', 'Bara text.', 'Text 3.'])
  })

  it('keeps a first line that says another day than the post has', () => {
    const { markdown } = importing(days(2, (day) => ({ title: `Dagbok dag ${day}`, content: `24 december – Rubrik ${day}\n\nText.` })))
    expect(markdown[0]).toBe('24 december – Rubrik 1\n\nText.')
  })
})

describe('an ending', () => {
  const endings = (last: readonly string[]) =>
    importing(wordpress(last.map((ending, index) => ({ title: `T${index}`, content: `Text ${index}.\n\n${ending}`, date: `2011-12-0${index + 1} 10:00:00` }))))
      .ready

  it('is a sign-off when three posts share it, with small differences', () => {
    const found = endings(['Nu åker vi.', 'Nu åker vi!', '– Nu åker vi.', 'Nu åker vi hem.', 'Något helt annat.'])
    expect(found.map(({ signoff }) => signoff)).toEqual(['Nu åker vi.', 'Nu åker vi!', 'Nu åker vi.', 'Nu åker vi hem.', undefined])
  })

  it('is none when only two do', () => {
    expect(endings(['Hej då.', 'Hej då.', 'Annat.', 'Mer.']).some(({ signoff }) => signoff)).toBe(false)
  })

  it('may stand in the last line of a paragraph, and have a postscript after it', () => {
    const found = endings(['Nu åker vi.', 'Slut.\nNu åker vi.', 'Nu åker vi.\n\nFörresten, ta med mössa.', 'Nu åker vi.\n\nP.S. Ring mig.'])
    expect(found.map(({ signoff, postscript }) => [signoff, postscript])).toEqual([
      ['Nu åker vi.', undefined],
      ['Nu åker vi.', undefined],
      ['Nu åker vi.', 'Förresten, ta med mössa.'],
      ['Nu åker vi.', 'P.S. Ring mig.'],
    ])
  })

  it('stays in the text', () => {
    expect(importing(wordpress(['a', 'b', 'c'].map((title) => ({ title, content: `Text ${title}.\n\nNu åker vi.` })))).markdown[0]).toBe(
      'Text a.\n\nNu åker vi.',
    )
  })
})
