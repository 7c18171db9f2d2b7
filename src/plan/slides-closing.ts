import { boxes } from './boxes.ts'
import { breakable, lineCount, textHeight } from './fit.ts'
import { listParts } from './list-parts.ts'
import { paragraph } from './notes.ts'
import { broken, placeIn, stackHeight, tooLong, type Draft, type Report, type SectionPlan } from './section-plan.ts'

/** Heights beside the last words, in pixels: for a long takeaway, and under which none fits. */
const goodRoom = 160
const leastRoom = 90

/** What to take along and the last words; many takeaways need more than one slide, and the last words stand on the last. */
export function closing(plan: SectionPlan, report: Report): Draft[] {
  const { post, words, scene } = plan
  const { heading, takeaway, postscript, signoff, credit, height } = boxes.closing
  const last = post.signoff ?? ''
  const source = post.source?.credit ?? ''
  const creditSize = credit.sizes[0]
  const creditMore = textHeight(source, credit, creditSize, plan.ruler) - creditSize * credit.lineHeight
  const roomBeside = (size: number): number => {
    const around = [
      { text: words.takeaways, box: heading },
      { text: post.postscript, box: postscript },
      { text: post.signoff, box: { ...signoff, sizes: [size] } },
    ]
    return height - stackHeight(around, 0, plan.ruler) - takeaway.before - creditMore
  }
  // The last words stand on one line, as large as that allows, and on several where no size allows it.
  const lines = (size: number): number => lineCount(last, signoff, size, plan.ruler)
  const sizes = [goodRoom, leastRoom].map((least) => signoff.sizes.filter((size) => roomBeside(size) >= least)).find(({ length }) => length > 0) ?? []
  const signoffSize = sizes.find((size) => lines(size) === 1) ?? sizes.find((size) => size <= 32) ?? signoff.sizes.at(-1) ?? 24
  const room = roomBeside(signoffSize)
  if (room < leastRoom) {
    const [longest] = [['postscript', post.postscript], ['signoff', last], ['source.credit', source]].sort((a, b) => (b[1]?.length ?? 0) - (a[1]?.length ?? 0))
    report(tooLong(placeIn(plan, longest?.[0] ?? 'postscript')))
  }
  const list = { box: takeaway, room: Math.max(room, leastRoom), goesOn: true, placeOf: (index: number) => placeIn(plan, `takeaways.${index}`) }
  const listed = listParts(post.takeaways, list, plan, report)
  const parts = listed.length > 0 ? listed : [{ size: takeaway.sizes[0], texts: [], start: 1 }]
  return parts.map(({ size, texts, start }, index) => {
    const isLast = index === parts.length - 1
    return {
      kind: 'closing',
      title: words.closing,
      heading: index === 0 ? words.takeaways : words.storyContinued(words.takeaways),
      size,
      takeaways: texts,
      ...(isLast && post.postscript ? { postscript: broken(post.postscript, postscript, plan) } : {}),
      ...(isLast && last ? { signoff: breakable(last, signoff, signoffSize, plan.ruler), signoffSize } : {}),
      ...(isLast && source ? { credit: broken(source, credit, plan) } : {}),
      scene,
      notes: [paragraph(words.say.closing), ...texts.map((one) => paragraph(one.replaceAll('\u00ad', '').replaceAll('\n', ' ')))],
      weight: 1 / parts.length,
      place: placeIn(plan, `takeaways.${start - 1}`),
    }
  })
}
