import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyIgnores } from '../../src/lint/ignores.ts'
import { fix, lint, type Kind } from '../../src/lint/lint.ts'
import { diagnostic } from '../../src/model/diagnostic.ts'

const post = (matter: string, body = 'Text.') => ({ path: 'posts/a.md', text: `---\ntitle: Titeln\n${matter}---\n${body}\n` })
const exercise = (text: string) => ({ path: 'exercises/a.yaml', text: `title: Övningen\n${text}` })

const found = (source: { path: string; text: string }, kind: Kind = 'post', exists: (path: string) => boolean = () => true): string[] =>
  lint(source, kind, exists).map(({ diagnostic: { line, column, code } }) => `${line}:${column} ${code}`)

const mended = (source: { path: string; text: string }, kind: Kind = 'post'): string =>
  fix(source, kind)
    .text.split('\n')
    .slice(2)
    .join('\n')
    .replace(/^---\n/, '')

describe('quotation marks', () => {
  it.each([
    ['Han sa "hej" till mig.', 'Han sa ”hej” till mig.'],
    ['Han sa “hej” och „hej“.', 'Han sa ”hej” och ”hej”.'],
    ["Rock'n'roll och 'ord'.", 'Rock’n’roll och ’ord’.'],
    ['Han sa \\"hej\\".', 'Han sa ”hej”.'],
    ['Skärmen är 24" bred.', 'Skärmen är 24" bred.'],
    ['Kod som `"x"` och [länk](https://a.example "titel").', 'Kod som `"x"` och [länk](https://a.example "titel").'],
    ['”Rätt” och ’rätt’ och »rätt».', '”Rätt” och ’rätt’ och »rätt».'],
  ])('%s', (body, expected) => {
    expect(mended(post('', body))).toBe(`${expected}\n`)
  })

  it('are mended in front matter without breaking it', () => {
    const source = post('idea: "Han sa \\"hej\\""\nquote: {text: \'It\'\'s "so"\', by: “Ola”}\nstory:\n  - >-\n    Ett "stycke"\n    till.\n')
    expect(mended(source)).toBe('idea: "Han sa ”hej”"\nquote: {text: \'It’s ”so”\', by: ”Ola”}\nstory:\n  - >-\n    Ett ”stycke”\n    till.\n---\nText.\n')
  })

  it('open and close in English', () => {
    expect(mended(post('lang: en\n', 'He said "it\'s fine" (and "so").'))).toBe('lang: en\n---\nHe said “it’s fine” (and “so”).\n')
  })
})

describe('spaces and dashes', () => {
  it.each([
    ['ett  två   tre', 'ett två tre'],
    ['Slut .', 'Slut.'],
    ['Kom nu !', 'Kom nu!'],
    ['Vänta … kom', 'Vänta … kom'],
    ['ett - två -- tre', 'ett – två – tre'],
    ['ett—två — tre', 'ett–två – tre'],
    ['för- och nackdelar, e-post, -92', 'för- och nackdelar, e-post, -92'],
    ['- listpunkt', '- listpunkt'],
    ['rad  \nbryt', 'rad  \nbryt'],
  ])('%s', (body, expected) => {
    expect(mended(post('', body))).toBe(`${expected}\n`)
  })

  it('names a range with a hyphen, and leaves dates and numbers alone', () => {
    expect(found(post('', 'Kl. 9-12 kommer 10-20 personer.'))).toEqual(['4:5 hyphen-for-dash', '4:17 hyphen-for-dash'])
    expect(found(post('', '2011-12-24, 08-123 456, 31-12, A4-2, 1-2-4-alla'))).toEqual([])
  })
})

describe('what a room sees', () => {
  it('has beats that can be read at a glance', () => {
    expect(found(post(`story:\n  - Kort.\n  - ${'Ett långt ord. '.repeat(10)}\n  - En. Två. Tre. Fyra.\n`))).toEqual(['5:5 long-beat', '6:5 long-beat'])
  })

  it('has questions that ask', () => {
    const source = post('questions:\n  - Vad gör du.\n  - Berätta om det\n  - Vad? Svara kort.\n')
    expect(found(source)).toEqual(['4:5 not-a-question', '5:5 not-a-question'])
    expect(mended(source)).toBe('questions:\n  - Vad gör du?\n  - Berätta om det\n  - Vad? Svara kort.\n---\nText.\n')
    expect(
      found(exercise('steps: [{title: A, minutes: 1}]\nworksheet: [{kind: lines}]\ndebrief:\n  - {question: Säg något, minutes: 1}\n'), 'exercise'),
    ).toEqual(['5:16 not-a-question'])
  })

  it('has sheets with room to write', () => {
    expect(found(exercise('steps: [{title: A, minutes: 1}]\nworksheet:\n  - {kind: text, text: Läs.}\n'), 'exercise')).toEqual(['4:3 no-room'])
    expect(found(exercise('steps: [{title: A, minutes: 1, rows: 3}]\n'), 'exercise')).toEqual([])
    expect(found(exercise('steps: [{title: A, minutes: 1}]\n'), 'exercise')).toEqual(['2:8 no-room'])
    expect(found(exercise('worksheet:\n  - {kind: lines}\n  - {kind: text, text: Och sedan?}\n'), 'exercise')).toEqual(['4:5 no-room'])
  })

  it('has links that lead somewhere', () => {
    const body = '[a](annan.md), [b](finns.md#x), [c](https://x.example), [d][ref], [e](mailto:x)'
    expect(found(post('', body), 'post', (path) => path === 'finns.md').filter((line) => line.includes('dead'))).toEqual(['4:1 dead-link', '4:57 dead-link'])
    expect(found(post('source: {url: blogg}\n'))).toEqual(['3:15 dead-link'])
  })

  it('has marks right beside what they quote', () => {
    expect(found(post('', 'Hon sa; ” jag kommer”. ”Bra” så.'))).toEqual(['4:9 double-space'])
  })

  it('has addresses as they are', () => {
    expect(found(post('', 'Se https://x.example/a--b?c="d"&e=1-2 här.'))).toEqual([])
  })

  it('has pictures described by what they show', () => {
    expect(found(post('', '![bild](a.png) ![IMG_1234](a.png) ![a.jpg](a.jpg) ![Bild: vasa](a.png) ![Skeppet Vasa](a.png)'))).toEqual([
      '4:1 weak-alt',
      '4:16 weak-alt',
      '4:35 weak-alt',
      '4:51 weak-alt',
    ])
  })
})

