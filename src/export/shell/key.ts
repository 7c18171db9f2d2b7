import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { toolkit } from '../../toolkit.ts'

const here = createRequire(import.meta.url)
/** Illustrations come to the shell as data. */
const ignored = ['node_modules', 'illustrations']
/** The builder, and what the client takes from the rest of the toolkit. */
const own = ['src/export/shell', 'src/render/slidev'].map((folder) => path.join(toolkit, folder))
const packages = ['@slidev/cli', 'vite', 'vue']

/** What a shell is made of, as a hash: the files in these folders, this builder, the packages that build it, and what else is said. */
export async function shellKey(folders: readonly string[], more: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256')
  for (const line of more) hash.update(`${line}\n`)
  for (const name of packages) hash.update(`${name} ${await versionOf(name)}\n`)
  for (const folder of [...own, ...folders]) await hashFolder(hash, folder)
  return hash.digest('hex').slice(0, 32)
}

async function versionOf(name: string): Promise<string> {
  const text = await readFile(here.resolve(`${name}/package.json`), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

async function hashFolder(hash: ReturnType<typeof createHash>, folder: string): Promise<void> {
  const names = (await filesIn(folder)).sort()
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
  files.forEach((bytes, index) => hash.update(`${names[index]} ${bytes.length}\n`).update(bytes))
}

/** The files in a folder and its subfolders, relative to it, with slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => !name.split('/').some((part) => ignored.includes(part)))
}
