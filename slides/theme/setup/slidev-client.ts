import type { Plugin } from 'vite'

const id = 'virtual:saljverkstad-client'
const resolvedId = `\0${id}`

const code = `
export { useSlideContext } from '@slidev/client/context.ts'
export { useNav } from '@slidev/client/composables/useNav.ts'
export { magicKeys } from '@slidev/client/state/index.ts'
export { sharedState } from '@slidev/client/state/shared.ts'
`

/** What the theme takes from Slidev's own client, which is not compiled with this project; typed in `virtual.d.ts`. */
export function slidevClient(): Plugin {
  return {
    name: 'saljverkstad:slidev-client',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    load: (source) => (source === resolvedId ? { code, moduleType: 'js' } : undefined),
  }
}
