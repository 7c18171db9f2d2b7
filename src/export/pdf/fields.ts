import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib'
import type { CheckField, FieldBox, RadioField, TextField } from '../../model/page.ts'
import { Appearances, usualSize } from './appearances.ts'
import type { DocumentFonts } from './fonts.ts'
import { dictionary, object, type Entries, type Literal, type Written } from './objects.ts'
import { num } from './operators.ts'
import { toRectangle } from './path.ts'
import type { Element, PageContent, StructureTree } from './structure-tree.ts'
import { textString } from './text-string.ts'

/** Bits of Ff (ISO 32000-1, tables 226 and 228). */
const multiline = 1 << 12
const radioThatStaysOn = (1 << 15) | (1 << 14)

/** A field, or what fields with a dotted name have in common: a partial name holds no full stop (12.7.3.2). */
interface Node {
  readonly name: string
  readonly ref: PDFRef
  readonly parent: Node | undefined
  readonly kids: Map<string, Node>
  /** Set once the node is a field of its own. */
  dictionary?: () => Written
}

interface Group {
  readonly node: Node
  readonly field: RadioField
  readonly buttons: { readonly ref: PDFRef; readonly option: string }[]
}

/** The page a field stands on. */
export interface FieldPage {
  readonly ref: PDFRef
  readonly height: number
  readonly content: PageContent
  readonly annotations: PDFRef[]
}

/** The interactive form of a document. */
export class Form {
  readonly #context: PDFContext
  readonly #fonts: DocumentFonts
  readonly #tree: StructureTree
  readonly #appearances: Appearances
  readonly #roots = new Map<string, Node>()
  readonly #groups = new Map<string, Group>()

  constructor(context: PDFContext, fonts: DocumentFonts, tree: StructureTree) {
    this.#context = context
    this.#fonts = fonts
    this.#tree = tree
    this.#appearances = new Appearances(context, fonts)
  }

  /** Places a field on a page, as a Form element of its own (PDF/UA-1, 7.18.4). */
  add(box: FieldBox, parent: Element, page: FieldPage): void {
    const { field } = box
    if (field.label.trim() === '') throw new Error(`The field “${field.name}” has no label`)
    if (field.type === 'radio') this.#addRadio(box, field, parent, page)
    else this.#addField(box, field, parent, page)
  }

  /** Writes the form's fields; undefined when the document has none. To be called once, at the end. */
  finish(): PDFRef | undefined {
    if (this.#roots.size === 0) return undefined
    for (const node of this.#roots.values()) this.#writeNode(node)
    const { name, ref } = this.#fonts.typing()
    return this.#context.register(
      object({
        Fields: [...this.#roots.values()].map((node) => node.ref),
        DR: { Font: { [name]: ref } },
        DA: PDFString.of(this.#defaultAppearance(usualSize)),
      }),
    )
  }

  #addField(box: FieldBox, field: TextField | CheckField, parent: Element, page: FieldPage): void {
    const node = this.#node(field.name)
    const own = field.type === 'text' ? this.#textEntries(box, field) : this.#checkEntries(box, field)
    const widget = this.#widget(node.ref, box, parent, page)
    this.#fill(node, () =>
      dictionary(widget, own, this.#names(node), { TU: textString(field.label) }),
    )
  }

  #textEntries(box: FieldBox, field: TextField): Entries {
    const value = field.value?.replace(/\r\n?/g, '\n')
    return {
      FT: 'Tx',
      DA: PDFString.of(this.#defaultAppearance(field.size)),
      AP: { N: this.#appearances.text(field, box) },
      Ff: field.multiline ? multiline : undefined,
      Q: field.align === 'center' ? 1 : undefined,
      V: value ? textString(value) : undefined,
    }
  }

  #checkEntries(box: FieldBox, { value = false }: CheckField): Entries {
    const state = value ? 'Yes' : 'Off'
    const [on, off] = [this.#appearances.check(box, true), this.#appearances.check(box, false)]
    return {
      FT: 'Btn',
      V: state,
      AS: state,
      MK: this.#mark('4'),
      AP: { N: { Yes: on, Off: off } },
    }
  }

  #addRadio(box: FieldBox, field: RadioField, parent: Element, page: FieldPage): void {
    const group = this.#groups.get(field.name) ?? this.#newGroup(field)
    if (group.field.value !== field.value)
      throw new Error(`The buttons of “${field.name}” disagree on their value`)
    if (
      field.option === '' ||
      field.option === 'Off' ||
      group.buttons.some(({ option }) => option === field.option)
    ) {
      throw new Error(`The option “${field.option}” of “${field.name}” is used twice or means nothing`)
    }
    const ref = this.#context.nextRef()
    group.buttons.push({ ref, option: field.option })
    const states = {
      [optionName(field.option)]: this.#appearances.radio(box, true, field.look),
      Off: this.#appearances.radio(box, false, field.look),
    }
    this.#context.assign(
      ref,
      dictionary(this.#widget(ref, box, parent, page), {
        Parent: group.node.ref,
        TU: textString(`${field.label}: ${field.optionLabel}`),
        AS: field.value === field.option ? optionName(field.option) : 'Off',
        MK: this.#mark('l'),
        AP: { N: states },
      }),
    )
  }

