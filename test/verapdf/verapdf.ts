import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folders } from '../../src/build/places.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Why veraPDF cannot run here; undefined when it can. Fetches it with Maven the first time. */
export function missingVeraPdf(): string | undefined {
  for (const tool of ['java', 'mvn']) if (spawnSync(tool, ['-version'], { stdio: 'ignore' }).error) return `there is no ${tool}`
  return fetchLibraries() ? undefined : 'Maven could not fetch it'
}

const library = join(folders.cache, `verapdf-${createHash('sha256').update(readFileSync(join(here, 'pom.xml'))).digest('hex').slice(0, 12)}`)

function fetchLibraries(): boolean {
  if (existsSync(library)) return true
  const scratch = `${library}.${process.pid}`
  mkdirSync(scratch, { recursive: true })
  const { status } = spawnSync('mvn', ['-q', '-B', '-f', join(here, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${scratch}`], { stdio: 'ignore', timeout: 300_000 })
  if (status === 0) renameSync(scratch, library)
  else rmSync(scratch, { recursive: true, force: true })
  return status === 0
}

/** What breaks a rule of PDF/UA-1 in these files, a line each; empty when nothing does. */
export function pdfUaProblems(paths: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync('java', ['-Xss4m', '-cp', `${library}/*`, join(here, 'Check.java'), ...paths], { encoding: 'utf8', timeout: 200_000, maxBuffer: 2 ** 26 })
  const lines = stdout.trim().split('\n')
  if (status !== 0 || lines.at(-1) !== `checked\t${paths.length}`) throw new Error(`veraPDF did not finish: ${stderr}`)
  return lines.slice(0, -1)
}
