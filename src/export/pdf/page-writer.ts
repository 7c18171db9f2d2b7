import type { PDFRef } from 'pdf-lib'
import type { Drawing, EmbeddedPage, Group, Item, LaidOutPage, Text } from '../../model/page.ts'
import { drawShapes } from './drawing.ts'
import { placeForm } from './embedded.ts'
import { writeLink } from './link.ts'
import { compressed, object } from './objects.ts'
import { round } from './operators.ts'
import { type Bounds, toRectangle, union } from './path.ts'
import type { Shared } from './shared.ts'
import type { Element, PageContent } from './structure-tree.ts'
import { drawText, textBounds } from './text.ts'
import { textString } from './text-string.ts'

/** A graphics state with the opacity of fills and of lines. */
type GraphicsState = Record<'Type' | 'ca' | 'CA', string | number>

/** Where an item stands: its element, and the figure it is part of. */
interface Position {
  readonly element: Element
  readonly figure?: { readonly element: Element; bounds?: Bounds }
}

/** Writes one page: its content in reading order, every part either tagged or an artifact (PDF/UA-1, 7.1). */
export class PageWriter {
  readonly #shared: Shared
  readonly #page: LaidOutPage
  readonly #ref: PDFRef
  readonly #content: PageContent
  readonly #operators: string[] = []
  readonly #annotations: PDFRef[] = []
  readonly #fonts = new Map<string, PDFRef>()
  readonly #forms = new Map<string, PDFRef>()
  readonly #opacities = new Map<string, number>()

  constructor(shared: Shared, page: LaidOutPage, ref: PDFRef) {
    this.#shared = shared
    this.#page = page
    this.#ref = ref
    this.#content = shared.tree.page(ref)
  }

  write(parent: PDFRef): void {
    this.#writeItems(this.#page.items, { element: this.#shared.tree.document })
    const { context } = this.#shared
    const states: [string, GraphicsState][] = [...this.#opacities].map(([name, opacity]) => [
      name,
      { Type: 'ExtGState', ca: opacity, CA: opacity },
    ])
    context.assign(
      this.#ref,
      object({
        Type: 'Page',
        Parent: parent,
        MediaBox: [0, 0, round(this.#page.width), round(this.#page.height)],
        Resources: {
          Font: Object.fromEntries(this.#fonts),
          ...(this.#forms.size > 0 && { XObject: Object.fromEntries(this.#forms) }),
          ...(states.length > 0 && { ExtGState: Object.fromEntries(states) }),
        },
        Contents: context.register(compressed({}, this.#operators.join('\n'))),
        StructParents: this.#content.key,
        ...(states.length > 0 && { Group: { S: 'Transparency', CS: 'DeviceRGB' } }),
        // Fields and links are reached in the order of the structure (7.18.3).
        ...(this.#annotations.length > 0 && { Annots: this.#annotations, Tabs: 'S' }),
      }),
    )
  }

  #writeItems(items: readonly Item[], position: Position): void {
    for (const item of items) this.#writeItem(item, position)
  }

  #writeItem(item: Item, position: Position): void {
    switch (item.type) {
      case 'group':
        return this.#writeGroup(item, position)
      case 'text':
        return this.#writeText(item, position)
      case 'drawing':
        return this.#writeDrawing(item, position)
      case 'embedded':
        return this.#writeEmbedded(item, position)
      case 'field':
        return this.#shared.form.add(item, position.element, {
          ref: this.#ref,
          height: this.#page.height,
          content: this.#content,
          annotations: this.#annotations,
        })
    }
  }

  #writeGroup(group: Group, position: Position): void {
    const element = this.#shared.tree.element(group.tag, position.element, group.id)
    if (group.tag === 'TH') this.#setScope(element, group.scope)
    if (group.tag === 'Figure') return this.#writeFigure(group, element)
    this.#writeItems(group.items, { ...position, element })
    if (group.tag === 'Link' && group.toPage !== undefined) {
      writeLink(this.#shared, group, element, {
        ref: this.#ref,
        height: this.#page.height,
        annotations: this.#annotations,
      })
    }
  }

  #writeFigure(group: Group, element: Element): void {
    if (!group.alt?.trim()) throw new Error('A figure needs an alternative text')
    const figure: Position['figure'] = { element }
    this.#writeItems(group.items, { element, figure })
    element.entries.Alt = textString(group.alt)
    if (figure.bounds)
      element.entries.A ??= object({
        O: 'Layout',
        Placement: 'Block',
        BBox: toRectangle(figure.bounds, this.#page.height),
      })
  }

  #writeText(text: Text, position: Position): void {
    const { operators, fonts } = drawText(text, this.#page.height, this.#shared.fonts)
    if (operators === '') return
    for (const { name, ref } of fonts) this.#fonts.set(name, ref)
    if (text.tag === 'artifact') return this.#writeArtifact(operators, this.#artifactOf(text))
    // A link's own words need no element within the link.
    const isOwn = text.tag === 'Link' && position.element.tag === 'Link'
    const element = isOwn ? position.element : this.#shared.tree.element(text.tag, position.element)
    if (text.tag === 'TH') this.#setScope(element)
    this.#writeContent(operators, element)
    if (!position.figure) return
    const bounds = textBounds(text, this.#shared.fonts.metrics[text.font])
    if (bounds) position.figure.bounds = union(position.figure.bounds, bounds)
  }

  #writeDrawing(drawing: Drawing, position: Position): void {
    const drawn = drawShapes(drawing, this.#page.height, (opacity) => this.#opacityName(opacity))
    if (drawn.operators !== '') this.#writeGraphics(drawn, position)
  }

  #writeEmbedded(item: EmbeddedPage, position: Position): void {
    const form = this.#shared.embedded.form(item.file, item.page)
    this.#forms.set(form.name, form.ref)
    this.#writeGraphics(placeForm(form, item, this.#page.height), position)
  }

  /** What is not read as text: part of a figure, or an artifact. */
  #writeGraphics({ operators, bounds }: { operators: string; bounds?: Bounds }, { figure }: Position): void {
    if (!figure) return this.#writeArtifact(operators, '/Type /Layout')
    this.#writeContent(operators, figure.element)
    if (bounds) figure.bounds = union(figure.bounds, bounds)
  }

  #writeContent(operators: string, element: Element): void {
    const id = this.#shared.tree.content(element, this.#content)
    this.#operators.push(`/${element.tag} <</MCID ${id}>> BDC`, operators, 'EMC')
  }

  #writeArtifact(operators: string, properties: string): void {
    this.#operators.push(`/Artifact <<${properties}>> BDC`, operators, 'EMC')
  }

  /** Running heads and feet are known by their place in a page's margin (PDF/UA-1, 7.8). */
  #artifactOf({ lines }: Text): string {
    const share = (lines[0]?.y ?? 0) / this.#page.height
    if (share > 0.93) return '/Type /Pagination /Subtype /Footer'
    return share < 0.06 ? '/Type /Pagination /Subtype /Header' : '/Type /Layout'
  }

  #setScope(element: Element, scope: Group['scope'] = 'Column'): void {
    element.entries.A = object({ O: 'Table', Scope: scope })
  }

  #opacityName(opacity: number): string {
    const share = Math.round(opacity * 100)
    const name = `Opacity${share}`
    this.#opacities.set(name, share / 100)
    return name
  }
}
