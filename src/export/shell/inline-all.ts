import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a built page one file: its styles and its script go into it, and nothing else is left in the folder. Where a
 * deck's own goes stand `{lang}`, `{head}` and `{deck}`, the first of their kind; see `renderFile`.
 */
export async function inlineAll(folder: string): Promise<void> {
  const file = path.join(folder, 'index.html')
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8')
  let html = await readFile(file, 'utf8')
  const scripts: string[] = []
  for (const [tag, name = ''] of html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="\.\/([^"]+)"[^>]*>/g)) {
    const css = await read(name)
    html = html.replace(tag, () => `<style>${inStyle(css)}</style>`)
  }
  for (const [tag, name = ''] of html.matchAll(/<script\b[^>]*\bsrc="\.\/([^"]+)"[^>]*><\/script>/g)) {
    scripts.push(`<script type="module">${inScript(await read(name))}</script>`)
    html = html.replace(tag, '')
  }
  const left = /<(?:link|script|img)\b[^>]*\b(?:src|href)="(?!data:)[^"]*"/.exec(html)?.[0]
  if (scripts.length === 0 || left !== undefined) throw new Error(`The page still needs ${left ?? 'its script'}`)
  html = html
    .replace(/<title>[^]*?<\/title>|<meta property="og:[^>]*>/g, '')
    .replace(/<html\b[^>]*>/, '<html lang="{lang}">')
    .replace(/<meta charset[^>]*>/i, '$&{head}')
    // Last in the page, for there to be the deck's data when they run.
    .replace('</body>', () => `{deck}${scripts.join('')}</body>`)
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true })
  await writeFile(file, html)
}

/** Escapes what would end a script, or begin a comment in which it no longer ends (HTML, 4.12.1.3). */
const inScript = (code: string): string => code.replace(/<(?=!--|\/?script)/gi, '\\x3c')

function inStyle(css: string): string {
  if (/<\/style/i.test(css)) throw new Error('A style sheet holds an end tag')
  return css
}
