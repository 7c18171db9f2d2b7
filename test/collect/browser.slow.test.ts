import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSheet } from '../../src/collect/read-sheet.ts'
import { launchWithPlaywright } from '../../src/export/browser/index.ts'
import { papers } from '../../src/model/worksheet.ts'
import { forms, madeSheets } from '../build/made-sheets.ts'
import { sheet } from './kit.ts'

/** A sheet in the viewer of a browser, filled in with real keys. */

const packages = fileURLToPath(new URL('../../node_modules/pdfjs-dist/', import.meta.url))
const files: Readonly<Record<string, string>> = { '/pdf.mjs': 'build/pdf.mjs', '/pdf.worker.mjs': 'build/pdf.worker.mjs', '/pdf_viewer.mjs': 'web/pdf_viewer.mjs', '/pdf_viewer.css': 'web/pdf_viewer.css' }

const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/pdf_viewer.css"><div id="viewer" class="pdfViewer"></div>
<script type="module">
  import * as pdfjsLib from '/pdf.mjs'
  globalThis.pdfjsLib = pdfjsLib
  pdfjsLib.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs'
  const { EventBus, PDFPageView, SimpleLinkService } = await import('/pdf_viewer.mjs')
  const pdf = await pdfjsLib.getDocument('/sheet.pdf').promise
  const page = await pdf.getPage(1)
  const view = new PDFPageView({ container: document.getElementById('viewer'), id: 1, scale: 2, defaultViewport: page.getViewport({ scale: 2 }), eventBus: new EventBus(), annotationMode: pdfjsLib.AnnotationMode.ENABLE_FORMS, layerProperties: { annotationStorage: pdf.annotationStorage, linkService: new SimpleLinkService() } })
  view.setPdfPage(page)
  await view.draw()
  globalThis.save = async () => Array.from(await pdf.saveDocument())
  document.body.dataset.ready = 'yes'
</script>`

let browser: Browser
let page: Page
let pdf: Uint8Array
let shipped: ReadonlyMap<string, Uint8Array>
beforeAll(async () => {
  shipped = await madeSheets(forms, { paper: papers.A4, mono: false })
  browser = await launchWithPlaywright()
  page = await browser.newPage()
  await page.route('http://sheet.test/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = files[pathname]
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html })
    if (pathname === '/sheet.pdf') return route.fulfill({ contentType: 'application/pdf', body: Buffer.from(pdf) })
    if (file === undefined) return route.fulfill({ status: 404 })
    return route.fulfill({ contentType: file.endsWith('.css') ? 'text/css' : 'text/javascript', body: await readFile(packages + file) })
  })
}, 120_000)
afterAll(() => browser.close())

async function open(sheet: Uint8Array): Promise<void> {
  pdf = sheet
  await page.goto('http://sheet.test/')
  await page.waitForSelector('body[data-ready]')
}

const saved = async () => (await readSheet(Uint8Array.from(await page.evaluate<number[]>('save()')))).fields

it('takes Swedish from the keyboard and gives it back', async () => {
  const swedish = 'Åsa kör ”hårt” – ändå går det så där.'
  await open(await sheet())
  await page.click('[name="head.namn"]')
  await page.keyboard.insertText('Åsa Öberg')
  await page.click('[name="lines.text"]')
  await page.keyboard.type(swedish)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Och en rad till.')
  await page.click('[name="lines.share"]')
  await page.click('[name="scale.1"] >> nth=1')
  expect((await saved()).map(({ value }) => value)).toEqual(['Åsa Öberg', `${swedish}\nOch en rad till.`, 'x', 'mvg'])
})

it.each(['antisalj', 'juldagbok-07-lofte-for-aret', 'juldagbok-01-narvarande'])('takes it in every field of %s', async (slug) => {
  await open(shipped.get(`worksheets/${slug}.pdf`) as Uint8Array)
  const fields = await page.$$('#viewer section input, #viewer section textarea')
  for (const field of fields) {
    await field.click()
    if ((await field.getAttribute('type')) !== 'checkbox' && (await field.getAttribute('type')) !== 'radio') await page.keyboard.insertText('å ä ö ” –')
  }
  const expected = { text: 'å ä ö ” –', check: 'x' }
  for (const { name, type, value, options } of await saved()) expect([name, value]).toEqual([name, type === 'radio' ? options?.at(-1)?.value : expected[type]])
})

it('tells who hears it what each field is for', async () => {
  await open(await sheet())
  const labels = await page.$$eval('#viewer section[data-annotation-id]', (sections) => sections.map((section) => section.querySelector('[title], [aria-label]')?.getAttribute('title') ?? section.getAttribute('title') ?? ''))
  expect(labels.join(' | ')).toContain('Vad tänker du?')
})
