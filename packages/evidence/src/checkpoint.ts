import { sha256Hex, toHex, utf8 } from './bytes'
import { canonicalText } from './canonical'
import { inclusionPath, leafHash, merkleRoot } from './merkle'

export const checkpointSchema = 'countersign/checkpoint/1'
export const chainHeadSchema = 'countersign/chain-head/1'

/** The last entry of a project's chain: its number and hash. */
export type ChainHead = { project: string; seq: number; head: string }

/** That a chain's head is under a checkpoint's root; `path` are sibling hashes from the leaf up. */
export type InclusionProof = ChainHead & { index: number; path: string[] }

/** What is signed, as canonical JSON. `previous` is the SHA-256 of the payload before, null for the first; `number` goes up. */
export type CheckpointPayload = {
  schema: typeof checkpointSchema
  number: number
  previous: string | null
  root: string
  /** Leaves of the tree. */
  size: number
  takenAt: string
}

/** As it is stored and handed over: `payload` byte for byte, the rest base64; certificates as DER, the signer's first. */
export type Checkpoint = {
  payload: string
  signature: string
  algorithm: 'RSA-PKCS1-SHA256' | 'ECDSA-P256-SHA256'
  certificates: string[]
  /** RFC 3161 token over the SHA-256 of the signature. */
  timestamp?: string
}

/** What is kept outside the database: the checkpoint, and proofs for the chains that had grown since the one before. */
export type CheckpointFile = {
  schema: 'countersign/checkpoint-file/1'
  checkpoint: Checkpoint
  proofs: InclusionProof[]
}

const fewestLeaves = 64

/** A chain's head as a leaf: hexadecimal hashes of other leaves tell nothing of theirs. */
export function leafOf({ project, seq, head }: ChainHead) {
  return leafHash(utf8(canonicalText({ schema: chainHeadSchema, project, seq, head })))
}

/**
 * The payload of the next checkpoint over these heads, and for each a proof. The tree is filled up with random leaves
 * to the next power of two, 64 at least, and ordered by hash, so that a proof does not tell how many projects there are.
 */
export async function drawUpCheckpoint(
  heads: readonly ChainHead[],
  { previous, takenAt }: { previous: string | null; takenAt: Date },
): Promise<{ payload: string; content: CheckpointPayload; proofs: InclusionProof[] }> {
  let size = fewestLeaves
  while (size < heads.length) size *= 2
  const blanks = Array.from({ length: size - heads.length }, () => crypto.getRandomValues(new Uint8Array(32)))
  const leaves = await Promise.all([
    ...heads.map(async (head) => ({ head, hash: await leafOf(head) })),
    ...blanks.map(async (blank) => ({ head: null, hash: await leafHash(blank) })),
  ])
  const ordered = leaves.map((leaf) => ({ ...leaf, text: toHex(leaf.hash) }))
  ordered.sort((a, b) => (a.text < b.text ? -1 : 1))
  const hashes = ordered.map(({ hash }) => hash)
  const content: CheckpointPayload = {
    schema: checkpointSchema,
    number: nextNumber(previous, takenAt),
    previous: previous === null ? null : await sha256Hex(utf8(previous)),
    root: toHex(await merkleRoot(hashes)),
    size,
    takenAt: takenAt.toISOString(),
  }
  const proofs = await Promise.all(
    ordered.flatMap(({ head }, index) =>
      head ? [inclusionPath(hashes, index).then((path) => ({ ...head, index, path: path.map(toHex) }))] : [],
    ),
  )
  return { payload: canonicalText(content), content, proofs }
}

/** The second in which it is taken: unlike a count it tells a customer nothing of how many there were for others. */
function nextNumber(previous: string | null, takenAt: Date): number {
  const second = Math.floor(takenAt.getTime() / 1000)
  if (previous === null) return second
  const before = readPayload(previous)
  if (!before) throw new RangeError('the checkpoint before cannot be read')
  return Math.max(second, before.number + 1)
}

/** What a payload says, or null where it is none or not canonical. */
export function readPayload(text: string): CheckpointPayload | null {
  try {
    const read = JSON.parse(text) as CheckpointPayload
    const isOne =
      read.schema === checkpointSchema &&
      Number.isSafeInteger(read.number) &&
      Number.isSafeInteger(read.size) &&
      /^[0-9a-f]{64}$/.test(read.root) &&
      (read.previous === null || /^[0-9a-f]{64}$/.test(read.previous)) &&
      typeof read.takenAt === 'string' &&
      canonicalText(read) === text
    return isOne ? read : null
  } catch {
    return null
  }
}
