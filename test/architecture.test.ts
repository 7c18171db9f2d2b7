import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))
const theme = fileURLToPath(new URL('../slides/theme', import.meta.url))

/** The folders of `src` and what each may import from, besides itself (design: the way of the data). */
const may: Readonly<Record<string, readonly string[]>> = {
  model: ['blocks'],
  geometry: [],
  words: ['model'],
  typography: ['model'],
  blocks: ['model', 'words', 'parse', 'render', 'typography', 'geometry'],
  parse: ['model', 'blocks', 'geometry'],
  plan: ['model', 'words', 'blocks', 'typography', 'geometry'],
  render: ['model', 'words', 'blocks', 'typography', 'geometry'],
  import: ['model', 'parse', 'plan', 'render'],
  lint: ['model', 'parse', 'blocks'],
  collect: ['model', 'words'],
  docs: ['model', 'parse'],
  load: ['model'],
  export: ['model', 'words', 'render', 'typography', 'geometry', 'program.ts', 'setup', 'toolkit.ts'],
  build: ['model', 'import', 'collect', 'docs', 'words', 'load', 'parse', 'plan', 'render', 'export', 'typography', 'program.ts', 'setup', 'toolkit.ts'],
  commands: ['model', 'import', 'collect', 'lint', 'build', 'load', 'parse', 'plan', 'render', 'export', 'words'],
  setup: ['cli.ts'],
}

/** What nobody outside the edge may use. */
const effects = /^(node:|pdf-lib|playwright|vue$|@slidev|vite$|fontkit|subset-font)/

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.d)\.(ts|vue|mjs)$/.test(name) && !name.includes('node_modules')).map((name) => join(folder, name))

interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm)].map(
    ([, type, from, bare, dynamic]) => ({ from: from ?? bare ?? dynamic ?? '', typeOnly: type !== undefined }),
  )
}

const folderOf = (file: string): string => relative(src, file).split(/[\\/]/)[0] ?? ''

it('keeps the direction of dependencies', () => {
  const wrong = filesIn(src).flatMap((file) => {
    const folder = folderOf(file)
    const allowed = may[folder]
    if (!allowed) return []
    return importsOf(file)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => folderOf(resolve(dirname(file), from)))
      .filter((other) => other !== folder && other !== '..' && !allowed.includes(other))
      .map((other) => `${relative(src, file)} imports ${other}`)
  })
  expect(wrong).toEqual([])
})

it('keeps effects out of the pure middle', () => {
  const pure = new Set(['model', 'geometry', 'words', 'typography', 'blocks', 'parse', 'plan', 'render', 'import', 'lint', 'docs'])
  const wrong = filesIn(src).filter((file) => pure.has(folderOf(file))).flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const clock = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bMath\.random\b|\bprocess\./.test(text) ? ['a clock or the process'] : []
    return [...importsOf(file).map(({ from }) => from).filter((from) => effects.test(from)), ...clock].map((what) => `${relative(src, file)} uses ${what}`)
  })
  expect(wrong).toEqual([])
})

it('lets the theme see only types of the generator', () => {
  const wrong = filesIn(theme).flatMap((file) =>
    importsOf(file).filter(({ from, typeOnly }) => from.includes('/src/') && !typeOnly).map(({ from }) => `${relative(theme, file)} imports ${from}`),
  )
  expect(wrong).toEqual([])
})

it('has no folder that the rules forget', () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(folders.filter((name) => !(name in may))).toEqual([])
})
