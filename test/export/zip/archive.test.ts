import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipFiles } from '../../../src/export/zip/index.ts'

it('holds the files in their order, and is the same wherever it is made', () => {
  const files = { 'index.html': '<p>å ä ö</p>'.repeat(50), 'deck.pdf': new Uint8Array([37, 80, 68, 70]), 'worksheets/a.pdf': new Uint8Array(3) }
  const here = process.env['TZ']
  const archives = ['UTC', 'Pacific/Apia'].map((zone) => {
    process.env['TZ'] = zone
    return Buffer.from(zipFiles(files, '2026-12-04')).toString('hex')
  })
  if (here === undefined) delete process.env['TZ']
  else process.env['TZ'] = here
  expect(archives[0]).toBe(archives[1])
  const found = unzipSync(Buffer.from(archives[0] ?? '', 'hex'))
  expect(Object.keys(found)).toEqual(Object.keys(files))
  expect(new TextDecoder().decode(found['index.html'])).toBe(files['index.html'])
})
