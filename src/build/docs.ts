import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeAtomic } from '../export/files/atomic.ts'
import { webFonts, type PreparedFonts } from '../export/fonts/index.ts'
import { exerciseJsonSchema } from '../docs/exercise-schema.ts'
import { withValues } from '../docs/guide-values.ts'
import { readGuide } from '../docs/read-guide.ts'
import { parseExercise } from '../parse/exercise.ts'
import type { FontId } from '../model/font.ts'
import { derivedScene } from '../plan/derived-scene.ts'
import { blockPicture } from '../render/sheet/block-picture.ts'
import { hyphenator } from '../typography/hyphenate.ts'
import { folders } from './places.ts'

/**
 * Files that follow from the guide to exercises and from the program, by path: the guide itself with the values that
 * each key may have, the schema for editors, and a picture of each block.
 */
export async function docsFiles(fonts: PreparedFonts): Promise<Map<string, string>> {
  const path = join(folders.exercises, 'README.md')
  const markdown = await readFile(path, 'utf8')
  const guide = readGuide(markdown)
  const schema = exerciseJsonSchema(guide)
  const files = new Map([
    [path, withValues(markdown, schema)],
    [join(folders.exercises, 'exercise.schema.json'), `${JSON.stringify(schema, null, 2)}\n`],
  ])
  for (const [kind, { yaml, picture }] of guide.kinds) {
    if (picture !== undefined) files.set(resolve(folders.exercises, picture), await drawn(kind, yaml, fonts))
  }
  return files
}

/** Writes those files anew. */
export async function writeDocs(fonts: PreparedFonts): Promise<string[]> {
  const files = await docsFiles(fonts)
  for (const [path, text] of files) await writeAtomic(path, text)
  return [...files.keys()]
}

/** The picture of a block's example, with the fonts it needs inside. */
async function drawn(kind: string, yaml: string, fonts: PreparedFonts): Promise<string> {
  const text = `title: Exempel\nworksheet:\n${yaml.replace(/^(?=.)/gm, '  ')}`
  const { exercise, diagnostics } = parseExercise({ path: `${kind}.yaml`, text })
  const [block] = exercise?.worksheet ?? []
  if (!block || diagnostics.length > 0) throw new Error(`The example of "${kind}" in exercises/README.md is wrong: ${diagnostics[0]?.message ?? 'there is none'}`)
  const svg = blockPicture(block, derivedScene('exempel'), fonts.metrics, hyphenator('sv'))
  const texts = [...svg.matchAll(/>([^<]+)</g)].map(([, one]) => one).join('')
  const faces = (Object.keys(fonts.metrics) as FontId[]).filter((face) => svg.includes(`Säljverkstad ${face}'`))
  const rules = (await webFonts(texts, faces, 'woff2')).map(({ face, base64 }) => `@font-face{font-family:"Säljverkstad ${face}";src:url(data:font/woff2;base64,${base64})}`)
  return `${svg.replace('>', `><style>${rules.join('')}</style>`)}\n`
}
