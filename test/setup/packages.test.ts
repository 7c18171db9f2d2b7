import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

/** A checkout with nothing in it but the real script that installs packages, and an npm that writes down what it does. */
let root = ''
let lock = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'packages-'))
  lock = join(root, '.cache/packages.lock')
  for (const file of ['ensure-packages.mjs', 'alone.mjs']) await cp(`src/setup/${file}`, join(root, 'src/setup', file))
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } }))
  await writeFile(
    join(root, 'npm.cjs'),
    `const { appendFileSync, cpSync, mkdirSync, rmSync } = require('node:fs')
     appendFileSync('log', 'begins ' + process.argv.slice(2).join(' ') + '\\n')
     rmSync('node_modules', { recursive: true, force: true })
     mkdirSync('node_modules')
     setTimeout(() => {
       if (process.env.FAILS) process.exit(1)
       cpSync('package-lock.json', 'node_modules/.package-lock.json')
       appendFileSync('log', 'ends\\n')
     }, 400)`,
  )
})
afterEach(() => rm(root, { recursive: true }))

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The script in a process of its own, as a command begins with it. */
function run(env: Readonly<Record<string, string>> = {}, during: (pid: number) => unknown = () => undefined): Promise<Ran> {
  const script = pathToFileURL(join(root, 'src/setup/ensure-packages.mjs')).href
  const code = `const { ensurePackages } = await import(${JSON.stringify(script)}); await ensurePackages((line) => console.log(line))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, npm_execpath: join(root, 'npm.cjs'), ...env } })
  const ran = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => {
    ran.out += data.toString()
    if (child.pid) during(child.pid)
  })
  child.stderr.on('data', (data: Buffer) => (ran.err += data.toString()))
  return new Promise((resolve) => child.on('close', (status) => resolve({ code: status, ...ran })))
}

const log = async (): Promise<string[]> => (await readFile(join(root, 'log'), 'utf8').catch(() => '')).split('\n').filter(Boolean)
const ci = 'begins ci --include=dev --no-audit --no-fund --loglevel=error'

it('of commands that begin at once one installs, and the others wait and say so', async () => {
  const all = await Promise.all([run(), run(), run()])
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0])
  expect(await log()).toEqual([ci, 'ends'])
  expect(all.filter(({ out }) => out.startsWith('Installing the packages'))).toHaveLength(1)
  const waited = all.filter(({ out }) => /^Another command is installing the packages( \(process \d+\))?; waiting for it …\n$/.test(out))
  expect(waited).toHaveLength(2)
  expect(await readdir(join(root, '.cache'))).toEqual([])
})

it('nothing is locked, made or said when there is nothing to do', async () => {
  await run()
  await rm(join(root, '.cache'), { recursive: true })
  expect(await run()).toEqual({ code: 0, out: '', err: '' })
  await expect(readdir(join(root, '.cache'))).rejects.toThrow()
  expect(await log()).toHaveLength(2)
})

it('the next one tries again after one that failed', async () => {
  let next: Promise<Ran> | undefined
  const failed = await run({ FAILS: '1' }, () => (next ??= run()))
  const other = await next
  expect(failed.err).toContain('The packages could not be installed.')
  expect(failed.code).not.toBe(0)
  expect(other?.code).toBe(0)
  expect(await log()).toEqual([ci, ci, 'ends'])
})

it.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), token: 'x' }, 0],
  ['a process that cannot still be at it', { pid: process.pid, host: hostname(), token: 'x' }, 31],
  ['another machine, long ago', { pid: 1, host: 'elsewhere', token: 'x' }, 31],
  ['nobody, for a while', undefined, 1],
])('a lock of %s is taken over', async (_whose, owner, minutes) => {
  await mkdir(lock, { recursive: true })
  if (owner) await writeFile(join(lock, 'owner.json'), JSON.stringify(owner))
  const then = new Date(Date.now() - minutes * 60_000)
  await utimes(lock, then, then)
  const all = await Promise.all([run(), run()])
  expect(all.map(({ code }) => code)).toEqual([0, 0])
  expect(await log()).toEqual([ci, 'ends'])
  expect(await readdir(join(root, '.cache'))).toEqual([])
})

it('a lock whose process was killed holds nobody up', async () => {
  const killed = await run({}, (pid) => process.kill(pid, 'SIGKILL'))
  expect(killed.code).toBeNull()
  expect(await readdir(lock)).toEqual(['owner.json'])
  expect((await run()).code).toBe(0)
  expect((await log()).at(-1)).toBe('ends')
})
