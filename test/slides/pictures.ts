import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-chromium'

const folder = fileURLToPath(new URL('../fixtures/slides', import.meta.url))
/** With this set, pictures are taken anew instead of compared; look at them before you keep them. */
const isUpdate = process.env['UPDATE_PICTURES'] === '1'

/**
 * How much of a picture differs from the one that is kept under this name, from 0 to 1. Both are seen from afar, in
 * cells of 10 slide pixels, so that another version of the browser may smooth letters otherwise, but not move them.
 * A picture that differs is left in the folder for temporary files.
 */
export async function differenceTo(name: string, picture: Buffer, page: Page): Promise<number> {
  const file = path.join(folder, `${name}.png`)
  if (isUpdate || !existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, picture)
    return 0
  }
  const share = await page.evaluate(compare, [readFileSync(file), picture].map((bytes) => `data:image/png;base64,${bytes.toString('base64')}`))
  if (share > tolerance) writeFileSync(path.join(tmpdir(), `slide-${name}.png`), picture)
  return share
}

/** A line of text that moved by its own height differs by more than this, other smoothing by far less. */
export const tolerance = 0.01

/** Runs in the page: the share of cells whose mean colour is another. */
async function compare(sources: string[]): Promise<number> {
  const [width, height, far] = [98, 55, 40]
  const seen: Uint8ClampedArray[] = []
  for (const source of sources) {
    const image = new Image()
    image.src = source
    await image.decode()
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('No canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, width, height)
    seen.push(context.getImageData(0, 0, width, height).data)
  }
  const [a, b] = seen
  let others = 0
  for (let cell = 0; cell < width * height; cell += 1) {
    const channels = [0, 1, 2].map((channel) => Math.abs((a?.[cell * 4 + channel] ?? 0) - (b?.[cell * 4 + channel] ?? 0)))
    if (Math.max(...channels) > far) others += 1
  }
  return others / (width * height)
}
