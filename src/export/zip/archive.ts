import { zipSync, type ZippableFile } from 'fflate'

/** Files that are compressed in themselves. */
const packed = /\.(?:pdf|png|jpe?g|zip|woff2)$/i

/**
 * Files as one archive, in the order given. Every file has the same date, `YYYY-MM-DD`, so that equal files give an
 * equal archive.
 */
export function zipFiles(files: Readonly<Record<string, Uint8Array | string>>, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  // The format has no time zones: what it stores is what this computer's clock would show.
  const mtime = new Date(Math.max(year, 1980), month - 1, day, 12)
  const entries = Object.entries(files).map(([name, content]): [string, ZippableFile] => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return [name, [bytes, { level: packed.test(name) ? 0 : 9, mtime }]]
  })
  return zipSync(Object.fromEntries(entries))
}
