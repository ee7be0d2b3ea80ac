import type { Tx } from '@countersign/db/connect'
import { certificates, files } from '@countersign/db/tables/delivery'
import {
  ledgerCheckpoints,
  ledgerDisclosures,
  ledgerEntries,
  ledgerKeys,
  ledgerProofs,
  ledgerTimestamps,
} from '@countersign/db/tables/ledger'
import { projects } from '@countersign/db/tables/projects'
import { certificateSeals } from '@countersign/db/tables/seals'
import {
  portalCertificates,
  portalLedgerCheckpoints,
  portalLedgerEntries,
  portalProjects,
} from '@countersign/db/views/portal'
import type { Json } from '@countersign/evidence/canonical'
import type { CheckpointFile } from '@countersign/evidence/checkpoint'
import type { ChainLink } from '@countersign/evidence/ledger-entry'
import { and, asc, eq, sql } from 'drizzle-orm'
import { checkpointName } from './checkpoint-file'

/** What a pack is made of, as its reader may read it. */
export type PackSource = {
  project: { id: string; code: string; name: string }
  /** One for a decision's pack; in the order of their numbers. */
  certificates: { number: string; decisionId: string; sha256: string; size: number }[]
  links: ChainLink[]
  checkpoints: { name: string; file: CheckpointFile }[]
  disclosures: { seq: number; pointer: string; salt: string; value: Json }[]
}

type Asked = { projectId: string; /** Of this decision alone. */ decisionId?: string }

/** For a contact, through the portal's views: persons stand in the ledger as commitments. Null where there is nothing. */
export async function packSourceForContact(
  tx: Tx,
  { projectId, decisionId }: Asked,
): Promise<PackSource | null> {
  const c = portalCertificates
  const [project] = await tx
    .select({ id: portalProjects.id, code: portalProjects.code, name: portalProjects.name })
    .from(portalProjects)
    .where(eq(portalProjects.id, projectId))
  const found = await tx
    .select({ number: c.number, decisionId: c.decisionId, sha256: c.fileSha256, size: c.sizeBytes })
    .from(c)
    .where(
      and(eq(c.projectId, projectId), decisionId === undefined ? undefined : eq(c.decisionId, decisionId)),
    )
    .orderBy(asc(c.number))
  if (!project || found.length === 0) return null
  const e = portalLedgerEntries
  const links = await tx
    .select({ entry: e.entry, previous: e.previousHash, hash: e.hash })
    .from(e)
    .where(eq(e.projectId, projectId))
    .orderBy(asc(e.seq))
  const rows = await tx
    .select()
    .from(portalLedgerCheckpoints)
    .where(eq(portalLedgerCheckpoints.projectId, projectId))
    .orderBy(asc(portalLedgerCheckpoints.number))
  return {
    project,
    certificates: found.map((each) => ({ ...each, size: Number(each.size) })),
    links,
    checkpoints: rows.map((row) => checkpointOf({ ...row, takenAt: new Date(row.takenAt) })),
    disclosures: [],
  }
}

/** For our own side. `withPersons`: who may read the decisions may read what the ledger's commitments commit to. */
export async function packSourceForStaff(
  tx: Tx,
  { projectId, withPersons }: Asked & { withPersons: boolean },
): Promise<PackSource | null> {
  const [project] = await tx
    .select({ id: projects.id, code: projects.code, name: projects.name })
    .from(projects)
    .where(eq(projects.id, projectId))
  const raised = and(eq(certificateSeals.certificateId, certificates.id), eq(certificateSeals.level, 'B-T'))
  const found = await tx
    .select({
      number: certificates.number,
      decisionId: certificates.decisionId,
      sha256: files.sha256,
      size: files.sizeBytes,
    })
    .from(certificates)
    .leftJoin(certificateSeals, raised)
    .innerJoin(
      files,
      eq(files.sha256, sql`coalesce(${certificateSeals.fileSha256}, ${certificates.fileSha256})`),
    )
    .where(eq(certificates.projectId, projectId))
    .orderBy(asc(certificates.number))
  if (!project || found.length === 0) return null
  const links = await tx
    .select({ entry: ledgerEntries.entry, previous: ledgerEntries.previousHash, hash: ledgerEntries.hash })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.projectId, projectId))
    .orderBy(asc(ledgerEntries.seq))
  return {
    project,
    certificates: found.map((each) => ({ ...each, size: Number(each.size) })),
    links,
    checkpoints: await checkpointsFor(tx, projectId),
    disclosures: withPersons ? await disclosuresIn(tx, projectId) : [],
  }
}

async function checkpointsFor(tx: Tx, projectId: string) {
  const rows = await tx
    .select({
      proof: ledgerProofs,
      checkpoint: ledgerCheckpoints,
      key: ledgerKeys,
      token: ledgerTimestamps.token,
    })
    .from(ledgerProofs)
    .innerJoin(ledgerCheckpoints, eq(ledgerCheckpoints.number, ledgerProofs.number))
    .innerJoin(ledgerKeys, eq(ledgerKeys.fingerprint, ledgerCheckpoints.keyFingerprint))
    .leftJoin(ledgerTimestamps, eq(ledgerTimestamps.number, ledgerProofs.number))
    .where(eq(ledgerProofs.projectId, projectId))
    .orderBy(asc(ledgerProofs.number))
  return rows.map(({ proof, checkpoint, key, token }) =>
    checkpointOf({ ...proof, ...checkpoint, ...key, token }),
  )
}

type CheckpointRow = {
  number: number
  takenAt: Date
  payload: string
  signature: string
  algorithm: 'RSA-PKCS1-SHA256' | 'ECDSA-P256-SHA256'
  certificates: string[]
  token: string | null
  projectId: string
  seq: number
  head: string
  leafIndex: number
  path: string[]
}

/** With the proof of this project alone. */
function checkpointOf(row: CheckpointRow): PackSource['checkpoints'][number] {
  const { number, takenAt, payload, signature, algorithm, certificates: chain, token } = row
  const { projectId: project, seq, head, leafIndex: index, path } = row
  return {
    name: checkpointName(number, takenAt),
    file: {
      schema: 'countersign/checkpoint-file/1',
      checkpoint: {
        payload,
        signature,
        algorithm,
        certificates: chain,
        ...(token === null ? {} : { timestamp: token }),
      },
      proofs: [{ project, seq, head, index, path }],
    },
  }
}

async function disclosuresIn(tx: Tx, projectId: string): Promise<PackSource['disclosures']> {
  const rows = await tx
    .select({
      seq: ledgerDisclosures.seq,
      pointer: ledgerDisclosures.pointer,
      salt: ledgerDisclosures.salt,
      value: ledgerDisclosures.value,
    })
    .from(ledgerDisclosures)
    .where(eq(ledgerDisclosures.projectId, projectId))
    .orderBy(asc(ledgerDisclosures.seq), asc(ledgerDisclosures.pointer))
  return rows.map(({ value, ...rest }) => ({ ...rest, value: JSON.parse(value) as Json }))
}
