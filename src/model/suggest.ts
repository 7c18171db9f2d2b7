import { distance } from 'fastest-levenshtein'

/** The known name that a mistyped one most likely meant, if one is near enough to be worth offering. */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= Math.max(1, Math.round(best.candidate.length * 0.4)) ? best.candidate : undefined
}

/** "did you mean …?" as a hint, or the list of what there is when nothing is near. */
export function suggestionHint(name: string, known: readonly string[]): string {
  const meant = suggest(name, known)
  if (meant) return `did you mean "${meant}"?`
  return known.length > 0 ? `there is: ${[...known].sort().join(', ')}` : 'there are none yet'
}
