import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { shown } from '../build/places.ts'
import { readSources } from '../load/sources.ts'
import { slugOf } from '../parse/post.ts'
import { renderNewPost, slugFor } from '../render/new-post.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Command } from './command.ts'
import { createExercise, exerciseFlags } from './new-exercise.ts'
import { createWorkshop, workshopFlags } from './new-workshop.ts'
import { writeNew } from './write-new.ts'

export const create: Command = {
  name: 'new',
  usage: '-- "Title"',
  summary: 'begin a post, an exercise or a workshop, with every field explained in it',
  details: [
    'Writes content/posts/<slug>.md; a file that is there already is never touched.',
    'With --exercise "Title" it writes exercises/<name>.yaml.',
    'With --workshop "Title" --posts a,b,c it writes content/workshops/<id>.yaml.',
  ],
  flags: { ...exerciseFlags, ...workshopFlags },
  async run(call) {
    const { names, options, flags, report } = call
    if (flags['workshop'] !== undefined) return createWorkshop(call)
    if (typeof flags['exercise'] === 'string') return createExercise(flags['exercise'], call)
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
