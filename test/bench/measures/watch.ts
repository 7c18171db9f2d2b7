import { spawn } from 'node:child_process'
import { cp, stat } from 'node:fs/promises'
import { toolkit } from '../../../src/toolkit.ts'
import type { Measure } from '../measure.ts'
import { endWith, environment } from '../run.ts'
import { edit, type PostFile } from '../workplace.ts'

/** `watch`: from saving a post until both of its PDFs are written. */
export const watch: Measure = {
  name: 'watch',
  group: 'edits',
  peers: false,
  rounds: () => 1,
  async round({ place, figures, extent }) {
    const content = place.at('content-watched')
    await cp(place.content, content, { recursive: true })
    const out = place.at('out-watched')
    const child = spawn(process.execPath, place.argumentsOf(['watch'], content, out), { cwd: toolkit, env: environment(place.cache()), stdio: ['ignore', 'pipe', 'pipe'] })
    const leave = endWith(child)
    const ended = new Promise((done) => child.once('close', done))
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    try {
      await until(() => said.includes('Watching.'), () => said)
      const posts = place.posts.map((post): PostFile => ({ ...post, path: post.path.replace(place.content, content) }))
      for (let index = 0; index < (extent.quick ? 5 : 15); index += 1) {
        const post = posts[(index * 7) % posts.length]
        if (!post) continue
        const before = said.length
        const files = ['decks', 'worksheets'].map((kind) => `${out}/${kind}/${post.slug}.pdf`)
        const old = await Promise.all(files.map(written))
        const start = performance.now()
        await edit(post)
        await until(async () => (await Promise.all(files.map(written))).every((time, which) => time !== old[which]), () => said)
        figures.add('watch', [(performance.now() - start) / 1000])
        // What else follows from the edit is made before the next.
        await until(() => / made, .* s\n/.test(said.slice(before)), () => said)
        await new Promise((next) => setTimeout(next, 300))
      }
    } finally {
      child.kill('SIGINT')
      await ended
      leave()
    }
  },
}

const written = (file: string): Promise<number> => stat(file).then(({ mtimeMs, ino }) => mtimeMs + ino, () => 0)

/** Looks every few milliseconds whether something has happened. @throws {Error} with what was said, after two minutes */
async function until(happened: () => boolean | Promise<boolean>, said: () => string): Promise<void> {
  const patience = performance.now() + 120_000
  while (!(await happened())) {
    if (performance.now() > patience) throw new Error(`The watch did not follow a saved post.\n${said().slice(-2000)}`)
    await new Promise((next) => setTimeout(next, 3))
  }
}
