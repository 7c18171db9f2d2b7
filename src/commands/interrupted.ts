import type { Tools } from '../build/tools.ts'

/** Waits for Ctrl-C, the closing of the terminal, or the end of the process that started this one. */
export const interrupted = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })

/** Ends what was started, and then this process: a browser that is left alone leaves its folders behind. */
export async function endAtOnce(tools: Tools): Promise<never> {
  await tools.close().catch(() => undefined)
  return process.exit(130)
}

/** Does so on Ctrl-C; gives the tools back. */
export function closeWhenInterrupted(tools: Tools): Tools {
  void interrupted().then(() => endAtOnce(tools))
  return tools
}
