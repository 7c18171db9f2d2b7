import type { Color } from '../../model/scene.ts'

/** A number as PDF writes it, to a hundredth of a point; throws on what is no finite number. */
export function num(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A PDF cannot hold the number ${value}`)
  const hundredths = Math.round(value * 100)
  // A page has thousands: two whole numbers become text much faster than one with a fraction.
  const whole = Math.trunc(hundredths / 100)
  const rest = Math.abs(hundredths % 100)
  if (rest === 0) return whole === 0 ? '0' : String(whole)
  const sign = hundredths < 0 && whole === 0 ? '-' : ''
  return `${sign}${whole}.${rest % 10 === 0 ? rest / 10 : rest < 10 ? `0${rest}` : rest}`
}

/** Rounded as `num` does, for dictionaries. */
export const round = (value: number): number => Number(num(value))

/** The operator that sets the colour to fill with. */
export const fillColor = (color: Color): string => `${components(color)} rg`

/** The operator that sets the colour of lines. */
export const strokeColor = (color: Color): string => `${components(color)} RG`

const known = new Map<Color, string>()

/** Rounded upwards, so that viewers which cut off the fraction paint the same colour as those which round. */
function components(color: Color): string {
  const before = known.get(color)
  if (before !== undefined) return before
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new Error(`Not a colour: ${color}`)
  const bytes = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
  const made = bytes.map((byte) => String(Math.ceil((byte / 255) * 10_000) / 10_000)).join(' ')
  known.set(color, made)
  return made
}

/** Bytes as a hexadecimal string of two digits each (or four, for the codes of a composite font). */
export const hex = (codes: readonly number[], digits: 2 | 4): string =>
  codes.map((code) => code.toString(16).padStart(digits, '0')).join('')
