import type { Accent, Color, Scene } from './scene.ts'

/** Colours of the house; contrast ratios by WCAG 2 are checked in the tests. */
export const paper: Color = '#faf6ee'
export const ink: Color = '#17202a'
export const mute: Color = '#3f4a54'
export const line: Color = '#d9d0bf'
export const rule: Color = '#9aa0a6'
export const cream: Color = '#fff6e9'
export const sun: Color = '#f2b233'

/** The colours that follow from a section's accent. */
export interface Palette {
  /** Full field of a cover. */
  readonly ground: Color
  /** A darker shade of the field, for large forms in scenes. */
  readonly deep: Color
  /** Headlines and text on the field. */
  readonly onGround: Color
  /** Kickers and feet on the field. */
  readonly onGroundMute: Color
  /** Accented text on paper and on white. */
  readonly text: Color
  /** A pale field on paper or on white. */
  readonly tint: Color
}

export const palettes: Readonly<Record<Accent, Palette>> = {
  lingon: { ground: '#8e1f16', deep: '#671109', onGround: '#fff6e9', onGroundMute: '#ffe3b8', text: '#8e1f16', tint: '#f3e3d6' },
  pine: { ground: '#0e4f4b', deep: '#0a3b38', onGround: '#fff6e9', onGroundMute: '#ffe3b8', text: '#0e4f4b', tint: '#dfe9e0' },
  sun: { ground: '#f2b233', deep: '#d9961a', onGround: '#17202a', onGroundMute: '#2b1c00', text: '#17202a', tint: '#fbebc8' },
  fjord: { ground: '#1f3f66', deep: '#152c4a', onGround: '#fff6e9', onGroundMute: '#ffe3b8', text: '#1f3f66', tint: '#dee6ee' },
  ink: { ground: '#17202a', deep: '#0d131a', onGround: '#f7f1e6', onGroundMute: '#f2b233', text: '#17202a', tint: '#e9e4da' },
}

/** The accent whose field a scene stands on; a ground of no palette counts as ink. */
export function accentOf(scene: Scene): Accent {
  const accents = Object.keys(palettes) as Accent[]
  return accents.find((accent) => palettes[accent].ground === scene.ground) ?? 'ink'
}
