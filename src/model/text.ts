/**
 * Running text as plain data: what Markdown gave, without any markup left in it.
 * It travels like this to slides, notes and sheets, so no string is ever read as code on the way.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'emphasis' | 'strong' | 'strike'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'break' }

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly type: 'image'; readonly src: string; readonly alt: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' }

export type Cell = readonly Inline[]

/** The words of a run of inline text, without emphasis; a line break becomes a space. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return ' '
      return 'children' in inline ? plainText(inline.children) : inline.text
    })
    .join('')
}
