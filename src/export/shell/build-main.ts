/**
 * Builds a shell; a program of its own, because Slidev remembers the first entry of a process and may end it.
 * Its argument is what `BuildArguments` says, as JSON. The shell is then in the folder's `dist`.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import { build, type Plugin } from 'vite'
import { client, clientPlugin } from './client-plugin.ts'
import { filePlugin } from './file-plugin.ts'
import { inlineAll } from './inline-all.ts'
import type { BuildArguments } from './open.ts'

const { theme, folder, kind, custom } = JSON.parse(process.argv[2] ?? '') as BuildArguments
const isFile = kind === 'file'
const entry = path.join(folder, 'shell.md')
const head = { theme: theme.replaceAll('\\', '/'), title: 'Deck', ...(isFile ? { routerMode: 'hash' } : { presenter: false, wakeLock: false }) }
// Each slide of a section taken over by hand gets the section's name into its front matter.
const pages = [head, ...custom.map(({ slug, path: file }) => ({ src: `./${path.basename(path.dirname(file))}/${path.basename(file)}`, custom: slug }))]
// Slidev takes files from its own folder alone: those of other content come with what lies beside them.
for (const from of new Set(custom.map(({ path: file }) => path.dirname(file)))) {
  await cp(from, path.join(folder, path.basename(from)), { recursive: true, filter: (name) => !path.basename(name).startsWith('.') })
}
await writeFile(entry, pages.map((page) => `---\n${Object.entries(page).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n`).join('\n'))
if (isFile) {
  await mkdir(path.join(folder, 'setup'))
  const setups = { main: 'windows.ts', shortcuts: 'shortcuts.ts' }
  for (const [name, file] of Object.entries(setups)) {
    await writeFile(path.join(folder, 'setup', `${name}.ts`), `export { default } from ${JSON.stringify(client(file))}\n`)
  }
}

const options = await resolveOptions({ entry }, isFile ? 'build' : 'export')
const index = `${options.userRoot}/index.html`
const layouts = Object.entries(await options.utils.getLayouts()).filter(([, file]) => file.startsWith(options.themeRoots[0] ?? theme))

/** The page, which Slidev keeps in memory. */
const indexHtml: Plugin = {
  name: 'saljverkstad:index-html',
  resolveId: { order: 'pre', handler: (id) => (id === index ? id : undefined) },
  load: { order: 'pre', handler: (id) => (id === index ? options.utils.indexHtml : undefined) },
}

const outDir = path.join(folder, 'dist')
await build({
  root: options.userRoot,
  base: isFile ? './' : '/',
  configFile: false,
  logLevel: 'error',
  plugins: [indexHtml, clientPlugin(kind, Object.fromEntries(layouts), options.data.slides.map(({ frontmatter }) => frontmatter['custom'] as string | undefined)), await ViteSlidevPlugin(options), isFile ? filePlugin() : []],
  build: {
    outDir,
    copyPublicDir: false,
    // What is read once from this machine's disk is worth no time; what is carried is. Lightning CSS rejects UnoCSS' output.
    minify: isFile,
    cssMinify: false,
    ...(isFile ? { assetsInlineLimit: Infinity } : {}),
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: Infinity,
    target: 'esnext',
    rollupOptions: { input: { index } },
  },
})
if (isFile) await inlineAll(outDir)
// Vite's helpers may keep the process alive.
process.exit(0)
