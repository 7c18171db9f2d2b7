import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseExercise } from '../../../src/parse/exercise.ts'
import { parsePost } from '../../../src/parse/post.ts'
import { matches } from '../../../src/plan/propose/exercise.ts'
import { propose, spokenParagraphs, withExercise } from '../../../src/plan/propose/propose.ts'
import { wordsFor } from '../../../src/words/index.ts'
import { importing, pageDump, shipped } from '../../import/kit.ts'

const library = readdirSync('exercises')
  .sort()
  .flatMap((file) => parseExercise({ path: `exercises/${file}`, text: readFileSync(`exercises/${file}`, 'utf8') }).exercise ?? [])

const parsed = (text: string) => {
  const { post } = parsePost({ path: 'posts/a.md', text })
  if (!post) throw new Error('the fixture does not parse')
  return post
}

/** What a trainer would choose for each post of the page, by its place in the series or its title: the table to measure by. */
const expected: Readonly<Record<string, string>> = {
  '1': 'narvarobetyg',
  '2': 'servicestund',
  '3': 'mycket-och-lite',
  '4': 'sta-pa-ta',
  '5': 'skrattlogg',
  '6': 'kulturprofil',
  '7': 'tre-mal',
  '8': 'verklighetskoll',
  '9': 'behall-och-andra',
  '10': 'spelstil',
  '11': 'misslyckandemuseum',
  '12': 'stopp',
  'halla-loften': 'loftesbok',
  'salja-oss-sjalva': 'receptet',
  'hall-i-hall-ut': 'hall-i-hall-ut',
  'vart-foretag-ar-annorlunda': 'saljets-dna',
  antisalj: 'antisalj',
  utmana: 'utmana-kunden',
  'forandringens-vindar': 'relationskarta',
  relationer: 'relationsbokslut',
}

describe('over a page of twenty posts', () => {
  const posts = shipped()
  const nameOf = new Map(posts.map(({ title, slug }) => [title, slug]))
  const imported = importing({ 'sida.txt': pageDump(posts) }, { year: 2011 })
  const results = imported.files.map((file) => {
    const post = parsed(file)
    const key = post.series?.part === undefined ? (nameOf.get(post.title) ?? post.title) : String(post.series.part)
    return { key, post, proposal: propose(post, library, wordsFor('sv')) }
  })

  it('the table is the one our own posts follow', () => {
    for (const post of posts) expect(expected[post.series?.part === undefined ? post.slug : String(post.series.part)], post.slug).toBe(post.exercise?.use)
  })

  it('the exercise is the one a trainer would choose at least fourteen times', () => {
    const missed = results
      .filter(({ key, proposal }) => proposal.exercise.use !== expected[key])
      .map(({ key, proposal }) => `${key}: ${proposal.exercise.use ?? 'none'}`)
    expect(results).toHaveLength(20)
    expect(20 - missed.length, missed.join(', ')).toBeGreaterThanOrEqual(14)
  })

  it('every proposal says why in one line', () => {
    for (const { proposal } of results) expect(proposal.exercise.reason).toMatch(/^[^\n]{20,200}\.$/)
  })

  it('an exercise that asks for a year gets the one the text speaks of', () => {
    expect(results.find(({ key }) => key === '7')?.proposal.exercise.with).toEqual({ year: '2012' })
  })

  it('a draft is whole enough to be built: an idea, beats, and something to take home', () => {
    for (const { post, proposal } of results) {
      expect(proposal.idea.length, post.title).toBeLessThanOrEqual(130)
      expect(proposal.story.length, post.title).toBeGreaterThanOrEqual(3)
      expect(
        proposal.story.every((beat) => beat.length <= 145),
        post.title,
      ).toBe(true)
      expect(proposal.takeaways.length, post.title).toBeGreaterThan(0)
      expect(
        [proposal.idea, ...proposal.story].some((text) => text.includes(post.signoff ?? '–')),
        post.title,
      ).toBe(false)
    }
  })

  it('every line of it is the author’s own', () => {
    for (const { post, proposal } of results) {
      const text = spokenParagraphs(post).join(' ').toLowerCase()
      expect(text).toContain(proposal.idea.toLowerCase())
      for (const question of proposal.questions) expect(`${post.title.toLowerCase()} ${text}`).toContain(question.toLowerCase())
    }
  })
})

describe('an exercise that fits', () => {
  const post = (title: string, body: string) => parsed(`---\ntitle: ${title}\n---\n${body}`)

  it('is none for a text about something else', () => {
    const tomatoes = post(
      'Tomater',
      'Så tomaterna inomhus i mars. Krukan ska vara stor, och jorden mager. Vattna underifrån.\n\nNär plantorna har fyra blad planteras de om. Ställ dem ljust och svalt, och knip av tjuvarna.',
    )
    expect(propose(tomatoes, library, wordsFor('sv')).exercise).toMatchObject({ with: {}, reason: wordsFor('sv').proposal.reflection })
    expect(propose(tomatoes, library, wordsFor('sv')).exercise.use).toBeUndefined()
  })

  it('is the one whose steps a spelled-out word goes through', () => {
    const [best] = matches(post('Bråttom', 'x'), ['Minns STOPP: stanna, tänk, orientera, planera, prioritera.'], library)
    expect(best?.exercise.id).toBe('stopp')
  })

  it('is never chosen over the one that the post names', () => {
    const own = parsed('---\ntitle: STOPP\nexercise: tre-mal\n---\nStanna, Tänk, Orientera, Planera, Prioritera: STOPP.')
    expect(withExercise(own, library, wordsFor('sv')).exercise).toEqual({ use: 'tre-mal', with: {} })
  })

  it('does not depend on the order of the library', () => {
    const one = post('Löften', 'Jag lovade för mycket. Ett löfte ska hållas, och löften till kunden mest av allt.')
    expect(propose(one, [...library].reverse(), wordsFor('sv')).exercise).toEqual(propose(one, library, wordsFor('sv')).exercise)
  })
})
