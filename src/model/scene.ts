/** A paint as six-digit hexadecimal, `#rrggbb`. */
export type Color = `#${string}`

/**
 * One flat shape: an absolute path of M, L, C and Z commands with all transforms applied,
 * so that slides, sheets and gallery draw it alike without understanding SVG.
 */
export interface Shape {
  readonly d: string
  readonly fill?: Color
  readonly stroke?: Color
  readonly strokeWidth?: number
  readonly lineCap?: 'butt' | 'round' | 'square'
  readonly lineJoin?: 'miter' | 'round' | 'bevel'
  readonly opacity?: number
  readonly evenOdd?: true
}

/** The illustration of a post, in units of a slide's pixels (980 × 552), top left is 0,0. */
export interface Scene {
  readonly name: string
  /** The field's colour; the whole 980 × 552 is filled with it before the shapes. */
  readonly ground: Color
  /** The box around the motif that cards and sheets show. */
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly shapes: readonly Shape[]
}

/** The fields of the poster series; an accent decides every colour of a section (see `model/palette.ts`). */
export type Accent = 'lingon' | 'pine' | 'sun' | 'fjord' | 'ink'
