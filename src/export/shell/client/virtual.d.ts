/** What the shell's code takes from Slidev's client, which is not compiled with this project; see `../client-plugin.ts`. */
declare module 'virtual:saljverkstad-slidev' {
  interface SlideContext {
    /** Of a slide of data `slide` is its index; one written by hand has what its file says. */
    readonly $frontmatter: { readonly slide?: number; readonly [key: string]: unknown }
    /** The slide's number, from 1. */
    readonly $page: import('vue').Ref<number>
    readonly $clicksContext: { setup(): void }
  }

  /** A way for windows to tell each other what they show. */
  interface Sync {
    /** Returns what tells the others of a change; `updating` is true for one that came from them. */
    init(channel: string, update: (state: object) => void, state: object): (state: object, updating?: boolean) => void
  }

  /** Layouts by name: the theme's and Slidev's own. */
  export const layouts: Readonly<Record<string, import('vue').Component>>
  export function useSlideContext(): SlideContext
  export function frontmatterToProps(frontmatter: object, index: number): Record<string, unknown>
  export function addSyncMethod(sync: Sync): void
  export function disableBuiltinSync(): void
  export function useNav(): {
    readonly isPresenter: import('vue').Ref<boolean>
    readonly enterPresenter: () => void
    /** Numbers of the slides that are printed. */
    readonly printRange: import('vue').Ref<number[]>
  }
}

/** Where the deck comes from: `data-to-draw.ts` or `data-in-page.ts`. */
declare module 'virtual:saljverkstad-data' {
  export const deck: import('vue').ShallowRef<import('../../../model/slide.ts').Deck>
}

/** Sections taken over by hand, by their slugs, as Slidev compiled them. */
declare module 'virtual:saljverkstad-custom' {
  interface Compiled {
    readonly component: import('vue').Component
    readonly meta: { readonly slide: { readonly frontmatter: object; readonly noteHTML?: string } }
  }

  export const custom: Readonly<Record<string, readonly Compiled[]>>
}
