import type { Certificate } from 'pkijs'
import { fromBase64, fromHex, sha256Hex, toHex, utf8 } from './bytes'
import { leafOf, readPayload, type Checkpoint, type InclusionProof } from './checkpoint'
import type { Finding } from './finding'
import { readEntry, type ChainLink } from './ledger-entry'
import { rootFromPath } from './merkle'
import { certificateOf, isSignedBy, leadsTo, nameOf } from './signature'
import { readTimestamp } from './timestamp'

/** Whose signatures and whose timestamps are believed, as DER: roots, or the certificates themselves. */
export type Trust = { signers: Uint8Array[]; timestamps: Uint8Array[] }

/**
 * Checks a checkpoint by itself: the signature over its payload, whose key made it, and the timestamp where there is one. A
 * certificate counts that was valid at the timestamp's time, or without one at the time that the checkpoint states.
 */
export async function verifyCheckpoint(checkpoint: Checkpoint, trust: Trust): Promise<Finding[]> {
  const content = readPayload(checkpoint.payload)
  const certificates = certificatesOf(checkpoint.certificates)
  const own = certificates?.[0]
  if (!content || !certificates || !own) return [{ code: 'checkpoint-unreadable', ok: false }]
  const { number, takenAt } = content
  const signer = nameOf(own)
  const isSigned = await isSignedBy(own, checkpoint, utf8(checkpoint.payload)).catch(() => false)
  if (!isSigned) return [{ code: 'checkpoint-signature-false', ok: false, number, signer }]

  const stamp = await stampOf(checkpoint, trust)
  const at = stamp ? stamp.at : new Date(takenAt)
  const isKnown = await leadsTo(trust.signers.map(certificateOf), own, certificates, at)
  const findings: Finding[] = isKnown
    ? [{ code: 'checkpoint-holds', ok: true, number, takenAt, signer }]
    : [{ code: 'checkpoint-signer-unknown', ok: false, number, signer }]
  if (checkpoint.timestamp === undefined) findings.push({ code: 'timestamp-absent', ok: true, number })
  else if (!stamp) findings.push({ code: 'timestamp-false', ok: false, number })
  else
    findings.push({
      code: 'timestamp-holds',
      ok: true,
      number,
      stampedAt: stamp.at.toISOString(),
      authority: stamp.authority,
    })
  return findings
}

async function stampOf({ timestamp, signature }: Checkpoint, trust: Trust) {
  if (timestamp === undefined) return null
  try {
    const trusted = trust.timestamps.map(certificateOf)
    return await readTimestamp(fromBase64(timestamp), fromBase64(signature), trusted)
  } catch {
    return null
  }
}

function certificatesOf(texts: readonly string[]): Certificate[] | null {
  try {
    return texts.map((text) => certificateOf(fromBase64(text)))
  } catch {
    return null
  }
}

/** Checks that each of a series of checkpoints, in order, is bound to the one before, and that none is missing. */
export async function verifySeries(checkpoints: readonly Checkpoint[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [at, checkpoint] of checkpoints.entries()) {
    const content = readPayload(checkpoint.payload)
    const before = checkpoints[at - 1]
    const beforeContent = before && readPayload(before.payload)
    if (!content || !before || !beforeContent) continue
    const { number } = content
    const after = beforeContent.number
    const isBound = content.previous === (await sha256Hex(utf8(before.payload)))
    if (number <= after || (number === after + 1 && !isBound))
      findings.push({ code: 'checkpoint-not-bound', ok: false, number, after })
    else if (!isBound) findings.push({ code: 'checkpoints-missing', ok: false, from: after, to: number })
  }
  return findings
}

/**
 * Checks that a chain has under it what a checkpoint proved: that the proof leads to the signed root, and that the
 * entry which it names is in the chain, the same. So a missing end and a chain written anew are found. The chain and the
 * checkpoint's signature are checked by themselves.
 */
export async function verifyInclusion(
  links: readonly ChainLink[],
  proof: InclusionProof,
  checkpoint: Checkpoint,
): Promise<Finding[]> {
  const content = readPayload(checkpoint.payload)
  if (!content) return [{ code: 'checkpoint-unreadable', ok: false }]
  const { number, takenAt } = content
  if ((await rootOf(proof, content.size)) !== content.root)
    return [{ code: 'proof-false', ok: false, number }]
  const { seq } = proof
  const last = links.at(-1)
  const lastSeq = (last && readEntry(last.entry)?.seq) ?? 0
  if (lastSeq < seq)
    return [{ code: 'chain-shorter-than-checkpoint', ok: false, number, seq, count: lastSeq }]
  const proven = links.find(({ hash }) => hash === proof.head)
  const entry = proven && readEntry(proven.entry)
  if (entry?.seq !== seq || entry.project !== proof.project)
    return [{ code: 'chain-differs-from-checkpoint', ok: false, number, seq, takenAt }]
  const findings: Finding[] = [{ code: 'chain-is-under-checkpoint', ok: true, number, seq, takenAt }]
  if (lastSeq > seq)
    findings.push({ code: 'entries-after-checkpoint', ok: true, number, count: lastSeq - seq })
  return findings
}

async function rootOf(proof: InclusionProof, size: number): Promise<string | null> {
  try {
    const root = await rootFromPath(await leafOf(proof), proof.index, size, proof.path.map(fromHex))
    return root && toHex(root)
  } catch {
    return null
  }
}
