import { expect, test } from 'vitest'
import { findBrowser, findBrowsers, type Machine } from '../../../src/setup/find-browser.mjs'

/** A machine that has just these files. */
function machine(platform: string, home: string, ...files: string[]): Machine {
  const separator = platform === 'win32' ? '\\' : '/'
  return {
    platform,
    home,
    isFile: (file) => files.includes(file),
    list(folder) {
      const inside = files.filter((file) => file.startsWith(folder + separator)).map((file) => file.slice(folder.length + 1))
      return [...new Set(inside.map((name) => name.split(separator)[0]!))]
    },
  }
}

const linux = (...files: string[]) => machine('linux', '/home/a', ...files)
const playwright = '/home/a/.cache/ms-playwright'

test('the named one comes alone, and a wrong name is no browser', () => {
  const has = linux('/opt/b', '/usr/bin/chromium')
  expect(findBrowsers({ SALJVERKSTAD_BROWSER: '/opt/b' }, has)).toEqual([{ path: '/opt/b', source: 'environment' }])
  expect(findBrowsers({ SALJVERKSTAD_BROWSER: '/opt/c' }, has)).toEqual([])
})

test('Linux: Chrome before Chromium before Edge, wherever on the path; Playwright’s own last', () => {
  const has = linux(
    '/x/microsoft-edge', '/usr/bin/chromium', '/y/google-chrome',
    `${playwright}/chromium-9/INSTALLATION_COMPLETE`, `${playwright}/chromium-9/chrome-linux/chrome`,
  )
  expect(findBrowsers({ PATH: '/x:/y' }, has).map(({ path }) => path)).toEqual([
    '/y/google-chrome', '/usr/bin/chromium', '/x/microsoft-edge', `${playwright}/chromium-9/chrome-linux/chrome`,
  ])
  expect(findBrowser({}, linux())).toBeUndefined()
})

test('Playwright: the newest complete one', () => {
  const has = linux(
    `${playwright}/chromium-11/chrome-linux64/chrome`,
    `${playwright}/chromium_headless_shell-10/INSTALLATION_COMPLETE`, `${playwright}/chromium_headless_shell-10/chrome-linux-arm64/headless_shell`,
    `${playwright}/chromium-9/INSTALLATION_COMPLETE`, `${playwright}/chromium-9/chrome-linux/chrome`,
  )
  expect(findBrowser({ PATH: '' }, has)).toEqual({ path: `${playwright}/chromium_headless_shell-10/chrome-linux-arm64/headless_shell`, source: 'playwright' })
})

test('macOS and Windows: the usual places', () => {
  const mac = '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'
  expect(findBrowser({}, machine('darwin', '/Users/a', mac))).toEqual({ path: mac, source: 'installed' })
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(findBrowser({ 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, machine('win32', 'C:\\Users\\a', edge))).toEqual({ path: edge, source: 'installed' })
})
