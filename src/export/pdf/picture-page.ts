import { PDFDocument } from 'pdf-lib'

/** A picture as a PDF of one page of its own size, to be embedded in another; PNG and JPEG are read. */
export async function picturePage(bytes: Uint8Array, type: 'png' | 'jpeg'): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const image = type === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes)
  const page = document.addPage([image.width, image.height])
  page.drawImage(image, { x: 0, y: 0, width: image.width, height: image.height })
  return document.save()
}
