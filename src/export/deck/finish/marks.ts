import type { Operation } from '../../pdf/content.ts'

/** For each mark of Chromium's that is kept, its number in the finished page. */
export type NewMarks = ReadonlyMap<number, { readonly tag: string; readonly mcid: number }>

/** The marks of a page that enclose text, and those that enclose anything. */
export function usedMarks(operations: readonly Operation[]): { text: Set<number>; any: Set<number> } {
  const text = new Set<number>()
  const any = new Set<number>()
  eachPainted(operations, (operation, mcid) => {
    if (mcid === undefined) return
    any.add(mcid)
    if (operation.type === 'text') text.add(mcid)
  })
  return { text, any }
}

/**
 * Writes a page's operations anew so that each paints either in a kept mark or as an artifact
 * (PDF/UA-1, 7.1: all content is one or the other). A mark never reaches over a `q` or `Q`.
 */
export function remark(operations: readonly Operation[], kept: NewMarks): string {
  const lines: string[] = []
  let open: string | undefined
  const close = (): void => {
    if (open !== undefined) lines.push('EMC')
    open = undefined
  }
  const marks = new Map<Operation, number | undefined>()
  eachPainted(operations, (operation, mcid) => marks.set(operation, mcid))
  for (const operation of operations) {
    if (operation.type === 'begin' || operation.type === 'end') continue
    if (marks.has(operation)) {
      const mark = opening(marks.get(operation), kept)
      if (mark !== open) {
        close()
        lines.push(mark)
        open = mark
      }
    } else if (/(?:^|\s)[qQ]$/.test(operation.source)) {
      close()
    }
    lines.push(operation.source)
  }
  close()
  return withoutEmptyGroups(lines).join('\n')
}

function opening(mcid: number | undefined, kept: NewMarks): string {
  const mark = mcid === undefined ? undefined : kept.get(mcid)
  return mark === undefined ? '/Artifact BMC' : `/${mark.tag} <</MCID ${mark.mcid}>> BDC`
}

function eachPainted(operations: readonly Operation[], visit: (operation: Operation, mcid?: number) => void): void {
  const open: (number | undefined)[] = []
  for (const operation of operations) {
    if (operation.type === 'begin') open.push(operation.mcid ?? open.at(-1))
    else if (operation.type === 'end') open.pop()
    else if (operation.type !== 'state') visit(operation, open.at(-1))
  }
}

/** Drops `q … Q` with nothing painted in it. */
function withoutEmptyGroups(lines: readonly string[]): string[] {
  const kept: string[] = []
  const starts: { readonly at: number; painted: boolean }[] = []
  for (const line of lines) {
    if (line === 'Q') {
      const group = starts.pop()
      if (group !== undefined && !group.painted) {
        kept.length = group.at
        continue
      }
      const outer = starts.at(-1)
      if (outer !== undefined) outer.painted = true
    } else if (line === 'q') {
      starts.push({ at: kept.length, painted: false })
    } else if (line === 'EMC') {
      const group = starts.at(-1)
      if (group !== undefined) group.painted = true
    }
    kept.push(line)
  }
  return kept
}
