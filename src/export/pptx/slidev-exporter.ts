import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-chromium'

/** What Slidev's exporter is given: a page that shows the slides to print, and what it writes besides. */
export interface SlidevExport {
  readonly page: Page
  readonly slides: readonly { readonly title: string; readonly note: string; readonly frontmatter: object }[]
  readonly width: number
  readonly height: number
  /** Numbers from 1. */
  readonly pages: readonly number[]
  readonly go: () => Promise<void>
}

export interface SlidevReport {
  /** Slides that are a picture instead of text and shapes. */
  readonly fallbackSlides: readonly { readonly no: number; readonly reason: string }[]
  readonly imagesDropped: number
  readonly rastersFailed: number
}

type Export = (given: SlidevExport, output: string) => Promise<SlidevReport>

/**
 * Slidev's export to editable PowerPoint. It is no part of what Slidev offers to programs, so it is looked up in the
 * package, whose version is fixed in the lockfile.
 */
export async function slidevPptxExporter(): Promise<Export> {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'dist')
  for (const name of await readdir(folder)) {
    if (!/^pptx-.+\.mjs$/.test(name)) continue
    const module = (await import(pathToFileURL(path.join(folder, name)).href)) as { readonly exportPptxEditable?: Export }
    if (module.exportPptxEditable) return module.exportPptxEditable
  }
  throw new Error('This version of Slidev has no export to editable PowerPoint')
}
