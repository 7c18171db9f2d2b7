import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../../../src/export/browser/browser.ts'
import { launchBrowser, ScriptError, type Browser } from '../../../src/export/browser/index.ts'

// Other tests start browsers at the same time.
process.env['TMPDIR'] = mkdtempSync(path.join(tmpdir(), 'browsers-'))

const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('saljverkstad-browser-'))
const page = (html: string): string => `data:text/html;charset=utf-8,${encodeURIComponent(html)}`

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

test('goes to a page, waits for all of it and says what it holds', async () => {
  const opened = await browser.newPage()
  await opened.goto(page('<h1>Håll löftet</h1><script type="module">await null; document.title = "klar"</script>'))
  expect(await opened.evaluate('document.querySelector("h1").textContent')).toBe('Håll löftet')
  expect(await opened.evaluate('new Promise((done) => setTimeout(() => done({ title: document.title }), 10))')).toEqual({ title: 'klar' })
  const pdf = await opened.pdf({ width: 960, height: 540 }, 1)
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  await opened.close()
})

test('two pages draw at the same time, whichever is in front', async () => {
  const both = await Promise.all([browser.newPage(), browser.newPage()])
  const frames = 'new Promise((done) => { let n = 0; const next = () => (++n < 5 ? requestAnimationFrame(next) : done(n)); next() })'
  expect(await Promise.all(both.map((one) => one.evaluate(frames)))).toEqual([5, 5])
  await Promise.all(both.map((one) => one.close()))
})

test('a script that fails is told by its message, at once and ever after', async () => {
  const opened = await browser.newPage()
  await expect(opened.evaluate('Promise.reject(new RangeError("för högt"))')).rejects.toThrow(new ScriptError('för högt'))
  await expect(opened.evaluate('setTimeout(() => { throw new Error("sönder") }); new Promise(() => undefined)')).rejects.toThrow(new ScriptError('sönder'))
  await expect(opened.pdf({ width: 100, height: 100 }, 1)).rejects.toThrow('sönder')
  await opened.close()
})

test('a page that crashes fails alone', async () => {
  const [lost, other] = await Promise.all([browser.newPage(), browser.newPage()])
  const waiting = lost.evaluate('new Promise(() => undefined)')
  lost.send('Page.crash').catch(() => undefined)
  await expect(waiting).rejects.toThrow('The page crashed')
  expect(await other.evaluate('6 * 7')).toBe(42)
  expect(browser.isLost).toBe(false)
  await other.close()
})

test('leaves nothing behind, and everything fails that is asked for later', async () => {
  const before = folders()
  const own = await launchBrowser()
  expect(folders().length).toBe(before.length + 1)
  const opened = await own.newPage()
  await own.close()
  expect(own.isLost).toBe(true)
  expect(folders()).toEqual(before)
  await expect(opened.evaluate('1')).rejects.toThrow('The browser is gone')
})

test.each([
  ['ends at once', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127', 'It ended at once, with code 127: libnss3.so: cannot open shared object file'],
  ['is no program', undefined, 'ENOENT'],
])('a browser that %s is told with what it said', async (_, script, message) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'no-browser-'))
  const program = path.join(folder, 'browser')
  if (script !== undefined) {
    writeFileSync(program, `#!/bin/sh\n${script}\n`)
    chmodSync(program, 0o755)
  }
  const before = folders()
  await expect(startBrowser(program, [])).rejects.toThrow(message)
  expect(folders()).toEqual(before)
  rmSync(folder, { recursive: true })
})
