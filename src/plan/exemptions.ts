import type { Exemption, SlideKind } from '../model/slide.ts'
import { placeIn, type SectionPlan } from './section-plan.ts'

/** Slides that may overflow, as the post's `overflow` names them: `idea`, or `beats 2` for the second of its kind. */
export function exemptionsOf(plan: SectionPlan): Exemption[] {
  return (plan.post.overflow ?? []).map((name, index) => {
    const [kind = '', number] = name.split(/\s+/u)
    return { kind, ...(number ? { number: Number(number) } : {}), place: placeIn(plan, `overflow.${index}`) }
  })
}

/** Whether an exemption is for the n-th slide of a kind, counted from 1. */
export const exempts = (exemption: Exemption, kind: SlideKind, number: number): boolean =>
  exemption.kind === kind && (exemption.number ?? number) === number
