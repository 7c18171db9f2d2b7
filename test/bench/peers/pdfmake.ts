import { load } from './packages.ts'
import type { Drawing } from '../../../src/model/page.ts'
import { ruledLines, type FontPaths, type WriteSheet } from './sheet.ts'

/** What is used of pdfmake. */
interface Pdfmake {
  readonly default: {
    setFonts(fonts: Readonly<Record<string, { normal: string }>>): void
    setUrlAccessPolicy(allowed: (url: string) => boolean): void
    setLocalAccessPolicy(allowed: (path: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
}

/** pdfmake: texts, drawings and ruled lines; it has neither tags nor fields. */
export async function pdfmakeSheet(fonts: FontPaths): Promise<WriteSheet> {
  const { default: pdfmake } = await load<Pdfmake>('pdfmake')
  pdfmake.setFonts(Object.fromEntries(Object.entries(fonts).map(([name, normal]) => [name, { normal }])))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  return ({ title, lang, width, height, texts, drawings, fields }) =>
    pdfmake
      .createPdf({
        pageSize: { width, height },
        pageMargins: 0,
        info: { title },
        lang,
        defaultStyle: { font: 'text' },
        content: [
          ...drawings.map((drawing) => ({ absolutePosition: { x: 0, y: 0 }, svg: svgOf(drawing, width, height) })),
          // A column of its own is what makes it break lines at that width.
          ...texts.map(({ text, font, size, color, x, y, width: column, leading }) => ({
            absolutePosition: { x, y },
            columns: [{ width: column, text, font, fontSize: size, color, lineHeight: leading / (size * 1.2) }],
          })),
          {
            absolutePosition: { x: 0, y: 0 },
            canvas: fields.flatMap((field) => ruledLines(field).map((down) => ({ type: 'line', x1: field.x, y1: field.y + down, x2: field.x + field.width, y2: field.y + down, lineColor: '#888888' }))),
          },
        ],
      })
      .getBuffer()
}

/** pdfmake draws paths from SVG. */
function svgOf({ shapes, clip }: Drawing, width: number, height: number): string {
  const paths = shapes.map(({ d, fill = 'none', stroke, strokeWidth = 1, evenOdd }) =>
    `<path d="${d}" fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth}"` : ''}${evenOdd ? ' fill-rule="evenodd"' : ''}/>`,
  )
  const clipped = clip ? `<clipPath id="box"><rect x="${clip.x}" y="${clip.y}" width="${clip.width}" height="${clip.height}"/></clipPath><g clip-path="url(#box)">${paths.join('')}</g>` : paths.join('')
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${clipped}</svg>`
}
