import { expect, it } from 'vitest'
import { main } from '../../src/cli.ts'

/** What the command line says when it is run with these arguments. */
async function said(...args: string[]): Promise<string> {
  let text = ''
  const stream = { write: (chunk: string) => ((text += chunk), true) } as unknown as NodeJS.WriteStream
  await main(args, { out: stream, err: stream })
  return text
}

it('tells what else can be made', async () => {
  const help = await said('build', '--help')
  for (const option of ['--html', '--handout [notes]', '--with-notes', '--pptx']) expect(help).toContain(option)
})

it('takes no handout for another', async () => {
  expect(await said('build', '--handout=note')).toBe('--handout cannot be "note".\n  it can be lines or notes\n')
})
