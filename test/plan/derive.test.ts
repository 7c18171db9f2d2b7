import { expect, it } from 'vitest'
import { parsePost } from '../../src/parse/post.ts'
import { completePost } from '../../src/plan/derive.ts'
import { derivedScene } from '../../src/plan/derived-scene.ts'
import { wordsFor } from '../../src/words/index.ts'

const body = `Jag satt på tåget till Kiruna. Det snöade.

Mittemot satt en man som sålde symaskiner. Vad är det bästa du har sålt? frågade jag.

Han tänkte länge. Den bästa affären är den du tackar nej till.`

const post = (matter: string) => {
  const { post: parsed } = parsePost({ path: 'posts/tag.md', text: `---\ntitle: Tåget\n${matter}---\n${body}` })
  if (!parsed) throw new Error('the fixture does not parse')
  return completePost(parsed, wordsFor('sv'))
}

it('takes from the body what the front matter leaves out', () => {
  expect(post('')).toMatchObject({
    idea: 'Den bästa affären är den du tackar nej till.',
    story: ['Jag satt på tåget till Kiruna.', 'Mittemot satt en man som sålde symaskiner.', 'Han tänkte länge.'],
    questions: ['Vad är det bästa du har sålt?'],
    takeaways: ['Den bästa affären är den du tackar nej till.'],
  })
})

it('keeps what the front matter says', () => {
  expect(post('idea: Egen tanke.\nstory: [Ett, Två]\n')).toMatchObject({ idea: 'Egen tanke.', story: ['Ett', 'Två'], takeaways: ['Egen tanke.'] })
})

it('never makes an idea of the sign-off', () => {
  expect(post('signoff: Den bästa affären är den du tackar nej till.\n').idea).not.toContain('tackar nej')
})

it('draws the same scene for the same slug, and others for others', () => {
  expect(derivedScene('tag')).toEqual(derivedScene('tag'))
  const different = new Set(['tag', 'buss', 'cykel', 'flyg', 'skidor'].map((slug) => JSON.stringify({ ...derivedScene(slug), name: '' })))
  expect(different.size).toBe(5)
})
