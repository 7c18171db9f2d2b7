import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fontFolder } from '../fonts/faces.ts'
import { fontFile, openFont } from '../fonts/subset.ts'

/** Files by the names of their faces, as font folders have them. */
const sources: Readonly<Record<string, string>> = {
  'BricolageGrotesque-96ptExtraBold.ttf': 'bricolage-latin.woff2',
  'Newsreader16pt-Italic.ttf': 'newsreader-latin.woff2',
  'SourceSans3-Regular.ttf': 'source-sans-regular.woff2',
  'SourceSans3-SemiBold.ttf': 'source-sans-semibold.woff2',
}
const license = 'LICENSE.txt'

/** The names of the files that `installableFont` makes. */
export const installableFonts: readonly string[] = [...Object.keys(sources), license]

/**
 * One of the theme's faces as a file that a person can install, or the licence that goes with them: PowerPoint takes
 * fonts from the machine alone.
 */
export async function installableFont(name: string): Promise<Uint8Array> {
  const source = await readFile(path.join(fontFolder, sources[name] ?? license))
  if (name === license) return source
  return fontFile(source, String.fromCodePoint(...openFont(source).characterSet), 'sfnt')
}
