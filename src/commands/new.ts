import { open } from 'node:fs/promises'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { shown } from '../build/places.ts'
import { readSources } from '../load/sources.ts'
import { slugOf } from '../parse/post.ts'
import { renderNewPost, slugFor } from '../render/new-post.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Command } from './command.ts'

export const create: Command = {
  name: 'new',
  usage: '-- "Title"',
  summary: 'begin a post, with every field explained in it',
  details: ['Writes content/posts/<slug>.md; a file that is there already is never touched.'],
  async run({ names, options, report }) {
    const title = names.join(' ').trim()
    if (title === '') throw new UsageError('A post needs a title.', 'write: npm run new -- "What it is about"')
    const slug = slugFor(title)
    if (slug === '') throw new UsageError(`"${title}" has no letters to make a file name of.`, 'give it a title in words')
    const folder = resolve(options.content, 'posts')
    const { sources } = await readSources(folder, ['.md'], shown)
    const taken = sources.find(({ path }) => slugOf(path) === slug)
    if (taken) throw new UsageError(`There is already a post called ${slug}: ${taken.path}`, 'choose another title, or edit that post')
    const exercises = await readSources(options.exercises, ['.yaml', '.yml'], shown)
    const path = resolve(folder, `${slug}.md`)
    await mkdir(folder, { recursive: true })
    await writeNew(path, renderNewPost(title, exercises.sources.map((source) => slugOf(source.path).replace(/\.ya?ml$/, ''))))
    report.result({ path: shown(path), state: 'written' })
    report.say(`${shown(path)} is there. Write your post in it, then: npm run build -- ${slug}`)
    return 0
  },
}

/** Creates a file and fails if there is one by then: what a person wrote is never written over. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}
