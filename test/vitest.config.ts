import { defineConfig } from 'vitest/config'

/** The limits are for machines that do much else; nothing is judged by them. Fast tests run first and side by side; slow ones (a real browser, the real command line) follow two at a time. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      { extends: true, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: ['**/node_modules/**', 'test/**/*.slow.test.ts'], testTimeout: 120_000 } },
      { extends: true, test: { name: 'slow', include: ['test/**/*.slow.test.ts'], maxWorkers: 2, testTimeout: 600_000, hookTimeout: 600_000, sequence: { groupOrder: 1 } } },
    ],
  },
})
