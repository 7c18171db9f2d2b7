import { mkdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { folders, shown } from '../build/places.ts'
import { readSources } from '../load/sources.ts'
import { UsageError } from '../model/usage-error.ts'
import { renderNewExercise } from '../render/new-exercise.ts'
import { slugFor } from '../render/new-post.ts'
import type { Call, ExitCode, Flags } from './command.ts'
import { writeNew } from './write-new.ts'

export const exerciseFlags = {
  exercise: { type: 'string', value: '"Title"', about: 'begin an exercise' },
} as const satisfies Flags

/** Begins an exercise, with every key explained in it; a file that is there already is never touched. */
export async function createExercise(title: string, { options, report }: Call): Promise<ExitCode> {
  const id = slugFor(title)
  if (id === '') throw new UsageError(`"${title}" has no letters to make a file name of.`, 'give it a title in words')
  const { paths } = await readSources(options.exercises, ['.yaml', '.yml'], shown)
  const taken = paths.find((path) => path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '') === id)
  if (taken) throw new UsageError(`There is already an exercise called ${id}: ${taken}`, 'choose another title, or edit that exercise')
  const path = resolve(options.exercises, `${id}.yaml`)
  const schema = relative(options.exercises, join(folders.exercises, 'exercise.schema.json')).split(sep).join('/')
  await mkdir(options.exercises, { recursive: true })
  await writeNew(path, renderNewExercise(title, schema.startsWith('.') ? schema : `./${schema}`))
  report.result({ path: shown(path), state: 'written' })
  report.say(`${shown(path)} is there. Use it in a post with: exercise: ${id}`)
  return 0
}
