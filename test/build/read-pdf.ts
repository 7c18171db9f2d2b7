import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  readonly title: string
  readonly lang: string | undefined
  /** The text of each page, in reading order. */
  readonly pages: readonly string[]
  /** Structure types in use. */
  readonly tags: ReadonlySet<string>
  /** Form fields by full name, with what they are for. */
  readonly fields: ReadonlyMap<string, { readonly type: string; readonly label: string }>
  readonly links: readonly string[]
  readonly outline: readonly string[]
}

interface StructNode {
  readonly role?: string
  readonly children?: readonly StructNode[]
}

/** Opens a PDF with a reader that had no part in making it. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0, isEvalSupported: false })
  const document = await task.promise
  const pages: string[] = []
  const tags = new Set<string>()
  const fields = new Map<string, { type: string; label: string }>()
  const links: string[] = []
  const visit = (node: StructNode): void => {
    if (node.role) tags.add(node.role)
    node.children?.forEach(visit)
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    const tree = (await page.getStructTree()) as StructNode | null
    if (tree) visit(tree)
    for (const annotation of (await page.getAnnotations()) as { fieldName?: string; fieldType?: string; alternativeText?: string; url?: string }[]) {
      if (annotation.fieldName) fields.set(annotation.fieldName, { type: annotation.fieldType ?? '', label: annotation.alternativeText ?? '' })
      if (annotation.url) links.push(annotation.url)
    }
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string | null } }
  const outline = ((await document.getOutline()) as { title: string; items: { title: string }[] }[] | null) ?? []
  const read = { title: info.Title ?? '', lang: info.Language ?? undefined, pages, tags, fields, links, outline: outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]) }
  await task.destroy()
  return read
}
