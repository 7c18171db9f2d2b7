import type { Plugin } from 'vite'
import { client } from './client-plugin.ts'

/** What a shell that is one file to carry needs besides: the deck's own title and minutes, and a single script. */
export function filePlugin(): Plugin {
  return {
    name: 'saljverkstad:file',
    enforce: 'post',
    transform(code, id) {
      if (id === '/@slidev/configs') {
        const config = replaced(code, 'export default ', `import { configOf } from ${JSON.stringify(client('config.ts'))}\nexport default configOf(`, id)
        return { code: `${config.replace(/;?\s*$/, '')})`, map: null }
      }
      // Slidev lets a window for the room lead the presenter's only where it was served from this machine: so is a file.
      if (id.endsWith('/@slidev/client/constants.ts')) return { code: replaced(code, '"127.0.0.1"', '"127.0.0.1", ""', id), map: null }
      return undefined
    },
    configResolved({ build }) {
      for (const output of [build.rolldownOptions.output].flat()) {
        if (output === undefined) continue
        delete output.manualChunks
        delete output.chunkFileNames
        output.codeSplitting = false
      }
    },
  }
}

function replaced(code: string, old: string, fresh: string, id: string): string {
  if (!code.includes(old)) throw new Error(`Slidev's ${id} is not as expected: it lacks ${old}`)
  return code.replace(old, () => fresh)
}
