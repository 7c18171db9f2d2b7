import type { PDFContext, PDFRef } from 'pdf-lib'
import { escapeHtml } from '../../render/html.ts'
import type { FormMark, PdfDocument } from './document.ts'
import { object, stream } from './objects.ts'
import { textString } from './text-string.ts'

export const producer = 'Säljverkstad'

/** A form's mark as a keyword: of all metadata, keywords survive most programs that save a file anew. */
export const formKeyword = ({ id, version, isPart }: FormMark): string => `${isPart ? 'part' : 'sheet'}:${id}@${version}`

const keywordsOf = ({ forms = [] }: PdfDocument): string => forms.map(formKeyword).join(' ')

/** The information dictionary; it holds no dates, so that the same content gives the same file. */
export function writeInfo(context: PDFContext, document: PdfDocument): PDFRef {
  const { title, author, subject } = document
  const keywords = keywordsOf(document)
  return context.register(
    object({
      Title: textString(title),
      Author: author ? textString(author) : undefined,
      Subject: subject ? textString(subject) : undefined,
      Keywords: keywords ? textString(keywords) : undefined,
      Producer: textString(producer),
    }),
  )
}

/** The XMP packet, which says that the file is PDF/UA-1 (ISO 14289-1, 5 and 7.1). */
export function writeXmp(context: PDFContext, document: PdfDocument): PDFRef {
  const { title, lang, author, subject } = document
  const keywords = keywordsOf(document)
  const inLanguage = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt>`
  const packet = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
      ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    '<pdfuaid:part>1</pdfuaid:part>',
    `<dc:title>${inLanguage(title)}</dc:title>`,
    ...(author ? [`<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>`] : []),
    ...(subject ? [`<dc:description>${inLanguage(subject)}</dc:description>`] : []),
    `<dc:language><rdf:Bag><rdf:li>${escapeHtml(lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<pdf:Producer>${producer}</pdf:Producer>`,
    ...(keywords ? [`<pdf:Keywords>${escapeHtml(keywords)}</pdf:Keywords>`] : []),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
  return context.register(
    stream({ Type: 'Metadata', Subtype: 'XML' }, Buffer.from(packet, 'utf8')),
  )
}
