import { nextTick } from 'vue'
import type { SlideFailure } from './page.ts'

/**
 * Waits until mounted slides have come to rest; returns the pictures that cannot be shown. Fonts being ready and a
 * count of layouts both come too early.
 * @throws {Error} naming a font that cannot be loaded
 */
export async function settle(): Promise<SlideFailure[]> {
  await nextTick()
  const [pictures] = await Promise.all([Promise.all(Array.from(document.images, decode)), loadFonts()])
  await frame()
  await frame()
  return pictures.flat()
}

async function decode(image: HTMLImageElement): Promise<SlideFailure[]> {
  try {
    await image.decode()
    return []
  } catch {
    const slides = Array.from(document.querySelectorAll('.print-slide-container'))
    const slide = slides.findIndex((each) => each.contains(image))
    return [{ slide, message: `the picture “${image.alt}” cannot be shown` }]
  }
}

/** Loads each face for the characters set in it, as `unicode-range` may split a face into several files. */
async function loadFonts(): Promise<void> {
  const used = usedFonts()
  await Promise.all(Array.from(used, ([font, text]) => document.fonts.load(font, text)))
  for (const [font, text] of used) {
    if (!document.fonts.check(font, text)) throw new Error(`Cannot load the font ${font}`)
  }
}

function usedFonts(): Map<string, string> {
  const used = new Map<string, Set<string>>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? ''
    if (node.parentElement === null || text.trim() === '') continue
    const { fontFamily, fontStyle, fontWeight } = getComputedStyle(node.parentElement)
    const font = `${fontStyle} ${fontWeight} 16px ${fontFamily}`
    const characters = used.get(font) ?? new Set<string>()
    for (const character of text) characters.add(character)
    used.set(font, characters)
  }
  return new Map(Array.from(used, ([font, characters]) => [font, [...characters].join('')]))
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
