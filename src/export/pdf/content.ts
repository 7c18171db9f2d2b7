/** One thing a content stream does: paint something, change the state, or begin or end marked content. */
export type Operation =
  | { readonly type: 'path' | 'text' | 'object' | 'state'; readonly source: string }
  | { readonly type: 'begin'; readonly source: string; readonly mcid?: number }
  | { readonly type: 'end'; readonly source: string }

const pathConstruction = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const pathPainting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const markBeginning = new Set(['BMC', 'BDC'])

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) as operations in order. A path is one operation from its first segment
 * to its painting, a text object one from BT to ET; of the marks inside of one those stay that say which characters a
 * ligature stands for (14.9.4), without which nobody finds a word with an ff in it.
 */
export function readContent(content: string): Operation[] {
  const operations: Operation[] = []
  let unit = ''
  let within: 'text' | 'path' | undefined
  /** The marks open in a text object, and whether they stay. */
  let marks: boolean[] = []
  for (const { operator, source } of instructions(content)) {
    if (within === 'text') {
      if (markBeginning.has(operator)) marks.push(/\/ActualText\b/.test(source) && !/\/MCID\b/.test(source))
      const stays = operator === 'EMC' ? marks.pop() === true : markBeginning.has(operator) ? marks.at(-1) === true : !isPoint(operator)
      if (operator === 'ET') unit += '\nEMC'.repeat(marks.filter(Boolean).length)
      if (stays) unit += `\n${source}`
      if (operator !== 'ET') continue
      operations.push({ type: 'text', source: unit })
      within = undefined
    } else if (operator === 'BT') {
      within = 'text'
      unit = source
      marks = []
    } else if (pathConstruction.has(operator)) {
      unit = within === 'path' ? `${unit}\n${source}` : source
      within = 'path'
    } else if (within === 'path') {
      // `n` ends a path without painting it: a clip.
      operations.push({ type: pathPainting.has(operator) ? 'path' : 'state', source: `${unit}\n${source}` })
      within = undefined
    } else {
      operations.push(single(operator, source))
    }
  }
  return operations
}

function single(operator: string, source: string): Operation {
  if (markBeginning.has(operator)) {
    const mcid = /\/MCID\s+(\d+)/.exec(source)?.[1]
    return { type: 'begin', source, ...(mcid === undefined ? {} : { mcid: Number(mcid) }) }
  }
  if (operator === 'EMC') return { type: 'end', source }
  if (operator === 'Do' || operator === 'sh') return { type: 'object', source }
  if (operator === 'BI') throw new Error('Inline images are not expected in a printed slide')
  return { type: 'state', source }
}

const isOperator = (token: string): boolean => /^[A-Za-z'"]/.test(token) && !/^(?:true|false|null)$/.test(token)
const isPoint = (operator: string): boolean => operator === 'MP' || operator === 'DP'

/** An operator with its operands before it, parted by single spaces. */
interface Instruction {
  readonly operator: string
  readonly source: string
}

/** Numbers and an operator, written as most are: thousands of a page's instructions draw its shapes. */
const plain = /\s*((?:[-+.\d]+ )*([A-Za-z]+\*?))(?![^\s])/y
const token = /\s*(?:(<<|>>|\[|\]|<[^<>]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+)|(\()|%[^\r\n]*)/y

function* instructions(content: string): Generator<Instruction> {
  let operands = ''
  let position = 0
  while (position < content.length) {
    plain.lastIndex = position
    const found = operands === '' ? plain.exec(content) : null
    if (found?.[1] !== undefined && found[2] !== undefined && isOperator(found[2])) {
      position = plain.lastIndex
      yield { source: found[1], operator: found[2] }
      continue
    }
    const { text, end } = nextToken(content, position)
    position = end
    if (text === undefined) continue
    if (!isOperator(text)) operands += `${text} `
    else {
      yield { source: operands + text, operator: text }
      operands = ''
    }
  }
}

/** The token at a position, if there is one and not a comment or the end, and the position after it. */
function nextToken(content: string, position: number): { readonly text?: string; readonly end: number } {
  token.lastIndex = position
  const match = token.exec(content)
  if (match === null) {
    if (content.slice(position).trim() === '') return { end: content.length }
    throw new Error(`Unexpected content at ${position}: ${content.slice(position, position + 20)}`)
  }
  const end = token.lastIndex
  if (match[2] !== undefined) {
    const after = endOfString(content, end)
    return { text: content.slice(end - 1, after), end: after }
  }
  return match[1] === undefined ? { end } : { text: match[1], end }
}

/** The position after the closing parenthesis of a literal string that begins before `start`. */
function endOfString(content: string, start: number): number {
  let depth = 1
  for (let position = start; position < content.length; position += 1) {
    const character = content[position]
    if (character === '\\') position += 1
    else if (character === '(') depth += 1
    else if (character === ')' && (depth -= 1) === 0) return position + 1
  }
  throw new Error('A string in a content stream has no end')
}
