import { shown } from '../build/places.ts'
import type { Command } from './command.ts'

export const docs: Command = {
  name: 'docs',
  usage: '',
  summary: 'draw the guide to exercises anew, after a change of the toolkit itself',
  details: ['Writes exercises/exercise.schema.json and docs/blocks/*.svg from exercises/README.md and the program. For developers.'],
  async run({ report }) {
    const [{ writeDocs }, { openTools }] = await Promise.all([import('../build/docs.ts'), import('../build/tools.ts')])
    const paths = await writeDocs(await openTools().fonts())
    for (const path of paths) report.result({ path: shown(path), state: 'written' })
    report.summary({ written: paths.length }, `${paths.length} files are as the program draws them now.`)
    return 0
  },
}