describe('what should not be printed', () => {
  it.each([
    ['Skriv till ola.ek@example.se.', 'email-in-print'],
    ['Lösenord: hemligt123', 'secret-in-print'],
    ['Lösenordet är ”sommar”', 'secret-in-print'],
    ['Wifi-lösenordet till gästnätet: Sommar2024', 'secret-in-print'],
    ['password=abc12345', 'secret-in-print'],
    ['Nyckeln är ghp_0123456789abcdefghijABCDEFGHIJ0123', 'secret-in-print'],
    ['Ring 850709-9805', 'secret-in-print'],
  ])('%s', (body, code) => {
    expect(found(post('', body))[0]).toContain(code)
  })

  it.each([
    'Lösenord är något man byter.',
    'Vi hade ett lösenord förr.',
    'Tel. 08-123 456 78',
    'Ordernummer 123456-7890',
    'Omsättning 1234567890 kronor',
    'Han tänkte @ och gick.',
  ])('is not: %s', (body) => {
    expect(found(post('', body))).toEqual([])
  })
})

describe('an ignore', () => {
  const warning = (path: string, code: 'email-in-print' | 'long-beat') => diagnostic(code, { path, line: 9, column: 1 }, 'x')
  const applied = (comment: string, codes: readonly ('email-in-print' | 'long-beat')[] = ['email-in-print']): string[] => {
    const source = post(`${comment}\n`)
    return applyIgnores(
      source,
      codes.map((code) => warning(source.path, code)),
    ).map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`)
  }

  it('with a reason is obeyed', () => {
    expect(applied('# check: ignore email-in-print – den står på kortet')).toEqual([])
    expect(applied('# check: ignore email-in-print – den står på kortet', ['email-in-print', 'long-beat'])).toEqual(['9:1 long-beat: x'])
  })

  it('without one, of nothing, of an error or of what is no longer there is not', () => {
    expect(applied('# check: ignore email-in-print')).toEqual(['9:1 email-in-print: x', '3:10 bad-ignore: it does not say why email-in-print is to be ignored'])
    expect(applied('# check: ignore e-mail – x', [])).toEqual(['3:10 bad-ignore: there is no code "e-mail" to ignore'])
    expect(applied('# check: ignore missing-alt – för att', [])).toEqual(['3:10 bad-ignore: missing-alt is an error, and cannot be ignored'])
    expect(applied('# check: ignore email-in-print – den stod på kortet', [])).toEqual([
      '3:10 needless-ignore: there is no email-in-print in this file any more',
    ])
  })

  it('concerns its own file alone', () => {
    const source = post('# check: ignore email-in-print – kortet\n')
    expect(applyIgnores(source, [warning('posts/b.md', 'email-in-print')]).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'posts/b.md email-in-print',
      'posts/a.md needless-ignore',
    ])
  })

  it('keeps repairs away', () => {
    const source = post('# check: ignore quote-mark – så står det på skylten\n', 'Han sa "hej" - och gick.')
    expect(fix(source, 'post').text).toContain('Han sa "hej" – och gick.')
  })
})

describe('a repair', () => {
  it('says which lines it changed, and how', () => {
    expect(fix(post('', 'Ett "ord".\nOch ett  till.'), 'post').repairs).toEqual([
      { line: 4, before: 'Ett "ord".', after: 'Ett ”ord”.' },
      { line: 5, before: 'Och ett  till.', after: 'Och ett till.' },
    ])
  })

  it('is made once: a mended text has nothing left to mend', () => {
    const once = fix(post('idea: Ett "ord"  - och ett till\n', 'Två  \'ord\' -- "till" .'), 'post').text
    expect(fix({ path: 'posts/a.md', text: once }, 'post')).toEqual({ text: once, repairs: [] })
  })

  it('leaves a file alone that cannot be read', () => {
    const broken = { path: 'posts/a.md', text: '---\ntitle: A: B\nidea: "x\n---\nText.\n' }
    expect(fix(broken, 'post').text).toBe(broken.text)
  })
})

it('finds nothing in what is shipped', () => {
  const all = (folder: string, kind: Kind) =>
    readdirSync(folder)
      .filter((name) => /\.(md|yaml)$/.test(name))
      .flatMap((name) => lint({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }, kind))
  const problems = [...all('content/posts', 'post'), ...all('exercises', 'exercise'), ...all('content/workshops', 'workshop')]
  expect(problems.map(({ diagnostic: { path, line, code, message } }) => `${path}:${line} ${code}: ${message}`)).toEqual([])
})
