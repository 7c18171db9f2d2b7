import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formOf } from '../../../src/build/form.ts'
import { folders } from '../../../src/build/places.ts'
import { planAll } from '../../../src/build/plan-all.ts'
import { openTools } from '../../../src/build/tools.ts'
import { chains, fontFolder, fontIds } from '../../../src/export/fonts/faces.ts'
import type { PreparedFonts } from '../../../src/export/fonts/index.ts'
import { openFont } from '../../../src/export/fonts/subset.ts'
import { writePdf } from '../../../src/export/pdf/index.ts'
import { a4, type Worksheet } from '../../../src/model/worksheet.ts'
import { layoutWorksheet } from '../../../src/render/sheet/worksheet.ts'
import { hyphenator } from '../../../src/typography/hyphenate.ts'
import subsetFont from 'subset-font'
import type { Bench, Measure } from '../measure.ts'
import { pdfkitSheet } from '../peers/pdfkit.ts'
import { pdfmakeSheet } from '../peers/pdfmake.ts'
import { reactPdfSheet } from '../peers/react-pdf.ts'
import { plainSheet, type FontPaths, type PlainSheet, type WriteSheet } from '../peers/sheet.ts'
import type { Workplace } from '../workplace.ts'

/** One worksheet of one page, from its texts to the bytes of a PDF, in this process and warm; all take turns. */
export const sheets: Measure = {
  name: 'sheets',
  group: 'sheets',
  peers: true,
  rounds: () => 1,
  async round(bench) {
    const { sheet, write, fonts } = await usualSheet(bench)
    const ways: Readonly<Record<string, WriteSheet>> = {
      sheet: write,
      pdfkit: await pdfkitSheet(fonts),
      pdfmake: await pdfmakeSheet(fonts),
      'react-pdf': await reactPdfSheet(fonts),
    }
    const [warm, counted] = bench.extent.quick ? [10, 30] : [30, 100]
    for (let round = -warm; round < counted; round += 1) {
      for (const [name, way] of Object.entries(ways)) {
        const start = performance.now()
        const pdf = await way(sheet)
        const seconds = (performance.now() - start) / 1000
        if (round === 0) await writeFile(bench.place.at(`${name}.pdf`), pdf)
        if (round >= 0) bench.figures.add(name, [seconds])
      }
    }
  },
}

/** Of the worksheets of one page that with as many fields and texts as usual. */
async function usualSheet({ place }: Bench): Promise<{ sheet: PlainSheet; write: WriteSheet; fonts: FontPaths }> {
  const tools = openTools()
  const { posts, fonts } = await planAll({ content: folders.content, exercises: folders.exercises, out: place.at('out'), only: [], force: true, quiet: true, json: false }, tools)
  await tools.close()
  const single = posts.flatMap(({ worksheet }) => {
    const [page, more] = layOut(worksheet, fonts).pages
    return page && !more ? [{ worksheet, sheet: plainSheet(page, worksheet.title, worksheet.lang, fonts.metrics) }] : []
  })
  const usual = single.sort((a, b) => sizeOf(a.sheet) - sizeOf(b.sheet))[Math.floor(single.length / 2)]
  if (!usual) throw new Error('No worksheet has a single page, so there is nothing to compare.')
  const { worksheet } = usual
  return { sheet: usual.sheet, fonts: await fontFiles(place), write: () => writePdf({ title: worksheet.title, lang: worksheet.lang, pages: layOut(worksheet, fonts).pages, forms: [formOf(worksheet)] }, fonts) }
}

const layOut = (worksheet: Worksheet, fonts: PreparedFonts) => layoutWorksheet(worksheet, a4, fonts.metrics, hyphenator(worksheet.lang))

const sizeOf = ({ texts, fields }: PlainSheet): number => texts.length + fields.length

/** The fonts as TrueType files with everything in them, so that nobody has to unpack them each time. */
async function fontFiles(place: Workplace): Promise<FontPaths> {
  await mkdir(place.at('fonts'), { recursive: true })
  const files = fontIds.map(async (id) => {
    const bytes = await readFile(join(fontFolder, `${chains[id][0] ?? ''}.woff2`))
    const file = place.at('fonts', `${id}.ttf`)
    await writeFile(file, await subsetFont(bytes, String.fromCodePoint(...openFont(bytes).characterSet), { targetFormat: 'truetype' }))
    return [id, file] as const
  })
  return Object.fromEntries(await Promise.all(files)) as FontPaths
}
