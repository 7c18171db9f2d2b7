import type { Tools } from '../build/tools.ts'

/** Waits for Ctrl-C, the closing of the terminal, or the end of the process that started this one. */
export const interrupted = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })

/** Ends what was started, and then this process, on Ctrl-C: a browser that is left alone leaves its folders behind. */
export function closeWhenInterrupted(tools: Tools): Tools {
  void interrupted().then(() => tools.close()).finally(() => process.exit(130))
  return tools
}
