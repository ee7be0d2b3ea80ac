import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { decisions, files, submissions } from '@countersign/db/tables/delivery'
import { ledgerDisclosures, ledgerEntries } from '@countersign/db/tables/ledger'
import { outsideEnvelopes } from '@countersign/db/tables/outside-decisions'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import type { Json } from '@countersign/evidence/canonical'
import {
  decisionEvidenceSchema,
  type AcceptanceClock,
  type DecisionEvidence,
  type OutsideEnvelope,
} from '@countersign/evidence/evidence'
import { readEntry } from '@countersign/evidence/ledger-entry'
import { disclosed } from '@countersign/evidence/personal'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { contentOf } from './content-of'
import type { SubmittedContent } from './submission-digest'

/**
 * The evidence of a decision as it is published (schema decision-evidence/2): what a certificate attaches. What it says
 * of the decision is the ledger's entry, with whatever of the persons in it is still disclosed. `null` where there
 * is no such decision. Read by the worker, before the certificate is made.
 */
export async function evidenceOfDecision(
  tx: Tx,
  { decisionId, provider }: { decisionId: string; provider: DecisionEvidence['provider'] },
): Promise<DecisionEvidence | null> {
  const [row] = await tx
    .select({
      submission: submissions,
      project: { id: projects.id, code: projects.code, name: projects.name, timeZone: projects.timeZone },
      customer: { id: customers.id, name: customers.name, address: customers.address },
      deliverable: {
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        kind: deliverables.kind,
      },
      acceptance: deliverables.acceptance,
      outcome: decisions.outcome,
      act: decisions.act,
      refersTo: decisions.refersTo,
      share: decisions.releasesBasisPoints,
      clock: decisions.clock,
    })
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
    .innerJoin(projects, eq(projects.id, decisions.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .where(eq(decisions.id, decisionId))
  if (!row) return null
  const { submission, project, deliverable, customer } = row
  const { decision, ledger } = await decisionInLedger(tx, project.id, decisionId)
  return {
    schema: decisionEvidenceSchema,
    provider,
    customer: {
      id: customer.id,
      name: customer.name,
      ...(customer.address && { address: customer.address }),
    },
    project,
    deliverable,
    submission: {
      id: submission.id,
      submittedAt: submission.submittedAt.toISOString(),
      submittedBy: submission.submittedBy,
      message: submission.message,
      digest: submission.digest,
      content: await contentOf(tx, submission),
    },
    // The entry leaves out what somebody wrote and what a mail server answered.
    decision: {
      ...decision,
      ...stageOf(row),
      ...(row.clock ? { clock: row.clock as AcceptanceClock } : {}),
      ...(decision.outside ? { outside: await withFiles(tx, decisionId, decision.outside) } : {}),
    },
    releases: releasesOf(row),
    ledger,
    refersTo: await earlierDecision(tx, project.id, row),
  }
}

/** The entry has the digests of an envelope's files; their names and sizes are beside it. */
async function withFiles(tx: Tx, decisionId: string, outside: OutsideEnvelope): Promise<OutsideEnvelope> {
  const [named] = await tx.select().from(outsideEnvelopes).where(eq(outsideEnvelopes.decisionId, decisionId))
  const digests = outside.files.map(({ sha256 }) => sha256)
  const sizes = await tx.select().from(files).where(inArray(files.sha256, digests))
  const nameOf = { document: named!.documentName, completion: named!.completionName }
  return {
    ...outside,
    files: outside.files.map(({ is, sha256 }) => {
      const size = Number(sizes.find((file) => file.sha256 === sha256)!.sizeBytes)
      return { is, name: nameOf[is], sha256, size }
    }),
  }
}

function stageOf({
  acceptance,
  submission,
}: {
  acceptance: string
  submission: { stage: 'first' | 'final' }
}) {
  if (acceptance === 'once') return {}
  return { stage: submission.stage === 'final' ? ('final' as const) : ('provisional' as const) }
}

type Released = {
  submission: typeof submissions.$inferSelect
  outcome: string
  act: string
  share: number
}

function releasesOf({ submission, outcome, act, share }: Released): DecisionEvidence['releases'] {
  if (outcome === 'rejected' || act === 'withdraws' || share === 0) return []
  return (submission.releases as SubmittedContent['releases']).map(({ name, amountMinor }) => ({
    milestone: name,
    amountMinor,
    currency: submission.currency,
    ...(share < 10_000 && { shareBasisPoints: share }),
  }))
}

async function earlierDecision(
  tx: Tx,
  projectId: string,
  { refersTo, act }: { refersTo: string | null; act: 'decides' | 'withdraws' | 'corrects' },
): Promise<DecisionEvidence['refersTo']> {
  if (refersTo === null) return []
  const { decision } = await decisionInLedger(tx, projectId, refersTo)
  const how = act === 'decides' ? 'completes' : act
  return [{ how, decisionId: refersTo, decisionDigest: decision.digest }]
}

/** The decision as its entry says it, and where that stands. Throws where the decision has no entry. */
async function decisionInLedger(tx: Tx, projectId: string, decisionId: string) {
  const [row] = await tx
    .select()
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.projectId, projectId),
        eq(ledgerEntries.factId, decisionId),
        eq(ledgerEntries.kind, 'decision'),
      ),
    )
  const entry = row && readEntry(row.entry)
  if (!row || !entry) throw new Error(`the decision ${decisionId} has no entry in the ledger`)
  const [head] = await tx
    .select({ seq: ledgerEntries.seq, hash: ledgerEntries.hash })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.projectId, projectId))
    .orderBy(desc(ledgerEntries.seq))
    .limit(1)
  const known = await tx
    .select()
    .from(ledgerDisclosures)
    .where(and(eq(ledgerDisclosures.projectId, projectId), eq(ledgerDisclosures.seq, row.seq)))
  const disclosures = known.map(({ pointer, salt, value }) => ({
    pointer: pointer.replace(/^\/body/, ''),
    salt,
    value: JSON.parse(value) as Json,
  }))
  const { submissionId: _, submissionDigest: __, ...said } = disclosed(entry.body, disclosures)
  return {
    decision: {
      reservations: [],
      ...said,
      id: decisionId,
      digest: entry.fact.digest,
    } as unknown as DecisionEvidence['decision'],
    ledger: {
      seq: row.seq,
      previous: row.previousHash,
      hash: row.hash,
      entry: row.entry,
      head: head!,
    },
  }
}
