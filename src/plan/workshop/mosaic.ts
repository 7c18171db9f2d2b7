import type { Scene } from '../../model/scene.ts'
import type { DayPart } from './day.ts'

/** The scenes of all sections in rows of one to three, as even as they can be. */
export function mosaicOf(parts: readonly DayPart[]): Scene[][] {
  const scenes = parts.map(({ scene }) => scene)
  const columns = scenes.length <= 3 ? 1 : scenes.length <= 10 ? 2 : 3
  const rows = Math.ceil(scenes.length / columns)
  return Array.from({ length: rows }, (_, row) => scenes.slice(Math.floor((row * scenes.length) / rows), Math.floor(((row + 1) * scenes.length) / rows)))
}
