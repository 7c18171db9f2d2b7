/**
 * Makes the theme's static fonts from their variable sources; run it only to change a face:
 *
 *   npm install --no-save @fontsource-variable/bricolage-grotesque @fontsource-variable/newsreader @expo-google-fonts/source-sans-3
 *   node slides/theme/fonts/make.mjs
 *
 * Static, because Chromium prints variable fonts as Type 3.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import subsetFont from 'subset-font'

const variable = (family, subset, style) =>
  `node_modules/@fontsource-variable/${family}/files/${family}-${subset}-standard-${style}.woff2`
const sourceSans = (style) => `node_modules/@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`

const headline = { wght: 760, wdth: 88, opsz: 48 }
const quotation = { wght: 440, opsz: 48 }
const faces = {
  'bricolage-latin': [variable('bricolage-grotesque', 'latin', 'normal'), headline],
  'bricolage-latin-ext': [variable('bricolage-grotesque', 'latin-ext', 'normal'), headline],
  'newsreader-latin': [variable('newsreader', 'latin', 'italic'), quotation],
  'newsreader-latin-ext': [variable('newsreader', 'latin-ext', 'italic'), quotation],
  'source-sans-regular': [sourceSans('400Regular'), undefined],
  'source-sans-semibold': [sourceSans('600SemiBold'), undefined],
}

for (const [name, [file, variationAxes]] of Object.entries(faces)) {
  const source = readFileSync(file)
  const every = String.fromCodePoint(...fontkit.create(source).characterSet)
  const font = await subsetFont(source, every, { targetFormat: 'woff2', variationAxes })
  writeFileSync(new URL(`${name}.woff2`, import.meta.url), font)
  console.log(name, font.length)
}
