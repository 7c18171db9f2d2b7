import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readParticipants } from '../../src/build/participants.ts'
import { fonts } from '../export/pdf/kit.ts'

const text = 'Namn;Företag\r\nÅsa Öberg;Örn\r\nŁukasz Żak;Größe\r\n'
const western = 'Namn;Företag\r\nÅsa Öberg;Örn – Söner\r\n'

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'list-'))))
afterAll(() => rm(folder, { recursive: true }))

async function read(bytes: Uint8Array | string) {
  const path = join(folder, 'deltagare.csv')
  await writeFile(path, bytes)
  const { participants, diagnostics } = await readParticipants(path, (await fonts()).metrics)
  return { people: participants.map(({ name, company }) => `${name}, ${company}`), codes: diagnostics.map(({ code }) => code) }
}

it.each([
  ['UTF-8', text],
  ['UTF-8 with a byte order mark', `\ufeff${text}`],
  ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('reads a list in %s', async (_, bytes) => {
  expect(await read(bytes)).toEqual({ people: ['Åsa Öberg, Örn', 'Łukasz Żak, Größe'], codes: [] })
})

it('reads a list in Windows-1252, as Excel saves it', async () => {
  const bytes = Buffer.from(western.replace('–', '\u0096'), 'latin1')
  expect(await read(bytes)).toEqual({ people: ['Åsa Öberg, Örn – Söner'], codes: [] })
})

it('says what to do with a workbook that is no CSV, and with a list that is not there', async () => {
  expect(await read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ people: [], codes: ['bad-list'] })
  expect((await readParticipants(join(folder, 'ingen.csv'), (await fonts()).metrics)).diagnostics[0]).toMatchObject({ code: 'bad-list', message: 'there is no such list of participants' })
})
