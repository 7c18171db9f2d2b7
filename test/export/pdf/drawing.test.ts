import { describe, expect, it } from 'vitest'
import { toPdfPath } from '../../../src/export/pdf/path.ts'
import { ellipse, rectangle } from '../../../src/geometry/outline.ts'
import type { Drawing } from '../../../src/model/page.ts'
import { page, Pixels, write } from './kit.ts'

const paint = async (drawing: Omit<Drawing, 'type'>): Promise<Pixels> =>
  new Pixels(await write([page({ type: 'drawing', ...drawing })]))

describe('a path', () => {
  it('is turned upside down', () => {
    expect(toPdfPath('M1 2L3.456-4C.5 6,7e1 8 9 10Z', 100)).toEqual({
      operators: '1 98 m 3.46 104 l 0.5 94 70 92 9 90 c h',
      bounds: { left: 0.5, top: -4, right: 70, bottom: 10 },
    })
  })

  it('may repeat its numbers', () => {
    expect(toPdfPath('M0 0 1 1 2 2L3 3 4 4', 10).operators).toBe('0 10 m 1 9 l 2 8 l 3 7 l 4 6 l')
  })

  it.each(['M1 2 3', 'L', 'm1 2', 'M1 2A3 3 0 0 1 4 4', 'M1 2L1e999 0'])('is not %s', (d) => {
    expect(() => toPdfPath(d, 10)).toThrow()
  })
})

describe('a drawing', () => {
  it('fills and strokes in its colours', async () => {
    const pixels = await paint({
      shapes: [{ d: rectangle(50, 50, 100, 100, 0), fill: '#0e4f4b', stroke: '#f2b233', strokeWidth: 10 }],
    })
    expect([pixels.at(100, 100), pixels.at(52, 100), pixels.at(47, 100), pixels.at(40, 100)]).toEqual([
      '#0e4f4b',
      '#f2b233',
      '#f2b233',
      '#ffffff',
    ])
  })

  it('has ends and corners, each shape its own', async () => {
    const pixels = await paint({
      shapes: [
        { d: 'M50 50L100 50', stroke: '#000000', strokeWidth: 20, lineCap: 'square' },
        { d: 'M50 100L100 100', stroke: '#000000', strokeWidth: 20 },
        { d: 'M60 200L110 200L110 250', stroke: '#000000', strokeWidth: 20, lineJoin: 'bevel' },
      ],
    })
    expect([pixels.at(45, 50), pixels.at(45, 100), pixels.at(118, 192)]).toEqual([
      '#000000',
      '#ffffff',
      '#ffffff',
    ])
  })

  it('leaves holes by the even-odd rule', async () => {
    const d = ellipse(60, 60, 40, 40) + ellipse(60, 60, 20, 20)
    const [odd, full] = await Promise.all([
      paint({ shapes: [{ d, fill: '#000000', evenOdd: true }] }),
      paint({ shapes: [{ d, fill: '#000000' }] }),
    ])
    expect([odd.at(60, 60), odd.at(30, 60), full.at(60, 60)]).toEqual(['#ffffff', '#000000', '#000000'])
  })

  it('lets through what is below', async () => {
    const pixels = await paint({
      shapes: [
        { d: rectangle(0, 0, 100, 100, 0), fill: '#ff0000' },
        { d: rectangle(50, 0, 100, 100, 0), fill: '#0000ff', opacity: 0.5 },
        { d: rectangle(0, 150, 100, 100, 0), fill: '#00ff00' },
      ],
    })
    expect(pixels.at(75, 50)).toMatch(/^#(7.|8.)00(7.|8.)$/)
    expect(pixels.at(50, 200)).toBe('#00ff00')
  })

  it('paints nothing outside its clip, or behind its rounded corners', async () => {
    const pixels = await paint({
      shapes: [{ d: rectangle(0, 0, 200, 300, 0), fill: '#000000' }],
      clip: { x: 50, y: 100, width: 60, height: 40, radius: 10 },
    })
    expect(pixels.ink(0, 0, 200, 300)).toEqual([50, 100, 110, 140])
    expect([pixels.at(51, 101), pixels.at(55, 105), pixels.at(109, 139)]).toEqual([
      '#ffffff',
      '#000000',
      '#ffffff',
    ])
  })
})
