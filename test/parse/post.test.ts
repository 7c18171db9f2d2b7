import { describe, expect, it } from 'vitest'
import { formatDiagnostics } from '../../src/commands/reporter.ts'
import { plainText } from '../../src/model/text.ts'
import { parsePost } from '../../src/parse/post.ts'

const parse = (text: string, path = 'posts/2011-12-24-julafton.md') => parsePost({ path, text })
const reported = (text: string, path?: string): string => formatDiagnostics(parse(text, path).diagnostics)

describe('a post', () => {
  it('takes its slug from the file name without the date', () => {
    expect(parse('---\ntitle: Julafton\n---\nHej.').post?.slug).toBe('julafton')
    expect(parse('---\ntitle: Ö\n---\nHej.', 'posts/öppna-dörrar.md').post?.slug).toBe('öppna-dörrar')
  })

  it('needs only a title', () => {
    const { post, diagnostics } = parse('---\ntitle: Julafton\n---\nHej.')
    expect(diagnostics).toEqual([])
    expect(post).toMatchObject({ title: 'Julafton', lang: 'sv' })
    expect(post).not.toHaveProperty('idea')
  })

  it('keeps front-matter text character for character', () => {
    const { post } = parse("---\ntitle: 007\nidea: '{{ 1 + 1 }} <b>--</b> $x$'\nstory: [ja, 1.50, \"no: --- end\"]\n---\nHej.")
    expect(post).toMatchObject({ title: '007', idea: '{{ 1 + 1 }} <b>--</b> $x$', story: ['ja', '1.50', 'no: --- end'] })
  })

  it('counts a key without a value as left out', () => {
    expect(parse('---\ntitle: A\nidea:\nquote: {text: , by: }\n---\nHej.').post).not.toHaveProperty('idea')
  })

  it('reads short and long forms of series and exercise', () => {
    expect(parse('---\ntitle: A\nseries: Dagbok\nexercise: stopp\n---\nHej.').post).toMatchObject({ series: { name: 'Dagbok' }, exercise: { use: 'stopp', with: {} } })
    expect(parse('---\ntitle: A\nexercise: {use: mal, with: {year: 2012}}\n---\nHej.').post?.exercise).toEqual({ use: 'mal', with: { year: '2012' } })
  })

  it('remembers where every value stands', () => {
    const { post } = parse('---\ntitle: A\nstory:\n  - en\n  - två\nquote: {text: t, by: b}\n---\nHej.')
    expect(post?.places['story.1']).toEqual({ path: 'posts/2011-12-24-julafton.md', line: 5, column: 5 })
    expect(post?.places['quote.by']).toMatchObject({ line: 6, column: 22 })
  })
})

describe('what is wrong with a post', () => {
  it('is reported all at once, each at its place', () => {
    expect(reported('---\ntitle: A\ndate: 2011-02-30\nminuter: 20\nlang: no\nminutes: 0\n---\nHej.')).toMatchInlineSnapshot(`
      "posts/2011-12-24-julafton.md:3:7 error [bad-date] "date" is not a date that exists; write it YYYY-MM-DD, as 2011-12-24
      posts/2011-12-24-julafton.md:4:1 warning [unknown-key] "minuter" is not a key here, so it is ignored
        did you mean "minutes"?
      posts/2011-12-24-julafton.md:5:7 error [bad-value] "lang" should be sv or en
      posts/2011-12-24-julafton.md:6:10 error [bad-value] "minutes" should be at least 1"
    `)
  })

  it('names a missing title and an empty body', () => {
    expect(reported('---\nidea: En tanke.\n---\n')).toMatchInlineSnapshot(`
      "posts/2011-12-24-julafton.md:2:1 error [missing-key] "title" is missing
        add it, or run "npm run new" to see all keys explained
      posts/2011-12-24-julafton.md:4:1 warning [empty-body] the post has no text below its front matter
        write the post there; it becomes the speaker notes"
    `)
  })

  it('points at broken YAML', () => {
    expect(reported('---\ntitle: A: B\n---\nHej.')).toContain('julafton.md:2:8 error [bad-yaml]')
    expect(reported('---\ntitle: A\ntitle: B\n---\nHej.')).toContain('julafton.md:3:1 error [duplicate-key]')
    expect(reported('---\ntitle: A\nHej.')).toContain('[bad-front-matter] the front matter does not end')
    expect(reported('Hej.')).toContain('1:1 error [bad-front-matter]')
  })

  it('warns of an unknown key inside another', () => {
    expect(reported('---\ntitle: A\nquote: {text: B, av: C}\n---\nHej.')).toContain('3:18 warning [unknown-key] "av"')
  })

  it('refuses a file name that is no slug', () => {
    expect(reported('---\ntitle: A\n---\nHej.', 'posts/min post!.md')).toContain('1:1 error [bad-file-name]')
  })
})

describe('the body', () => {
  const blocks = (markdown: string) => parse(`---\ntitle: A\n---\n${markdown}`).post?.body ?? []

  it('keeps what looks like code as text', () => {
    const hostile = '{{ 1 + 1 }} <script>alert(1)</script> <b>fet</b> $x$ [click] ::right:: <<< file'
    expect(blocks(hostile)).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: hostile }] }])
  })

  it('keeps emphasis, links and smileys', () => {
    const [block] = blocks('Så *fint* och **starkt** [här](https://example.org) :-)')
    expect(block).toEqual({
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Så ' },
        { type: 'emphasis', children: [{ type: 'text', text: 'fint' }] },
        { type: 'text', text: ' och ' },
        { type: 'strong', children: [{ type: 'text', text: 'starkt' }] },
        { type: 'text', text: ' ' },
        { type: 'link', href: 'https://example.org', children: [{ type: 'text', text: 'här' }] },
        { type: 'text', text: ' :-)' },
      ],
    })
  })

  it('shows only the text of a link that leads nowhere', () => {
    const text = '---\ntitle: A\n---\nEn [länk](javascript:alert(1)) till.'
    const [block] = parse(text).post?.body ?? []
    expect(block?.type === 'paragraph' && plainText(block.children)).toBe('En länk till.')
    expect(reported(text)).toContain('4:4 warning [bad-link]')
  })

  it('reads tables and demands a description of images', () => {
    expect(blocks('| a | b |\n|---|---|\n| 1 | 2 |')).toMatchObject([{ type: 'table', header: [[{ text: 'a' }], [{ text: 'b' }]], rows: [[[{ text: '1' }], [{ text: '2' }]]] }])
    expect(reported('---\ntitle: A\n---\nText\n\n![](bild.png)')).toContain('6:1 error [missing-alt]')
  })
})
