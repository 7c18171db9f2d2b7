import type { FontMetrics } from '../../model/font.ts'
import type { Text } from '../../model/page.ts'
import { textWidth } from '../../typography/measure.ts'
import type { DocumentFonts, UsedFont } from './fonts.ts'
import { fillColor, num } from './operators.ts'
import { type Bounds, union } from './path.ts'

interface DrawnText {
  readonly operators: string
  readonly fonts: ReadonlySet<UsedFont>
}

/** Operators that show a text on a page of this height; empty when it has no visible line. */
export function drawText(text: Text, height: number, fonts: DocumentFonts): DrawnText {
  const used = new Set<UsedFont>()
  const lines = text.lines.filter((line) => line.text.trim() !== '')
  if (lines.length === 0) return { operators: '', fonts: used }
  const out = ['BT', fillColor(text.color)]
  if (text.tracking) out.push(`${Math.round(text.tracking * text.size) / 1000} Tc`)
  let current: UsedFont | undefined
  lines.forEach((line, index) => {
    out.push(`1 0 0 1 ${num(line.x)} ${num(height - line.y)} Tm`)
    for (const run of fonts.shape(text.font, withGap(line.text, lines[index + 1]?.text))) {
      if (run.font !== current) out.push(`/${run.font.name} ${num(text.size)} Tf`)
      out.push(run.operator)
      current = run.font
      used.add(run.font)
    }
  })
  if (text.tracking) out.push('0 Tc')
  out.push('ET')
  return { operators: out.join('\n'), fonts: used }
}

/**
 * Lines of one text are read as one: a space parts them, unless a word goes on over the break. It does after a soft
 * hyphen or an invisible joint, and after a hyphen or slash within a word, other than that of “köp- och säljavtal”.
 */
function withGap(line: string, next: string | undefined): string {
  if (next === undefined || /[\s\u00ad\u200b\u2060]$/u.test(line)) return line
  const isInWord =
    /[\p{L}\d]{2}[-/]$/u.test(line) && !/^(?:och|eller|samt|respektive|resp|and|or)\b/u.test(next)
  return isInWord ? line : `${line} `
}

/** The box around a text, from its ascenders to its descenders. */
export function textBounds(text: Text, metrics: FontMetrics): Bounds | undefined {
  const { size, tracking = 0 } = text
  return text.lines.reduce<Bounds | undefined>(
    (bounds, line) =>
      union(bounds, {
        left: line.x,
        top: line.y - (metrics.ascent * size) / 1000,
        right: line.x + textWidth(line.text, metrics, size, tracking / 1000),
        bottom: line.y - (metrics.descent * size) / 1000,
      }),
    undefined,
  )
}
