/** Code points of the codes 128 to 159 in WinAnsiEncoding; 0 where there is no character. */
const upper = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
]

/** Code by code point of PDF's WinAnsiEncoding (ISO 32000-1, Annex D.2), in the order of the codes. */
export const winAnsi: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 224 }, (_, index): [number, number] => {
    const code = index + 32
    return [code >= 128 && code < 160 ? (upper[code - 128] ?? 0) : code, code]
  }).filter(([codePoint]) => codePoint !== 0 && codePoint !== 127),
)
