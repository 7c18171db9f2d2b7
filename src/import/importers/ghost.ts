import { diagnostic, type Place } from '../../model/diagnostic.ts'
import { dayOfStamp } from '../dates.ts'
import type { Found, Importer, Settings, State, TextFile } from '../found.ts'
import { langOf } from './feed.ts'

/** Ghost's own export: a JSON file of all tables of its database. */
export const ghost: Importer = {
  name: 'Ghost export',
  recognises: (text) => /^\s*\{/.test(text) && /"db"\s*:\s*\[/.test(text.slice(0, 5000)) && /"posts"\s*:\s*\[/.test(text),
  read: readExport,
}

type Row = Readonly<Record<string, unknown>>

function* readExport(file: TextFile, settings: Settings): Generator<Found> {
  const place: Place = { path: file.path, line: 1, column: 1 }
  const data = tablesOf(file.text)
  if (!data) {
    settings.report(diagnostic('bad-source', place, 'the Ghost export is no valid JSON', 'export it again'))
    return
  }
  const setting = (...keys: string[]): string | undefined => textOf(rows(data['settings']).find(({ key }) => keys.includes(String(key))) ?? {}, 'value')
  const credit = setting('title')
  const lang = langOf(setting('locale', 'lang'))
  const url = setting('url')
  for (const [index, row] of rows(data['posts']).entries()) {
    if (row['type'] === 'page' || row['page'] === true || row['page'] === 1) continue
    const html = textOf(row, 'html')
    const title = textOf(row, 'title') ?? ''
    if (html === undefined && (textOf(row, 'lexical') ?? textOf(row, 'mobiledoc')) !== undefined) {
      settings.report(
        diagnostic('bad-item', place, `post ${index + 1} ("${title}") has only Ghost’s own format, and no HTML`, 'import the blog’s feed or its pages instead'),
      )
      continue
    }
    const stamp = textOf(row, 'published_at') ?? textOf(row, 'created_at')
    const date = stamp ? dayOfStamp(stamp, settings.zone) : undefined
    const slug = textOf(row, 'slug')
    const excerpt = textOf(row, 'custom_excerpt')
    const guid = textOf(row, 'uuid') ?? textOf(row, 'id')
    yield {
      place,
      title,
      body: { type: 'html', html: (html ?? '').replaceAll('__GHOST_URL__', url ?? ''), place, ...(url ? { base: url } : {}) },
      state: stateOf(row),
      ...(date ? { date } : {}),
      ...(guid ? { guid } : {}),
      ...(credit ? { credit } : {}),
      ...(lang ? { lang } : {}),
      ...(slug ? { slug } : {}),
      ...(excerpt ? { excerpt } : {}),
    }
  }
}

function tablesOf(text: string): Row | undefined {
  try {
    const { db } = JSON.parse(text) as { db?: { data?: Row }[] }
    return db?.[0]?.data
  } catch {
    return undefined
  }
}

const rows = (table: unknown): Row[] => (Array.isArray(table) ? table.filter((row): row is Row => typeof row === 'object' && row !== null) : [])

/** A cell as text; undefined when it is empty. */
function textOf(row: Row, key: string): string | undefined {
  const value = row[key]
  return typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined
}

function stateOf(row: Row): State {
  if (row['status'] === 'scheduled') return 'scheduled'
  if (row['status'] !== 'published' && row['status'] !== 'sent') return 'draft'
  return row['visibility'] === undefined || row['visibility'] === null || row['visibility'] === 'public' ? 'published' : 'private'
}
