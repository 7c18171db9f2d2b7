import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeProfile, removeAbandoned } from '../../../src/export/browser/profile.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'profiles-'))
process.env['TMPDIR'] = folder
afterAll(() => rmSync(folder, { recursive: true }))

const twoDaysAgo = Date.now() / 1000 - 2 * 86_400

function ofProcess(pid: number, when?: number): string {
  const made = path.join(folder, `saljverkstad-browser-${pid}-abc`)
  mkdirSync(path.join(made, 'Default'), { recursive: true })
  if (when !== undefined) utimesSync(made, when, when)
  return made
}

test('removes what an ended process left days ago, and nothing else', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const own = await makeProfile()
  const foreign = ['saljverkstad-bench-1', 'saljverkstad-browser-9z', 'saljverkstad-browser-abc-d'].map((name) => path.join(folder, name))
  foreign.forEach((one) => mkdirSync(one))
  for (const old of [own, ...foreign]) utimesSync(old, twoDaysAgo, twoDaysAgo)
  const abandoned = ofProcess(pid, twoDaysAgo)
  await removeAbandoned()
  expect([own, ...foreign, abandoned].map((one) => existsSync(one))).toEqual([true, true, true, true, false])
  const fresh = ofProcess(pid)
  await removeAbandoned()
  expect(existsSync(fresh)).toBe(true)
})
