import { all, append, type Document, type Element } from './xml.ts'

/** What Slidev says of an element that it could only draw as a picture. */
const drawnAsPicture = /^Rendered as an image/

/** Marks pictures and shapes that say nothing as decoration, so that they are not read aloud. */
export function markOrnaments(document: Document): void {
  for (const picture of all(document, 'p:pic')) {
    const [properties] = all(picture, 'p:cNvPr')
    if (properties && drawnAsPicture.test(properties.getAttribute('descr') ?? '')) decorate(properties)
  }
  for (const shape of all(document, 'p:sp')) {
    const [properties] = all(shape, 'p:cNvPr')
    if (properties && all(shape, 'a:t').length === 0) decorate(properties)
  }
}

function decorate(properties: Element): void {
  properties.setAttribute('descr', '')
  append(
    properties,
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
      '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>',
  )
}
