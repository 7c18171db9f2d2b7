import type { FormMark } from '../export/pdf/index.ts'
import type { Worksheet } from '../model/worksheet.ts'
import { keyOf } from './fingerprint.ts'

/**
 * What a returned sheet is known again by: its post, and a version that changes when its questions do, not with paper
 * or print. `isPart` where the fields of several sheets stand in one document, each under its sheet's name.
 */
export function formOf({ id, head, blocks }: Worksheet, isPart = false): FormMark {
  return { id, version: keyOf(head, blocks).slice(0, 8), ...(isPart ? { isPart } : {}) }
}
