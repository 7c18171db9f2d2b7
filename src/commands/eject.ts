import { mkdir, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { customFolder, shown } from '../build/places.ts'
import { UsageError } from '../model/usage-error.ts'
import { writeAtomic } from '../export/files/atomic.ts'
import type { Command } from './command.ts'

export const eject: Command = {
  name: 'eject',
  usage: '-- slug',
  summary: "take a section's slides over by hand, as a Markdown file",
  details: [
    'Writes slides/custom/<slug>.md, a Slidev file with all text and notes of the section for you to change as you like.',
    'From then on it is shown as it is and never written over. Builds tell you when the post or its exercise change.',
    'Delete the file to have the section made from its post again.',
  ],
  flags: { seen: { type: 'boolean', value: '', about: 'say that you have seen what changed in the post since' } },
  async run({ names, options, flags, report }) {
    const [slug, ...more] = [...names, ...options.only]
    if (!slug || more.length > 0) throw new UsageError('Say which section to take over.', 'write: npm run eject -- its-slug')
    const [{ planAll }, { openTools }, { handFileOf }, { originFolder }] = await Promise.all([
      import('../build/plan-all.ts'), import('../build/tools.ts'), import('../build/taken-over.ts'), import('../load/custom.ts'),
    ])
    const { posts, diagnostics } = await planAll({ ...options, only: [slug] }, openTools())
    const [post] = posts
    if (!post) {
      report.diagnostics(diagnostics.filter(({ severity }) => severity === 'error'))
      return 1
    }
    const folder = customFolder(options)
    const path = resolve(folder, `${slug}.md`)
    const { text, pictures } = handFileOf(post.takenOver?.generated ?? post.section, folder)
    const origin = resolve(folder, originFolder, `${slug}.md`)
    if (flags['seen'] === true) {
      if (!post.takenOver) throw new UsageError(`${slug} has not been taken over.`, `write: npm run eject -- ${slug}`)
      await writeAtomic(origin, text)
      report.say(`Noted. You will be told when the post of ${shown(path)} changes again.`)
      return 0
    }
    if (post.takenOver) throw new UsageError(`${slug} has been taken over already: ${shown(path)}`, 'change that file; it is never written over')
    for (const [name, bytes] of Object.entries(pictures)) await writeNew(resolve(folder, name), bytes)
    await writeAtomic(origin, text)
    await writeNew(path, text)
    report.result({ path: shown(path), state: 'written' })
    report.say(`${shown(path)} is yours now. Change it, then: npm run build -- ${slug}`)
    return 0
  },
}

/** Creates a file and leaves one alone that is there already. */
async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  try {
    await file?.writeFile(content)
  } finally {
    await file?.close()
  }
}
