import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, run } from './run.ts'

const broken = ['--content', 'test/fixtures/broken/content', '--exercises', 'test/fixtures/broken/exercises']

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'cli-'))))
afterAll(() => rm(folder, { recursive: true }))

describe('check', () => {
  it('reports every problem of every file in one run', async () => {
    const { code, out, err } = await run(['check', ...broken])
    await expect(err).toMatchFileSnapshot('../fixtures/broken/expected.txt')
    expect(out).toBe('2 of 9 posts can be built: 12 errors and 3 warnings.\n')
    expect(code).toBe(1)
  })

  it('says the same as JSON lines', async () => {
    const { code, out, err } = await run(['check', ...broken, '--json'])
    const lines = out.trim().split('\n').map((line) => JSON.parse(line) as { type: string; code?: string; line?: number })
    expect(lines.filter(({ type }) => type === 'diagnostic')).toHaveLength(15)
    expect(lines).toContainEqual(expect.objectContaining({ type: 'diagnostic', code: 'missing-exercise', severity: 'error', line: 5, column: 11 }))
    expect(lines.at(-1)).toEqual({ type: 'summary', posts: 2, workshops: 0, errors: 12, warnings: 3 })
    expect([code, err]).toEqual([1, ''])
  })

  it('finds nothing wrong with what is shipped', async () => {
    const { code, out, err } = await run(['check'])
    expect(err).toBe('')
    expect(out).toMatch(/^(\d+) of \1 posts, and (\d+) of \2 workshops can be built: no problems\.\n$/)
    expect(code).toBe(0)
  })
})

describe('check --slides', () => {
  it('finds what overflows on a slide, unless the post lets it, and says when that is no longer needed', async () => {
    const posts = join(folder, 'content/posts')
    await mkdir(posts, { recursive: true })
    const idea = 'Den här tanken är alldeles för lång för en enda bild. '.repeat(30).trim()
    await Promise.all([
      writeFile(join(posts, 'lang.md'), `---\ntitle: Lång\nidea: ${idea}\n---\nText.\n`),
      writeFile(join(posts, 'medgiven.md'), `---\ntitle: Medgiven\nidea: ${idea}\noverflow: [idea]\n---\nText.\n`),
      writeFile(join(posts, 'onodig.md'), `---\ntitle: Onödig\nidea: Kort.\noverflow: [idea, beats 2]\n---\nText.\n`),
      writeFile(join(posts, 'fel.md'), `---\ntitle: Fel\noverflow: [tanken]\n---\nText.\n`),
    ])
    const { code, out, err } = await run(['check', '--slides', '--content', join(folder, 'content')])
    const found = err.split('\n').filter((line) => /^\S.*:\d+:\d+ /.test(line)).map((line) => line.replace(/^.*\/posts\//, ''))
    expect(found.map((line) => line.split(' ').slice(0, 3).join(' ')).sort()).toEqual([
      'fel.md:3:12 error [bad-value]',
      'lang.md:3:7 error [overflow]',
      'lang.md:3:7 warning [too-long]',
      'onodig.md:4:12 error [needless-exemption]',
      'onodig.md:4:18 error [needless-exemption]',
    ])
    expect(out).toContain('3 of 4 posts can be built: 4 errors and 1 warning.')
    expect(code).toBe(1)
  })
})

describe('wrong usage', () => {
  it.each([
    [['chek'], 'There is no command "chek".', 'Did you mean check?'],
    [['check', '--forse'], 'There is no option --forse.', 'Did you mean --force?'],
    [['check', '--only'], '--only needs a value.', '--only slug,slug'],
    [['check', 'halla-lofte'], 'There is no post or workshop called halla-lofte.', 'Did you mean halla-loften?'],
    [['present'], 'Say which post or workshop to present.', 'npm run present'],
    [['new'], 'A post needs a title.', 'npm run new'],
  ])('%j is explained and ends with 2', async (args, message, hint) => {
    const { code, out, err } = await run(args)
    expect(err.split('\n')[0]).toBe(message)
    expect(err).toContain(hint)
    expect([code, out]).toEqual([2, ''])
  })

  it('is no reason to withhold the help', async () => {
    for (const args of [[], ['--help'], ['build', '--help']]) {
      const { code, out } = await run(args)
      expect(out).toContain('npm run build')
      expect(out).toContain('--only slug,slug')
      expect(code).toBe(0)
    }
  })
})

describe('new', () => {
  it('begins a post that can be built at once, and never writes over one', async () => {
    const content = ['--content', folder]
    expect(await run(['new', 'Åka till Östersund: ”snö” & is', ...content])).toMatchObject({ code: 0 })
    expect(await readdir(join(folder, 'posts'))).toEqual(['aka-till-ostersund-sno-is.md'])
    const path = join(folder, 'posts/aka-till-ostersund-sno-is.md')
    expect(await readFile(path, 'utf8')).toContain('title: "Åka till Östersund: ”snö” & is"')
    expect(await run(['check', ...content])).toMatchObject({ code: 0, out: '1 of 1 posts can be built: no problems.\n' })

    await writeFile(path, 'mine')
    const again = await run(['new', 'Åka till Östersund: snö, is', ...content])
    expect(again.code).toBe(2)
    expect(again.err).toContain('There is already a post called aka-till-ostersund-sno-is')
    expect(await readFile(path, 'utf8')).toBe('mine')
  })
})

it('ends at once and leaves nothing behind when it is interrupted while it prints', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'interrupted-'))
  const child = spawn(process.execPath, [`${root}src/setup/main.mjs`, 'build', 'antisalj', '--force', '--out', join(temporary, 'out')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise((done) => child.once('close', done))
  await expect.poll(() => said.includes('worksheets/antisalj.pdf'), { timeout: 120_000 }).toBe(true)
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(said).not.toContain('could not be printed')
  expect((await readdir(temporary)).filter((name) => name.startsWith('playwright'))).toEqual([])
  await rm(temporary, { recursive: true })
})
