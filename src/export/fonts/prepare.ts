import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readCache, writeCache } from './cache.ts'
import { chains, firstFiles, fontFolder } from './faces.ts'
import { assemble, charactersOf, measureAdvances, measureKerning } from './measure.ts'
import type { FontFile, PreparedFonts } from './prepared.ts'
import { openFont, subset } from './subset.ts'
import { winAnsi } from './winansi.ts'

/** To be raised when the preparation itself changes. */
const version = 3

/**
 * Reads the committed fonts and makes them ready for layout and PDF. The result is kept in `cacheFolder`,
 * under a hash of the font files and tools; the folder may be deleted or damaged at any time.
 */
export async function prepareFonts(cacheFolder: string, folder = fontFolder): Promise<PreparedFonts> {
  const names = [...new Set(Object.values(chains).flat())].sort()
  const sources = await Promise.all(
    names.map(async (name) => ({ name, data: await readFile(join(folder, `${name}.woff2`)) })),
  )
  const digest = createHash('sha256').update(`${version} ${toolVersions().join(' ')}`)
  for (const { name, data } of sources) digest.update(`\n${name} ${data.length}\n`).update(data)
  const key = digest.digest('hex').slice(0, 32)

  const kept = await readCache(cacheFolder, key)
  const files = kept ?? (await Promise.all(sources.map(({ name, data }) => prepareFile(name, data))))
  if (!kept) await writeCache(cacheFolder, key, files)
  return assemble(key, new Map(files.map((file) => [file.name, file])))
}

async function prepareFile(name: string, source: Uint8Array): Promise<FontFile> {
  const font = openFont(source)
  const characters = charactersOf(font, name)
  const has = new Set(characters)
  const isFirst = firstFiles.has(name)
  const scale = 1000 / font.unitsPerEm
  const round = (value: number): number => Math.round(value * scale)
  const { minX, minY, maxX, maxY } = font.bbox
  const program = await subset(source, characters)
  const simple = characters.filter((codePoint) => winAnsi.has(codePoint))
  return {
    name,
    postScriptName: font.postscriptName,
    ascent: round(font.ascent),
    descent: round(font.descent),
    capHeight: round(font.capHeight),
    bbox: [round(minX), round(minY), round(maxX), round(maxY)],
    italicAngle: font.italicAngle,
    weight: font['OS/2'].usWeightClass,
    advance: measureAdvances(font, characters),
    kern: isFirst ? measureKerning(font, has) : {},
    program,
    simpleProgram: isFirst ? await subset(program, simple) : new Uint8Array(),
  }
}

/** Versions of the libraries whose output is kept, as `name@version`. */
function toolVersions(): string[] {
  const here = createRequire(import.meta.url)
  const subsetFont = here.resolve('subset-font')
  const entries: readonly [string, string][] = [
    ['fontkit', here.resolve('fontkit')],
    ['subset-font', subsetFont],
    ['harfbuzzjs', createRequire(subsetFont).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')],
  ]
  return entries.map(([name, entry]) => `${name}@${versionOf(name, entry)}`)
}

/** The version in the package.json above a package's entry file. */
function versionOf(name: string, entry: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json')
    if (!existsSync(path)) continue
    const about = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string }
    if (about.name === name) return about.version ?? ''
  }
  throw new Error(`The package ${name} has no package.json`)
}
