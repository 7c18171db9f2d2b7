import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const id = 'virtual:saljverkstad-deck'
const resolvedId = `\0${id}`
const event = 'saljverkstad:deck'

/** Gives layouts the deck in `file` (JSON beside the entry) and follows its changes without a reload. */
export function deckData(file: string): Plugin {
  return {
    name: 'saljverkstad:deck-data',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    async load(source) {
      if (source !== resolvedId) return undefined
      return { code: moduleOf(await readDeck(file)), moduleType: 'js' }
    },
    configureServer(server) {
      server.watcher.add(file)
    },
    hotUpdate: {
      order: 'pre',
      async handler({ file: changed, type }) {
        if (changed !== file) return undefined
        if (type === 'delete') return []
        const deck = await readDeck(file).catch(() => undefined)
        if (deck === undefined) return []
        const module = this.environment.moduleGraph.getModuleById(resolvedId)
        if (module !== undefined) this.environment.moduleGraph.invalidateModule(module)
        this.environment.hot.send(event, JSON.parse(deck))
        return []
      },
    },
  }
}

/** The deck as JSON text; a deck written by hand with this theme may have none. */
async function readDeck(file: string): Promise<string> {
  try {
    return JSON.stringify(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{"sections":[]}'
    throw error
  }
}

/** The module's code. The data is a string in it, so that no plugin takes it for code. */
function moduleOf(deck: string): string {
  return `
import { computed, shallowRef } from 'vue'
import { useSlideContext } from '@slidev/client/context.ts'

export const deck = shallowRef(JSON.parse(${JSON.stringify(deck)}))

export function useSlideIndex() {
  const { $frontmatter, $page } = useSlideContext()
  return computed(() => $frontmatter.slide ?? $page.value - 1)
}

export function useFrontMatter() {
  const { $frontmatter } = useSlideContext()
  return computed(() => ({ ...$frontmatter }))
}

if (import.meta.hot) import.meta.hot.on('${event}', (data) => { deck.value = data })
`
}
