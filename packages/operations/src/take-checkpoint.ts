import type { Tx } from '@countersign/db/connect'
import { ledgerCheckpoints, ledgerEntries, ledgerKeys, ledgerProofs } from '@countersign/db/tables/ledger'
import { sha256Hex, toBase64, utf8 } from '@countersign/evidence/bytes'
import { drawUpCheckpoint, type ChainHead } from '@countersign/evidence/checkpoint'
import type { Finding } from '@countersign/evidence/finding'
import { allHold } from '@countersign/evidence/finding'
import { verifyChain } from '@countersign/evidence/verify-chain'
import type { Signer } from '@countersign/seal/signer'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { enqueue } from './enqueue'

/** A chain that no longer continues what an earlier checkpoint proved of it. */
export type BrokenChain = { projectId: string; findings: Finding[] }

/**
 * Signs a Merkle root over the heads of all chains; nothing where none has grown since the last. What each chain gained is
 * recomputed first: a chain that does not continue its last proven head stays in the tree with that head, is not
 * signed for again and is told of in `broken`. Two at once wait for each other.
 */
export async function takeCheckpoint(tx: Tx, { signer, now }: { signer: Signer; now: Date }) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('countersign checkpoint'))`)
  const [last] = await tx
    .select({ payload: ledgerCheckpoints.payload })
    .from(ledgerCheckpoints)
    .orderBy(desc(ledgerCheckpoints.number))
    .limit(1)
  const heads: ChainHead[] = []
  const grown = new Set<string>()
  const broken: BrokenChain[] = []
  for (const { head, proven } of await headsOfChains(tx)) {
    if (head?.seq === proven?.seq && head?.head === proven?.head) {
      if (head) heads.push(head)
      continue
    }
    const project = (head ?? proven)!.project
    const findings = await sinceProven(tx, project, head, proven)
    if (head && allHold(findings)) {
      heads.push(head)
      grown.add(project)
    } else {
      broken.push({ projectId: project, findings })
      if (proven) heads.push({ project, seq: proven.seq, head: proven.head })
    }
  }
  if (grown.size === 0) return { number: null, broken }

  const drawn = await drawUpCheckpoint(heads, { previous: last?.payload ?? null, takenAt: now })
  const { number, root } = drawn.content
  const [own] = signer.certificates
  if (!own) throw new TypeError('a signer has the certificate of its key')
  const keyFingerprint = await sha256Hex(own)
  const certificates = signer.certificates.map(toBase64)
  await tx
    .insert(ledgerKeys)
    .values({ fingerprint: keyFingerprint, algorithm: signer.algorithm, certificates })
    .onConflictDoNothing()
  const signature = toBase64(await signer.sign(utf8(drawn.payload)))
  await tx
    .insert(ledgerCheckpoints)
    .values({ number, takenAt: now, root, payload: drawn.payload, signature, keyFingerprint })
  await tx.insert(ledgerProofs).values(
    drawn.proofs
      .filter(({ project }) => grown.has(project))
      .map(({ project, seq, head, index, path }) => ({
        number,
        projectId: project,
        seq,
        head,
        leafIndex: index,
        path,
      })),
  )
  await enqueue(tx, 'keep-checkpoint', { number }, `checkpoint ${number}`)
  return { number, broken }
}

type ProvenHead = ChainHead & { number: number; takenAt: string }
type HeadRow = {
  project: string
  seq: string | null
  head: string | null
  provenSeq: string | null
  provenHead: string
  number: string
  takenAt: Date
}

/** Each chain's last entry, and the last of it that a checkpoint proved. */
async function headsOfChains(tx: Tx) {
  const rows = await tx.execute<HeadRow>(sql`
    select c.project_id as project, e.seq, e.hash as head, p.seq as "provenSeq", p.head as "provenHead", p.number,
      p.taken_at as "takenAt"
    from ledger_chains c
    left join lateral (select seq, hash from ledger_entries e where e.project_id = c.project_id
      order by e.seq desc limit 1) e on true
    left join lateral (select p.seq, p.head, p.number, k.taken_at from ledger_proofs p
      join ledger_checkpoints k on k.number = p.number where p.project_id = c.project_id
      order by p.number desc limit 1) p on true
    order by c.project_id`)
  return rows.map((row) => ({
    head:
      row.seq === null || row.head === null
        ? null
        : { project: row.project, seq: Number(row.seq), head: row.head },
    proven: row.provenSeq === null ? null : provenOf(row),
  }))
}

function provenOf({ project, provenSeq, provenHead, number, takenAt }: HeadRow): ProvenHead {
  return {
    project,
    seq: Number(provenSeq),
    head: provenHead,
    number: Number(number),
    takenAt: new Date(takenAt).toISOString(),
  }
}

/** Recomputes what a chain gained since its proven head, which must still be its beginning. */
async function sinceProven(
  tx: Tx,
  project: string,
  head: ChainHead | null,
  proven: ProvenHead | null,
): Promise<Finding[]> {
  const { number = 0, seq = 0, takenAt = '' } = proven ?? {}
  const count = head?.seq ?? 0
  if (proven && count < seq) return [{ code: 'chain-shorter-than-checkpoint', ok: false, number, seq, count }]
  if (proven && count === seq)
    return [{ code: 'chain-differs-from-checkpoint', ok: false, number, seq, takenAt }]
  const links = await tx
    .select({ entry: ledgerEntries.entry, previous: ledgerEntries.previousHash, hash: ledgerEntries.hash })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.projectId, project), gt(ledgerEntries.seq, seq)))
    .orderBy(asc(ledgerEntries.seq))
  return verifyChain(links, proven ?? undefined)
}
