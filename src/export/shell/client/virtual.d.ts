/** What the shell's code takes from Slidev's client, which is not compiled with this project; see `../client-plugin.ts`. */
declare module 'virtual:saljverkstad-slidev' {
  interface SlideContext {
    readonly $frontmatter: { readonly slide: number }
    readonly $clicksContext: { setup(): void }
  }

  /** A way for windows to tell each other what they show. */
  interface Sync {
    /** Returns what tells the others of a change; `updating` is true for one that came from them. */
    init(channel: string, update: (state: object) => void): (state: object, updating?: boolean) => void
  }

  /** Layouts by name: the theme's and Slidev's own. */
  export const layouts: Readonly<Record<string, import('vue').Component>>
  export function useSlideContext(): SlideContext
  export function frontmatterToProps(frontmatter: object, index: number): Record<string, unknown>
  export function addSyncMethod(sync: Sync): void
  export function useNav(): { readonly isPresenter: import('vue').Ref<boolean>; enterPresenter(): void }
}
