import { slugFor } from '../render/new-post.ts'
import { absolute } from './html/clean.ts'

/** Where a picture might lie on this disk, from the imported folder; and what it would be called beside the posts. */
export interface PictureFile {
  readonly candidates: readonly string[]
  /** Without its ending, which follows from its bytes. */
  readonly name: string
  /** Its bytes, when the page carries them in itself. */
  readonly bytes?: Uint8Array
}

/** Reads an address as one of a file: relative to its page, or as its site's copy would lie here. */
export function pictureFile(url: string, inside: string): PictureFile {
  const data = /^data:image\/[\w.+-]+;base64,([\w+/=\s]*)$/i.exec(url)
  if (data) return { candidates: [], name: 'bild', bytes: bytesOf(data[1] ?? '') }
  const path = decoded(url.replace(/[?#].*$/, ''))
  const folder = inside.includes('/') ? inside.replace(/[^/]*$/, '') : ''
  const name =
    slugFor(path.replace(/^.*[\\/]/, '').replace(/\.\w{2,5}$/, ''))
      .slice(0, 60)
      .replace(/-$/, '') || 'bild'
  const site = /^(?:https?:)?\/\/([^/]+)(\/.*)$/i.exec(path)
  if (site) {
    const [, host = '', rest = ''] = site
    return { candidates: [`${host}${rest}`, rest.slice(1), rest.replace(/^.*?\/(wp-content\/)/, '$1'), rest.replace(/^.*?\/(uploads\/)/, '$1')], name }
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return { candidates: [], name }
  return { candidates: path.startsWith('/') ? [path.slice(1)] : [`${folder}${path}`], name }
}

/** The address of a picture that stays where it is. */
export const pictureAddress = (url: string, base: string | undefined): string => absolute(url, base)

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

const signatures: readonly (readonly [ending: string, ...begin: number[]])[] = [
  ['.png', 0x89, 0x50, 0x4e, 0x47],
  ['.jpg', 0xff, 0xd8, 0xff],
  ['.gif', 0x47, 0x49, 0x46, 0x38],
]

/** The ending that fits a picture's bytes, whatever its name says; undefined for a file that is no picture. */
export function endingOf(bytes: Uint8Array): string | undefined {
  const known = signatures.find(([, ...begin]) => begin.every((byte, index) => bytes[index] === byte))?.[0]
  if (known) return known
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400))
  if (/^RIFF....WEBP/s.test(head)) return '.webp'
  if (/^....ftyp(avif|avis)/s.test(head)) return '.avif'
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/.test(head) ? '.svg' : undefined
}
