type Orders = { base: readonly string[]; ours: readonly string[]; theirs: readonly string[] }

/**
 * The order of all that ours or theirs has: theirs if the file moved what it had before, else ours. What only the other
 * side has follows what it followed there.
 */
export function mergedOrder({ base, ours, theirs }: Orders): string[] {
  const hasMoved = !isSameOrder(base, theirs)
  const [leading, other] = hasMoved ? [theirs, ours] : [ours, theirs]
  const known = new Set(leading)
  const following = new Map<string | null, string[]>()
  let anchor: string | null = null
  for (const key of other) {
    if (known.has(key)) anchor = key
    else {
      const run = following.get(anchor)
      if (run) run.push(key)
      else following.set(anchor, [key])
    }
  }
  const order = [...(following.get(null) ?? [])]
  for (const key of leading) order.push(key, ...(following.get(key) ?? []))
  return order
}

/** Whether what both have stands in the same order. */
function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)]
  const common = b.filter((key) => inA.has(key))
  return a.filter((key) => inB.has(key)).every((key, at) => key === common[at])
}
