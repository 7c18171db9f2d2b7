/**
 * Builds a shell; a program of its own, because Slidev remembers the first entry of a process and may end it.
 * Arguments: the theme's folder, a folder to build in, which must hold nothing, and what kind of shell. It is then in
 * the folder's `dist`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import { build, type Plugin } from 'vite'
import { client, clientPlugin } from './client-plugin.ts'
import { filePlugin } from './file-plugin.ts'
import { inlineAll } from './inline-all.ts'

const [theme = '', folder = ''] = process.argv.slice(2).map((argument) => path.resolve(argument))
const isFile = process.argv[4] === 'file'
const entry = path.join(folder, 'shell.md')
const head = { theme: theme.replaceAll('\\', '/'), title: 'Deck', ...(isFile ? { routerMode: 'hash' } : { presenter: false, wakeLock: false }) }
await writeFile(entry, `---\n${Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n`)
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
  plugins: [indexHtml, clientPlugin(Object.fromEntries(layouts)), await ViteSlidevPlugin(options), isFile ? filePlugin() : []],
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
