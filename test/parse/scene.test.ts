import { describe, expect, it } from 'vitest'
import { formatDiagnostics } from '../../src/commands/reporter.ts'
import { parseScene } from '../../src/parse/scene.ts'

const parse = (shapes: string) =>
  parseScene({ path: 'illustrations/vasa.svg', text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 552">\n<rect width="980" height="552" fill="#8e1f16"/>\n${shapes}\n</svg>` })

describe('an illustration', () => {
  it('becomes flat shapes with all transforms applied', () => {
    const { scene, diagnostics } = parse(
      '<view id="crop" viewBox="600 80 300 300"/><g transform="translate(10 20)" fill="#f2b233"><rect width="5" height="5" transform="scale(2)"/><path d="M0 0h10v10q5 5 10 0" stroke="#17202a" stroke-width="2"/></g>',
    )
    expect(diagnostics).toEqual([])
    expect(scene).toEqual({
      name: 'vasa',
      ground: '#8e1f16',
      crop: { x: 600, y: 80, width: 300, height: 300 },
      shapes: [
        { d: 'M10 20L20 20L20 30L10 30Z', fill: '#f2b233' },
        { d: 'M10 20L20 20L20 30C23.33 33.33 26.67 33.33 30 30', fill: '#f2b233', stroke: '#17202a', strokeWidth: 2, lineCap: 'butt', lineJoin: 'miter' },
      ],
    })
  })

  it('scales line widths with the drawing', () => {
    expect(parse('<line x1="0" y1="0" x2="9" y2="0" stroke="#17202a" stroke-width="2" transform="scale(3)"/>').scene?.shapes[0]).toMatchObject({ strokeWidth: 6 })
  })

  it.each([
    ['<script>alert(1)</script>', '<script> cannot be drawn'],
    ['<image href="http://example.org/a.png"/>', '<image> cannot be drawn'],
    ['<rect width="5" height="5" fill="url(#g)"/>', 'is not a colour'],
    ['<path d="M0 0 X 5" fill="#f2b233"/>', 'broken path'],
  ])('refuses %s', (shape, message) => {
    const { scene, diagnostics } = parse(shape)
    expect(scene).toBeUndefined()
    expect(formatDiagnostics(diagnostics)).toContain(`illustrations/vasa.svg:3:1 error [bad-scene]`)
    expect(formatDiagnostics(diagnostics)).toContain(message)
  })

  it('says where a file is no SVG', () => {
    expect(formatDiagnostics(parseScene({ path: 'a.svg', text: '<svg><rect></svg>' }).diagnostics)).toContain('[bad-scene]')
    expect(formatDiagnostics(parseScene({ path: 'a.svg', text: 'hej' }).diagnostics)).toContain('[bad-scene]')
  })
})
