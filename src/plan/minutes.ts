/**
 * Shares minutes out by weight, in whole ones: the largest remainders get what rounding down leaves (Hamilton's
 * method). A part of a minute goes to the heaviest, so that nothing is lost.
 */
export function spread(minutes: number, weights: readonly number[]): number[] {
  const whole = Math.floor(minutes)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = whole - shares.reduce((total, share) => total + share, 0)
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  const heaviest = weights.indexOf(Math.max(...weights))
  shares[heaviest] = (shares[heaviest] ?? 0) + (minutes - whole)
  return shares
}
