import { certificateOf } from '../signature'
import { fromBase64 } from '../bytes'
import { readPayload, type CheckpointFile } from '../checkpoint'
import { readEntry, readExtract, type ChainLink } from '../ledger-entry'
import { commitmentOf, isPersonal } from '../personal'
import { verifyChain } from '../verify-chain'
import { verifyCheckpoint, verifyInclusion, verifySeries } from '../verify-checkpoint'
import { anchorsAmong, certificatesOfToken, type Anchor } from './anchors'
import { at, type Located, type PackFinding } from './pack-finding'
import type { Anchors } from './verify-seal'

/** Recomputes the extract, and that it is the named project's. */
export async function verifyExtract(text: string, project: string, where: string) {
  const links = readExtract(text) ?? []
  const findings: Located[] = at(where, await verifyChain(links))
  const isAnother = links.some(({ entry }) => (readEntry(entry)?.project ?? project) !== project)
  if (isAnother) findings.push({ code: 'ledger-of-another-project', ok: false, where })
  return { links, findings }
}

export type KeptCheckpoint = { path: string; file: CheckpointFile }

/** A checkpoint's file, or null where the text is none. */
export function readCheckpointFile(text: string): CheckpointFile | null {
  try {
    const read = JSON.parse(text) as CheckpointFile
    const { checkpoint, proofs } = read
    const isOne =
      read.schema === 'countersign/checkpoint-file/1' &&
      readPayload(checkpoint.payload) !== null &&
      checkpoint.certificates.every((each) => typeof each === 'string') &&
      proofs.every(
        ({ project, head, path }) => typeof project === 'string' && head !== '' && Array.isArray(path),
      )
    return isOne ? read : null
  } catch {
    return null
  }
}

/**
 * Checks the checkpoints that have proofs of this chain, in their order. Between them others may stand that have none:
 * a missing number is no finding.
 */
export async function verifyCheckpoints(
  kept: readonly KeptCheckpoint[],
  { links, project, anchors }: { links: readonly ChainLink[]; project: string; anchors: Anchors },
): Promise<Located[]> {
  const findings: Located[] = []
  const trust = {
    signers: anchors.signers.map(derOf),
    timestamps: anchors.timestamps.map(derOf),
  }
  for (const { path, file } of kept) {
    findings.push(...at(path, await verifyCheckpoint(file.checkpoint, trust)))
    for (const proof of file.proofs.filter((each) => each.project === project)) {
      const found = await verifyInclusion(links, proof, file.checkpoint)
      // What is younger counts from the newest alone.
      const isNewest = file === kept.at(-1)?.file
      findings.push(
        ...at(
          path,
          found.filter(({ code }) => isNewest || code !== 'entries-after-checkpoint'),
        ),
      )
    }
  }
  if (!kept.some(({ file }) => file.proofs.some((each) => each.project === project)))
    findings.push({ code: 'no-checkpoint', ok: null, where: '' })
  const series = await verifySeries(kept.map(({ file }) => file.checkpoint))
  return [
    ...findings,
    ...at(
      '',
      series.filter(({ code }) => code !== 'checkpoints-missing'),
    ),
  ]
}

function derOf(certificate: { toSchema(): { toBER(): ArrayBuffer } }): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER())
}

/** The ends of the chains of what signed and what stamped the checkpoints. */
export async function anchorsOfCheckpoints(kept: readonly KeptCheckpoint[]) {
  const roots = new Map<string, Anchor>()
  const authorities = new Map<string, Anchor>()
  for (const { file } of kept) {
    const { certificates, timestamp } = file.checkpoint
    const inToken = timestamp === undefined ? [] : certificatesOfToken(fromBase64(timestamp))
    for (const each of await anchorsAmong(readable(certificates))) roots.set(each.fingerprint, each)
    for (const each of await anchorsAmong(inToken)) authorities.set(each.fingerprint, each)
  }
  return { roots: [...roots.values()], authorities: [...authorities.values()] }
}

function readable(certificates: readonly string[]) {
  try {
    return certificates.map((each) => certificateOf(fromBase64(each)))
  } catch {
    return []
  }
}

/** Checks what is disclosed of persons beside the ledger against the commitments in its entries. */
export async function verifyDisclosures(
  text: string,
  links: readonly ChainLink[],
  where: string,
): Promise<Located[]> {
  const bySeq = new Map(links.map(({ entry }) => [readEntry(entry)?.seq, entry]))
  const findings: PackFinding[] = []
  let count = 0
  for (const line of text.split('\n').filter(Boolean)) {
    const { seq, pointer, salt, value } = parsedLine(line)
    const entry = bySeq.get(seq)
    const node = entry === undefined ? null : nodeAt(JSON.parse(entry), pointer)
    const fits =
      isPersonal(node) && (await commitmentOf(salt, value as string).catch(() => '')) === node.commitment
    if (!fits) findings.push({ code: 'ledger-disclosure-false', ok: false, seq })
    count += 1
  }
  if (findings.length === 0) findings.push({ code: 'ledger-disclosures-hold', ok: true, count })
  return at(where, findings)
}

type Line = { seq: number; pointer: string; salt: string; value: unknown }

function parsedLine(line: string): Line {
  try {
    return JSON.parse(line) as Line
  } catch {
    return { seq: 0, pointer: '', salt: '', value: null }
  }
}

function nodeAt(value: unknown, pointer: string): unknown {
  let node = value
  for (const step of pointer.split('/').slice(1))
    node = (node as Record<string, unknown> | null)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  return node
}
