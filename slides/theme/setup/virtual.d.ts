/** The deck's data and where the calling component stands in it; made by `vite-plugins.ts` or by the prebuilt shell. */
declare module 'virtual:saljverkstad-deck' {
  export const deck: import('vue').ShallowRef<import('../../../src/model/slide.ts').Deck>
  export function useSlideIndex(): import('vue').ComputedRef<number>
}