  /** The mark a viewer puts that draws buttons itself: a tick or a dot, as Zapf Dingbats has them. */
  #mark(character: '4' | 'l'): Literal {
    return { CA: PDFString.of(character) }
  }

  #newGroup(field: RadioField): Group {
    const group: Group = { node: this.#node(field.name), field, buttons: [] }
    this.#groups.set(field.name, group)
    this.#fill(group.node, () => {
      const { value } = field
      if (value !== undefined && !group.buttons.some(({ option }) => option === value)) {
        throw new Error(`“${field.name}” has the value “${value}” but no such option`)
      }
      return object({
        FT: 'Btn',
        Ff: radioThatStaysOn,
        ...this.#names(group.node),
        TU: textString(field.label),
        V: value === undefined ? 'Off' : optionName(value),
        Kids: group.buttons.map(({ ref }) => ref),
      })
    })
    return group
  }

  #widget(ref: PDFRef, box: FieldBox, parent: Element, page: FieldPage): Entries {
    const bounds = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
    const element = this.#tree.element('Form', parent)
    page.annotations.push(ref)
    return {
      Type: 'Annot',
      Subtype: 'Widget',
      Rect: toRectangle(bounds, page.height),
      F: 4,
      P: page.ref,
      StructParent: this.#tree.object(element, page.ref, ref),
    }
  }

  #defaultAppearance(size: number): string {
    return `/${this.#fonts.typing().name} ${num(size)} Tf 0 g`
  }

  #names({ name, parent }: Node): Entries {
    return { T: textString(name), Parent: parent?.ref }
  }

  #node(name: string): Node {
    const parts = name.split('.')
    if (parts.includes('')) throw new Error(`Not a field name: “${name}”`)
    let parent: Node | undefined
    for (const part of parts) {
      const siblings: Map<string, Node> = parent?.kids ?? this.#roots
      const node: Node = siblings.get(part) ?? {
        name: part,
        ref: this.#context.nextRef(),
        parent,
        kids: new Map(),
      }
      siblings.set(part, node)
      parent = node
    }
    if (!parent) throw new Error('A field needs a name')
    return parent
  }

  #fill(node: Node, dictionary: () => Written): void {
    if (node.dictionary) throw new Error(`Two fields have the name “${fullName(node)}”`)
    node.dictionary = dictionary
  }

  #writeNode(node: Node): void {
    if (node.dictionary && node.kids.size > 0)
      throw new Error(`“${fullName(node)}” is a field and the beginning of others`)
    const kids = [...node.kids.values()]
    this.#context.assign(
      node.ref,
      node.dictionary?.() ?? dictionary(this.#names(node), { Kids: kids.map(({ ref }) => ref) }),
    )
    kids.forEach((kid) => this.#writeNode(kid))
  }
}

const fullName = ({ name, parent }: Node): string => (parent ? `${fullName(parent)}.${name}` : name)

/** An option as a name, in UTF-8 (ISO 32000-1, 7.3.5); pdf-lib takes its bytes one by one, and `#` for an escape. */
const optionName = (option: string): string => Buffer.from(option.replaceAll('#', '#23'), 'utf8').toString('latin1')
