import { all, append, type Document, type Element } from './xml.ts'

/**
 * The theme's faces by the names that a machine with the installed files (`installableFonts`) knows them by. Each is a
 * family of one static face, which browsers are told otherwise.
 */
const families: Readonly<Record<string, (isBold: boolean) => string>> = {
  'Bricolage Grotesque': () => 'Bricolage Grotesque 96pt ExtraBold',
  'Source Sans 3': (isBold) => (isBold ? 'Source Sans 3 SemiBold' : 'Source Sans 3'),
  Newsreader: () => 'Newsreader 16pt',
}

export function repairFonts(document: Document): void {
  for (const run of all(document, 'a:rPr')) {
    const family = families[all(run, 'a:latin')[0]?.getAttribute('typeface') ?? '']
    if (!family) continue
    const typeface = family(run.getAttribute('b') === '1')
    run.removeAttribute('b')
    for (const script of ['a:latin', 'a:ea', 'a:cs']) setTypeface(run, script, typeface)
  }
}

function setTypeface(run: Element, script: string, typeface: string): void {
  const [font] = all(run, script)
  if (font) font.setAttribute('typeface', typeface)
  else append(run, `<${script} typeface="${typeface}"/>`)
}
