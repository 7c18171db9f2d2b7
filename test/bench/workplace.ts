import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folders } from '../../src/build/places.ts'
import { slugOf } from '../../src/parse/post.ts'
import { cacheFolder } from '../../src/setup/cache-folder.mjs'
import { toolkit } from '../../src/toolkit.ts'
import { program, run, type Ran, type RunOptions } from './run.ts'

/** A post's file in the copy of the content. */
export interface PostFile {
  readonly slug: string
  readonly path: string
}

/** Where the bench works: a copy of the content, outputs and a cache of its own. All of it is gone when the process ends. */
export interface Workplace {
  /** A path in the temporary folder. */
  readonly at: (...parts: readonly string[]) => string
  /** The copy of the content, with its workshops. */
  readonly content: string
  /** The twenty posts of the copy. */
  readonly posts: readonly PostFile[]
  /** Runs a command of the toolkit on some content, and takes its time. */
  readonly command: (args: readonly string[], options?: RunOptions & { readonly content?: string; readonly out?: string }) => Promise<Ran>
  /** The arguments of node for such a command. */
  readonly argumentsOf: (args: readonly string[], content?: string, out?: string) => string[]
  /** What makes a process use the bench's cache, or one of another name. */
  readonly cache: (name?: string) => { readonly SALJVERKSTAD_CACHE: string }
  readonly emptyCache: (name?: string) => Promise<void>
}

export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'saljverkstad-bench-'))
  const at = (...parts: readonly string[]): string => join(folder, ...parts)
  const content = at('content')
  await cp(folders.content, content, { recursive: true })
  const caches = new Set<string>()
  const cache: Workplace['cache'] = (name = 'usual') => {
    const SALJVERKSTAD_CACHE = `saljverkstad-bench-${process.pid}-${name}`
    caches.add(name)
    return { SALJVERKSTAD_CACHE }
  }
  process.once('exit', () => {
    for (const gone of [folder, ...[...caches].map((name) => cacheFolder(toolkit, cache(name)))]) rmSync(gone, { recursive: true, force: true })
  })
  const emptyCache = (name?: string): Promise<void> => rm(cacheFolder(toolkit, cache(name)), { recursive: true, force: true })
  const argumentsOf: Workplace['argumentsOf'] = (args, from = content, out = at('out')) => [program, ...args, '--content', from, '--exercises', folders.exercises, '--out', out]
  return {
    at, content, cache, emptyCache, argumentsOf,
    posts: await postsIn(content),
    command: (args, { content: from, out, env, ...options } = {}) => run(argumentsOf(args, from, out), { cwd: toolkit, env: { ...cache(), ...env }, ...options }),
  }
}

async function postsIn(content: string): Promise<PostFile[]> {
  const names = (await readdir(join(content, 'posts'))).filter((name) => name.endsWith('.md')).sort()
  return names.map((name) => ({ slug: slugOf(name), path: join(content, 'posts', name) }))
}

let edits = 0

/** Saves a post with another title, which is in both of its PDFs. */
export async function edit({ path }: PostFile): Promise<void> {
  edits += 1
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(/^title: .*$/m, `title: Ändrad ${edits} gånger`))
}

/** Content of `count` posts: those of the copy over and over, under names and titles of their own. */
export async function multiply(place: Workplace, count: number): Promise<string> {
  const content = place.at(`content-${count}`)
  await mkdir(join(content, 'posts'), { recursive: true })
  const texts = await Promise.all(place.posts.map(async (post) => ({ ...post, text: await readFile(post.path, 'utf8') })))
  for (let index = 0; index < count; index += 1) {
    const [post, copy] = [texts[index % texts.length], Math.floor(index / texts.length) + 1]
    if (post === undefined) continue
    const named = post.text.replace(/^(title: )(.*?)("?)$/m, `$1$2 ${copy}$3`)
    const drawn = /^illustration:/m.test(named) ? named : named.replace(/^(title: .*)$/m, `$1\nillustration: ${post.slug}`)
    await writeFile(post.path.replace(join(place.content, 'posts'), join(content, 'posts')).replace(/\.md$/, `-kopia-${copy}.md`), drawn)
  }
  return content
}
