import { thousandths } from '../../geometry/outline.ts'
import type { Drawing } from '../../model/page.ts'
import type { Scene } from '../../model/scene.ts'
import { rectShape, round } from './shape.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The size of every scene (see `model/scene.ts`). */
const field = { width: 980, height: 552 }

/** A scene's motif cut out to fill a box of any proportions, with rounded corners. */
export function sceneDrawing(scene: Scene, at: Box, radius: number): Drawing {
  const box = { x: round(at.x), y: round(at.y), width: round(at.width), height: round(at.height) }
  const view = viewOf(scene.crop, box.width / box.height)
  const scale = box.width / view.width
  return {
    type: 'drawing',
    shapes: [rectShape(view.x, view.y, view.width, view.height, { fill: scene.ground }), ...scene.shapes],
    at: { scale, x: thousandths(box.x - view.x * scale), y: thousandths(box.y - view.y * scale) },
    clip: { ...box, radius },
  }
}

/** The part of a scene to show: the crop, widened or heightened to the proportions, kept inside the scene. */
export function viewOf(crop: Box, aspect: number): Box {
  let width = aspect >= crop.width / crop.height ? crop.height * aspect : crop.width
  let height = width / aspect
  const shrink = Math.min(1, field.width / width, field.height / height)
  width *= shrink
  height *= shrink
  const x = clamp(crop.x + crop.width / 2 - width / 2, field.width - width)
  const y = clamp(crop.y + crop.height / 2 - height / 2, field.height - height)
  return { x, y, width, height }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most))
