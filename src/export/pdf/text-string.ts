import { PDFHexString, PDFString } from 'pdf-lib'

/** Where PDFDocEncoding is Latin-1 (ISO 32000-1, Annex D.3), without what could be taken for a byte order mark. */
const latin = /^(?![þÿï])[\x20-\x7e\xa1-\xac\xae-\xff]*$/

/** Text outside of content streams: in one byte a character where that is possible, else in UTF-16. */
export const textString = (text: string): PDFString | PDFHexString =>
  latin.test(text) ? PDFString.of(text.replace(/[\\()]/g, '\\$&')) : PDFHexString.fromText(text)
