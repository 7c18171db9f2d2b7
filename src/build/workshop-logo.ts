import { picturePage } from '../export/pdf/index.ts'
import type { Logo } from '../model/workshop.ts'
import { logoFile } from '../render/sheet/logo.ts'

/** The files that a document with this logo embeds: none when it is a drawing. */
export async function logoPages(logo: Logo | undefined): Promise<Record<string, Uint8Array>> {
  if (!logo || logo.shapes) return {}
  const [, type, data = ''] = /^data:image\/(png|jpeg);base64,(.*)$/.exec(logo.src) ?? []
  return { [logoFile]: await picturePage(Buffer.from(data, 'base64'), type === 'png' ? 'png' : 'jpeg') }
}
