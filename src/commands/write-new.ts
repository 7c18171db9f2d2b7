import { open } from 'node:fs/promises'

/** Creates a file and fails if there is one by then: what a person wrote is never written over. */
export async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}
