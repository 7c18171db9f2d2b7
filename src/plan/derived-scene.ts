import { ellipse } from '../geometry/outline.ts'
import { palettes, sun } from '../model/palette.ts'
import type { Accent, Color, Scene, Shape } from '../model/scene.ts'

const accents: readonly Accent[] = ['lingon', 'pine', 'fjord', 'sun']

/** A composition of its own for a post without an illustration: the same slug always gives the same picture. */
export function derivedScene(slug: string): Scene {
  const next = sequence(slug)
  const accent = accents[Math.floor(next() * accents.length)] ?? 'pine'
  const { ground, deep } = palettes[accent]
  const disc = accent === 'sun' ? '#fff6e9' : sun
  const families = [hills, stack, sails]
  const family = families[Math.floor(next() * families.length)] ?? hills
  return { name: slug, ground, crop: { x: 580, y: 90, width: 380, height: 380 }, shapes: family(next, { deep, disc }) }
}

interface Paints {
  readonly deep: Color
  readonly disc: Color
}

type Next = () => number

/** Numbers from 0 to 1 that follow from a text: FNV-1a as the seed of a mulberry32 generator. */
function sequence(text: string): Next {
  let state = 0x811c9dc5
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const between = (next: Next, low: number, high: number): number => Math.round(low + next() * (high - low))

function hills(next: Next, { deep, disc }: Paints): Shape[] {
  const x = between(next, 700, 860)
  const top = between(next, 190, 260)
  return [
    { d: ellipse(x, between(next, 150, 210), 96, 96), fill: disc },
    { d: `M520 552L${x - 60} ${top}L${x + 190} 552Z`, fill: '#17202a' },
    { d: `M${x - 30} 552L${x + 110} ${top + 70}L1040 552Z`, fill: '#fff6e9' },
    { d: `M0 478C260 446 520 500 980 452L980 552L0 552Z`, fill: deep },
  ]
}

function stack(next: Next, { deep, disc }: Paints): Shape[] {
  const x = between(next, 740, 820)
  const paints: readonly Color[] = ['#17202a', '#fff6e9', disc]
  const stones = paints.map((fill, index): Shape => {
    const width = 150 - index * 34
    return { d: ellipse(x + between(next, -22, 22), 420 - index * 96, width, 50), fill }
  })
  return [{ d: ellipse(x, 280, 250, 250), fill: deep }, { d: 'M0 470L980 470L980 552L0 552Z', fill: deep }, ...stones]
}

function sails(next: Next, { deep, disc }: Paints): Shape[] {
  const x = between(next, 720, 800)
  return [
    { d: ellipse(between(next, 820, 900), 130, 74, 74), fill: disc },
    { d: `M${x} 96L${x} 400L${x - 150} 400Z`, fill: '#fff6e9' },
    { d: `M${x + 22} 150L${x + 22} 400L${x + 160} 400Z`, fill: '#17202a' },
    { d: `M${x - 170} 418L${x + 190} 418L${x + 130} 484L${x - 110} 484Z`, fill: '#17202a' },
    { d: 'M0 462C120 448 240 476 360 462C480 448 600 476 720 462C820 450 900 472 980 462L980 552L0 552Z', fill: deep },
  ]
}
