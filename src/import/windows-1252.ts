/**
 * Windows-1252, the encoding of the web's older Swedish texts, as the WHATWG Encoding Standard defines it:
 * like ISO-8859-1 but for the bytes 80 to 9F. Written out here because some releases of Node decode those bytes wrongly.
 */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const bytesOfHigh = new Map([...high].map((character, index) => [character, 0x80 + index]))

const unitOf = (byte: number): number => (byte >= 0x80 && byte < 0xa0 ? high.charCodeAt(byte - 0x80) : byte)

/** The text that bytes stand for. */
export function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(Uint16Array.from(bytes, unitOf))
}

/** The byte that a character stands for, read as Windows-1252 or as ISO-8859-1; undefined for one that neither has. */
export function byteOf(character: string): number | undefined {
  const code = character.charCodeAt(0)
  return code < 0x100 ? code : bytesOfHigh.get(character)
}
