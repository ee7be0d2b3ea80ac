import { concat, sha256 } from './bytes'

type Hash = Uint8Array<ArrayBuffer>
const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** RFC 6962, 2.1: a leaf's hash, SHA-256 over 0x00 and its bytes. */
export function leafHash(bytes: Uint8Array): Promise<Hash> {
  return sha256(concat(leafPrefix, bytes))
}

function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Hash> {
  return sha256(concat(nodePrefix, left, right))
}

/** RFC 6962, 2.1: the root over leaf hashes; of none, the SHA-256 of nothing. */
export async function merkleRoot(leaves: readonly Hash[]): Promise<Hash> {
  if (leaves.length === 0) return sha256(new Uint8Array())
  if (leaves.length === 1) return leaves[0]!
  const half = largestPowerOfTwoBelow(leaves.length)
  return nodeHash(await merkleRoot(leaves.slice(0, half)), await merkleRoot(leaves.slice(half)))
}

/** RFC 6962, 2.1.1: the sibling hashes from the leaf at `index` up to the root. */
export async function inclusionPath(leaves: readonly Hash[], index: number): Promise<Hash[]> {
  if (leaves.length <= 1) return []
  const half = largestPowerOfTwoBelow(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return index < half
    ? [...(await inclusionPath(left, index)), await merkleRoot(right)]
    : [...(await inclusionPath(right, index - half)), await merkleRoot(left)]
}

/** RFC 9162, 2.1.3.2: the root that a leaf hash and its path lead to in a tree of `size`; null where they fit none. */
export async function rootFromPath(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
): Promise<Hash | null> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null
  let [at, last] = [index, size - 1]
  let reached = leaf
  for (const sibling of path) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      reached = await nodeHash(sibling, reached)
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    } else {
      reached = await nodeHash(reached, sibling)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? reached : null
}

function largestPowerOfTwoBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}
