/** The deck's data and where the calling component stands in it; made by `vite-plugins.ts` or by the prebuilt shell. */
declare module 'virtual:saljverkstad-deck' {
  export const deck: import('vue').ShallowRef<import('../../../src/model/slide.ts').Deck>
  export function useSlideIndex(): import('vue').ComputedRef<number>
  /** What stands in the slide's own front matter. */
  export function useFrontMatter(): import('vue').ComputedRef<Readonly<Record<string, unknown>>>
}

/** Slidev's client, as far as the theme uses it; made by `slidev-client.ts`. */
declare module 'virtual:saljverkstad-client' {
  import type { ComputedRef } from 'vue'

  interface Route {
    /** The slide's number, from 1. */
    readonly no: number
    readonly meta: { readonly slide: { readonly frontmatter: { readonly slide?: number } } }
  }

  export function useNav(): {
    readonly currentSlideRoute: ComputedRef<Route>
    readonly isPresenter: ComputedRef<boolean>
  }

  /** Of the slide around the calling component: its number, from 1. */
  export function useSlideContext(): { readonly $page: import('vue').Ref<number> }

  /** Keys that are down. */
  export const magicKeys: { readonly current: ReadonlySet<string> }

  /** Kept alike in all windows of a presentation; `saljverkstad` is the theme's own part of it. */
  export const sharedState: { saljverkstad?: import('../clocks/shared.ts').Shared }
}
