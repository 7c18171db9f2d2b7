import { load } from './packages.ts'
import { ruledLines, type FontPaths, type WriteSheet } from './sheet.ts'

/** What is used of React and of its PDF renderer. */
interface React {
  readonly createElement: (type: unknown, props: object | null, ...children: readonly unknown[]) => unknown
}

interface ReactPdf {
  readonly Document: unknown
  readonly Page: unknown
  readonly Text: unknown
  readonly TextInput: unknown
  readonly Checkbox: unknown
  readonly Svg: unknown
  readonly Line: unknown
  readonly Path: unknown
  readonly G: unknown
  readonly Defs: unknown
  readonly ClipPath: unknown
  readonly Rect: unknown
  readonly Font: { register(font: { family: string; src: string }): void }
  readonly renderToBuffer: (element: unknown) => Promise<Uint8Array>
}

/** @react-pdf/renderer: everything but tags. */
export async function reactPdfSheet(fonts: FontPaths): Promise<WriteSheet> {
  const [{ createElement }, { Document, Page, Text, TextInput, Checkbox, Svg, Line, Path, G, Defs, ClipPath, Rect, Font, renderToBuffer }] = await Promise.all([load<React>('react'), load<ReactPdf>('@react-pdf/renderer')])
  for (const [family, src] of Object.entries(fonts)) Font.register({ family, src })
  return ({ title, lang, width, height, texts, drawings, fields }) => {
    const paragraphs = texts.map(({ text, font, size, color, x, y, width: column, leading }, key) =>
      createElement(Text, { key, style: { position: 'absolute', left: x, top: y, width: column, fontFamily: font, fontSize: size, lineHeight: leading / size, color } }, text),
    )
    const inputs = fields.map(({ x, y, width: wide, height: high, field }, index) => {
      const style = { position: 'absolute', left: x, top: y, width: wide, height: high }
      const named = { key: `field ${index}`, name: `${field.name}.${index}`, style }
      return field.type === 'text' ? createElement(TextInput, { ...named, multiline: field.multiline }) : createElement(Checkbox, named)
    })
    const lines = fields.flatMap((field, index) =>
      ruledLines(field).map((down) => createElement(Line, { key: `${index} ${down}`, x1: field.x, y1: field.y + down, x2: field.x + field.width, y2: field.y + down, stroke: '#888888' })),
    )
    const art = drawings.map(({ shapes, clip }, index) => {
      const paths = shapes.map(({ d, fill = 'none', stroke, strokeWidth, evenOdd }, key) => createElement(Path, { key, d, fill, ...(stroke && { stroke, strokeWidth }), ...(evenOdd && { fillRule: 'evenodd' }) }))
      return createElement(G, { key: `drawing ${index}`, ...(clip && { clipPath: `url(#box${index})` }) }, ...paths)
    })
    const boxes = drawings.flatMap(({ clip }, index) => {
      if (!clip) return []
      const { x, y } = clip
      return [createElement(ClipPath, { key: `box ${index}`, id: `box${index}` }, createElement(Rect, { x, y, width: clip.width, height: clip.height }))]
    })
    // One as high as the page would not fit on it.
    const drawn = createElement(Svg, { key: 'drawn', width, height: height - 1, style: { position: 'absolute', left: 0, top: 0 } }, createElement(Defs, { key: 'defs' }, ...boxes), ...art, ...lines)
    return renderToBuffer(createElement(Document, { title, language: lang }, createElement(Page, { size: [width, height] }, drawn, ...paragraphs, ...inputs)))
  }
}
