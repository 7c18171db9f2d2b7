import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.ts'

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
    expect(lines.at(-1)).toEqual({ type: 'summary', posts: 2, errors: 12, warnings: 3 })
    expect([code, err]).toEqual([1, ''])
  })

  it('finds nothing wrong with what is shipped', async () => {
    const { code, out, err } = await run(['check'])
    expect(err).toBe('')
    expect(out).toMatch(/^(\d+) of \1 posts can be built: no problems\.\n$/)
    expect(code).toBe(0)
  })
})

describe('wrong usage', () => {
  it.each([
    [['chek'], 'There is no command "chek".', 'Did you mean check?'],
    [['check', '--forse'], 'There is no option --forse.', 'Did you mean --force?'],
    [['check', '--only'], '--only needs a value.', '--only slug,slug'],
    [['check', 'halla-lofte'], 'There is no post called halla-lofte.', 'Did you mean halla-loften?'],
    [['present'], 'Say which post to present.', 'npm run present'],
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
    expect(await run(['new', 'Åka till Östersund: "snö" & is', ...content])).toMatchObject({ code: 0 })
    expect(await readdir(join(folder, 'posts'))).toEqual(['aka-till-ostersund-sno-is.md'])
    const path = join(folder, 'posts/aka-till-ostersund-sno-is.md')
    expect(await readFile(path, 'utf8')).toContain('title: "Åka till Östersund: \\"snö\\" & is"')
    expect(await run(['check', ...content])).toMatchObject({ code: 0, out: '1 of 1 posts can be built: no problems.\n' })

    await writeFile(path, 'mine')
    const again = await run(['new', 'Åka till Östersund: snö, is', ...content])
    expect(again.code).toBe(2)
    expect(again.err).toContain('There is already a post called aka-till-ostersund-sno-is')
    expect(await readFile(path, 'utf8')).toBe('mine')
  })
})
