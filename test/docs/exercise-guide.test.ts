import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { blockKinds } from '../../src/blocks/index.ts'
import { docsFiles } from '../../src/build/docs.ts'
import { folders } from '../../src/build/places.ts'
import { toolkit } from '../../src/toolkit.ts'
import { readGuide, type ExerciseGuide } from '../../src/docs/read-guide.ts'
import { parseExercise } from '../../src/parse/exercise.ts'
import { renderNewExercise } from '../../src/render/new-exercise.ts'
import { fonts } from '../export/pdf/kit.ts'

interface Schema {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema & { readonly const?: string }>>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

let guide: ExerciseGuide
let schema: Schema
beforeAll(async () => {
  guide = readGuide(await readFile(join(folders.exercises, 'README.md'), 'utf8'))
  schema = JSON.parse(await readFile(join(folders.exercises, 'exercise.schema.json'), 'utf8')) as Schema
})

/** Every key of the schema by its path, as the guide has it, with what is said of it. */
function keysOf(part: Schema, path = ''): [string, string | undefined][] {
  const inner = [part.items, ...(part.anyOf ?? [])].filter((one): one is Schema => one !== undefined).flatMap((one) => keysOf(one, path))
  const kinds = (part.oneOf ?? []).flatMap((one) => keysOf(one, `${path}.${one.properties?.['kind']?.const}`))
  const own = Object.entries(part.properties ?? {}).flatMap(([key, one]): [string, string | undefined][] => {
    const at = path === '' ? key : `${path}.${key}`
    return [[at, one.description], ...keysOf(one, at)]
  })
  return [...own, ...inner, ...kinds]
}

describe('the guide to exercises', () => {
  it('is what schema and pictures are made of, and has the values that the schema has', async () => {
    for (const [path, text] of await docsFiles(await fonts())) {
      expect(await readFile(path, 'utf8').catch(() => ''), `${path.slice(toolkit.length + 1)} is not as the program makes it now: run npm run docs`).toBe(text)
    }
  }, 120_000)

  it('says what every key is', () => {
    expect(keysOf(schema).filter(([, about]) => about === undefined)).toEqual([])
  })

  it('names no key that there is not', () => {
    const known = new Set(keysOf(schema).map(([path]) => path))
    const common = new Set(['kind', 'title', 'prompt', 'hint', 'key', 'shareable'].map((key) => `worksheet.${key}`))
    expect([...guide.keys.keys()].filter((path) => !known.has(path) && !common.has(path))).toEqual([])
  })

  it('shows every kind of block, with an example of it', () => {
    expect([...guide.kinds.keys()].sort()).toEqual(blockKinds.map(({ kind }) => kind as string).sort())
    for (const [kind, { yaml, picture }] of guide.kinds) {
      expect(picture).toBe(`../docs/blocks/${kind}.svg`)
      expect(parse(yaml)).toMatchObject([{ kind }])
    }
  })
})

describe('the schema for editors', () => {
  const validate = (text: string): boolean => new Ajv({ strict: false }).compile(schema)(parse(text))

  it('accepts every exercise that is shipped', async () => {
    const names = (await readdir(folders.exercises)).filter((name) => name.endsWith('.yaml'))
    expect(names.length).toBeGreaterThanOrEqual(20)
    for (const name of names) expect([name, validate(await readFile(join(folders.exercises, name), 'utf8'))]).toEqual([name, true])
  })

  it.each([
    ['no title', 'steps: [{title: a, minutes: 1}]'],
    ['an unknown key', 'title: a\ntilte: b'],
    ['an unknown kind', 'title: a\nworksheet: [{kind: circle}]'],
    ['a word for a number', 'title: a\nworksheet: [{kind: lines, rows: många}]'],
    ['too many of something', 'title: a\nworksheet: [{kind: matrix, x: [a, b, c], y: [a, b]}]'],
    ['a key of another kind', 'title: a\nworksheet: [{kind: lines, height: 20}]'],
  ])('refuses %s, as the check does', (_, text) => {
    expect(validate(text)).toBe(false)
    expect(parseExercise({ path: 'a.yaml', text }).diagnostics).not.toEqual([])
  })

  it.each([['a number as a title', 'title: 2012'], ['numbers and truth values', 'title: a\ntiming: 7.5\nsteps: [{title: b, minutes: 7.5, letter: 1}]\nworksheet: [{kind: promise, signature: true, rows: 2}]'], ['one tip without a list', 'title: a\ntips: En sak.']])(
    'accepts %s, as the check does',
    (_, text) => {
      expect(validate(text)).toBe(true)
      expect(parseExercise({ path: 'a.yaml', text }).diagnostics).toEqual([])
    },
  )
})

describe('a new exercise', () => {
  const made = renderNewExercise('Tre frågor: en övning', './exercise.schema.json')
  /** All that it explains, put to use. */
  const inUse = made.replace(/^( *)# ?(?=(?: *- \{|[a-zA-Z]+: |[a-zA-Z]+:$))/gm, '$1')

  it.each([['as it is', made], ['with everything in it put to use', inUse]])('is right %s', (_, text) => {
    const { exercise, diagnostics } = parseExercise({ path: 'tre-fragor.yaml', text })
    expect(diagnostics).toEqual([])
    expect(exercise?.title).toBe('Tre frågor: en övning')
    expect(new Ajv({ strict: false }).compile(schema)(parse(text))).toBe(true)
  })

  it('begins with the line that editors look for', () => {
    expect(made.split('\n')[0]).toBe('# yaml-language-server: $schema=./exercise.schema.json')
  })

  it('explains every key but the name of the file, and shows every kind of block', () => {
    const used = parse(inUse) as { worksheet: { kind: string }[] }
    expect(Object.keys(schema.properties ?? {}).filter((key) => !(key in used))).toEqual(['id'])
    expect(new Set(used.worksheet.map(({ kind }) => kind))).toEqual(new Set(blockKinds.map(({ kind }) => kind as string)))
    for (const key of ['hint', 'key', 'shareable', 'letter', 'say', 'prompt', 'rows']) expect(inUse).toMatch(new RegExp(`^ +${key}: `, 'm'))
  })
})
