/** '1.2.1' for each of the levels, which count from 1 and never skip one on the way down. */
export function outlineNumbers(levels: readonly number[]): string[] {
  const counts: number[] = []
  return levels.map((level) => {
    counts.length = Math.min(counts.length, level)
    while (counts.length < level) counts.push(0)
    counts[level - 1]!++
    return counts.join('.')
  })
}
