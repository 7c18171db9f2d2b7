import type { Slide } from '../../model/slide.ts'
import { escapeHtml } from '../../render/html.ts'
import { all, append, type Document, type Element } from './xml.ts'

/** What a slide's title says. */
function titleOf(slide: Slide): string {
  if ('heading' in slide) return slide.heading
  return 'text' in slide && slide.text !== undefined ? slide.text : slide.title
}

const bare = (text: string): string => text.replace(/[\s\u00ad]+/gu, '')

/**
 * Makes the box with the slide's heading its title, for outlines and for readers aloud. A slide without a visible one
 * gets it above its upper edge, as PowerPoint itself does when one is added.
 */
export function markTitle(document: Document, slide: Slide): void {
  const wanted = titleOf(slide)
  const box = all(document, 'p:sp').find((shape) => bare(textOf(shape)) === bare(wanted))
  if (box) makeTitle(box)
  else addHiddenTitle(document, slide.title)
}

const textOf = (shape: Element): string => all(shape, 'a:t').map((run) => run.textContent ?? '').join('')

function makeTitle(box: Element): void {
  const [properties] = all(box, 'p:cNvPr')
  const [drawing] = all(box, 'p:cNvSpPr')
  const [own] = all(box, 'p:nvPr')
  properties?.setAttribute('name', 'Title')
  drawing?.removeAttribute('txBox')
  if (drawing) append(drawing, '<a:spLocks noGrp="1"/>')
  if (own) append(own, '<p:ph type="title"/>')
}

function addHiddenTitle(document: Document, title: string): void {
  const [tree] = all(document, 'p:spTree')
  if (!tree) return
  const ids = all(document, 'p:cNvPr').map((one) => Number(one.getAttribute('id')))
  append(
    tree,
    `<p:sp><p:nvSpPr><p:cNvPr id="${Math.max(...ids) + 1}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>` +
      '<p:spPr><a:xfrm><a:off x="0" y="-900000"/><a:ext cx="9334500" cy="600000"/></a:xfrm></p:spPr>' +
      `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr/><a:t>${escapeHtml(title)}</a:t></a:r></a:p></p:txBody></p:sp>`,
  )
}

/** Gives a layout or master the title that slides' titles are of. */
export function addTitlePlaceholder(document: Document): void {
  const [tree] = all(document, 'p:spTree')
  if (!tree || all(tree, 'p:ph').some((placeholder) => placeholder.getAttribute('type') === 'title')) return
  append(
    tree,
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
      '<p:spPr><a:xfrm><a:off x="609600" y="609600"/><a:ext cx="8115300" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>' +
      '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>',
  )
}
