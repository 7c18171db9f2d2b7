import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF's links to pages of its own: from which page to which, counted from 0. */
export async function linksOf(path: string): Promise<{ from: number; to: number }[]> {
  const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const document = await task.promise
  const links: { from: number; to: number }[] = []
  for (let from = 0; from < document.numPages; from += 1) {
    for (const { dest } of (await (await document.getPage(from + 1)).getAnnotations()) as { dest?: unknown[] | null }[]) {
      if (dest) links.push({ from, to: await document.getPageIndex(dest[0] as never) })
    }
  }
  await task.destroy()
  return links
}
