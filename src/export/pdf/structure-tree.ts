import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib'
import type { Tag } from '../../model/page.ts'
import { dictionary, object, type Written } from './objects.ts'

/** A structure element (ISO 32000-1, 14.7.2) while its content is being written. */
export interface Element {
  readonly tag: Tag | 'Document' | 'Form'
  readonly ref: PDFRef
  readonly parent: PDFRef
  readonly kids: Kid[]
  readonly entries: Record<string, PDFObject>
}

type Kid =
  | { readonly type: 'element'; readonly ref: PDFRef }
  | { readonly type: 'content'; readonly page: PDFRef; readonly id: number }
  | { readonly type: 'object'; readonly page: PDFRef; readonly ref: PDFRef }

/** The marked content of one page, by MCID. */
export interface PageContent {
  readonly page: PDFRef
  /** The page's key in the parent tree. */
  readonly key: number
  readonly owners: PDFRef[]
}

/** The logical structure of a document: elements, and the parent tree that leads back to them. */
export class StructureTree {
  readonly root: PDFRef
  readonly document: Element
  readonly #context: PDFContext
  readonly #elements: Element[] = []
  readonly #byId = new Map<string, Element>()
  readonly #pages: PageContent[] = []
  readonly #objects: { readonly key: number; readonly owner: PDFRef }[] = []
  #nextKey = 0

  constructor(context: PDFContext) {
    this.#context = context
    this.root = context.nextRef()
    this.document = { tag: 'Document', ref: context.nextRef(), parent: this.root, kids: [], entries: {} }
    this.#elements.push(this.document)
  }

  /** A new element at the end of its parent, or the one that already has this id. */
  element(tag: Element['tag'], parent: Element, id?: string): Element {
    const known = id === undefined ? undefined : this.#byId.get(id)
    if (known) {
      if (known.tag !== tag) throw new Error(`The group “${id}” is a ${known.tag} and goes on as a ${tag}`)
      return known
    }
    const element: Element = { tag, ref: this.#context.nextRef(), parent: parent.ref, kids: [], entries: {} }
    parent.kids.push({ type: 'element', ref: element.ref })
    this.#elements.push(element)
    if (id !== undefined) this.#byId.set(id, element)
    return element
  }

  /** Gives a page its place in the parent tree. */
  page(page: PDFRef): PageContent {
    const content = { page, key: this.#nextKey++, owners: [] }
    this.#pages.push(content)
    return content
  }

  /** Numbers the next marked content of a page as an element's own; returns the MCID. */
  content(element: Element, { page, owners }: PageContent): number {
    const id = owners.push(element.ref) - 1
    element.kids.push({ type: 'content', page, id })
    return id
  }

  /** Makes an annotation an element's own; returns its key (StructParent) in the parent tree. */
  object(element: Element, page: PDFRef, annotation: PDFRef): number {
    const key = this.#nextKey++
    element.kids.push({ type: 'object', page, ref: annotation })
    this.#objects.push({ key, owner: element.ref })
    return key
  }

  /** Writes the tree; to be called once, at the end. */
  finish(): void {
    for (const element of this.#elements) this.#context.assign(element.ref, this.#dictionary(element))
    const entries = [
      ...this.#pages.map(({ key, owners }) => ({ key, value: object(owners) })),
      ...this.#objects.map(({ key, owner }) => ({ key, value: owner })),
    ].sort((a, b) => a.key - b.key)
    this.#context.assign(
      this.root,
      object({
        Type: 'StructTreeRoot',
        K: this.document.ref,
        ParentTree: this.#context.register(
          object({ Nums: entries.flatMap(({ key, value }) => [key, value]) }),
        ),
        ParentTreeNextKey: this.#nextKey,
      }),
    )
  }

  #dictionary({ tag, parent, kids, entries }: Element): Written {
    const page = kids.find((kid) => kid.type !== 'element')?.page
    const K = kids.map((kid) => {
      if (kid.type === 'element') return kid.ref
      if (kid.type === 'object') return object({ Type: 'OBJR', Obj: kid.ref, Pg: kid.page })
      return kid.page === page ? kid.id : object({ Type: 'MCR', Pg: kid.page, MCID: kid.id })
    })
    const only = K.length === 1 ? K[0] : undefined
    return dictionary({ S: tag, P: parent, Pg: page, K: only ?? (K.length > 0 ? K : undefined) }, entries)
  }
}
