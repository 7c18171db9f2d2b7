import path from 'node:path'
import type { Plugin } from 'vite'
import { toolkit } from '../../toolkit.ts'
import type { ShellKind } from './open.ts'

/** The path of a module of the shell's own, with slashes. */
export const client = (name: string): string => path.join(toolkit, 'src/export/shell/client', name).replaceAll('\\', '/')

/**
 * Puts the shell's own modules in the place of Slidev's list of slides and of the theme's deck data. `sections` names for
 * each slide that Slidev compiles the section it is of, if it is one taken over by hand.
 */
export function clientPlugin(kind: ShellKind, layouts: Readonly<Record<string, string>>, sections: readonly (string | undefined)[]): Plugin {
  const modules: Readonly<Record<string, string>> = {
    '/@slidev/slides': `export * from ${JSON.stringify(client('slides.ts'))}`,
    'virtual:saljverkstad-data': `export * from ${JSON.stringify(client(kind === 'file' ? 'data-in-page.ts' : 'data-to-draw.ts'))}`,
    'virtual:saljverkstad-deck': `export * from ${JSON.stringify(client('deck.ts'))}`,
    'virtual:saljverkstad-custom': customModule(sections),
    'virtual:saljverkstad-slidev': slidevModule(layouts),
    // Pop-ups in code, which slides of data have none of; half of Slidev's client hangs on it.
    '@shikijs/vitepress-twoslash/client': 'export default { install() {} }',
  }
  return {
    name: 'saljverkstad:shell',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (id) => (id in modules ? `\0${id}` : undefined),
    },
    load: {
      order: 'pre',
      handler(id) {
        const code = modules[id.replace('\0', '')]
        return code === undefined ? undefined : { code, moduleType: 'js' }
      },
    },
  }
}

function slidevModule(layouts: Readonly<Record<string, string>>): string {
  const files = Object.entries(layouts)
  return [
    "export { addSyncMethod, disableBuiltinSync, useNav } from '@slidev/client'",
    "export { frontmatterToProps, useSlideContext } from '@slidev/client/context.ts'",
    ...files.map(([, file], index) => `import layout${index} from ${JSON.stringify(file)}`),
    // Looked up when they are needed: layouts and the list of slides need each other.
    `export const layouts = { ${files.map(([name], index) => `get ${JSON.stringify(name)}() { return layout${index} }`).join(', ')} }`,
  ].join('\n')
}

/** The compiled slides of sections taken over by hand, by the sections' names. */
function customModule(sections: readonly (string | undefined)[]): string {
  const own = sections.flatMap((section, index) => (section === undefined ? [] : [{ section, no: index + 1 }]))
  const names = [...new Set(own.map(({ section }) => section))]
  const slidesOf = (name: string): string => own.filter(({ section }) => section === name).map(({ no }) => `{ component: slide${no}, meta: meta${no} }`).join(', ')
  return [
    ...own.map(({ no }) => `import slide${no} from '/@slidev/slides/${no}/md'\nimport { meta as meta${no} } from '/@slidev/slides/${no}/frontmatter'`),
    `export const custom = { ${names.map((name) => `${JSON.stringify(name)}: [${slidesOf(name)}]`).join(', ')} }`,
  ].join('\n')
}
