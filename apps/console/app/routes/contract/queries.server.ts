import type { Tx } from '@countersign/db/connect'
import { billingMilestoneReleases, contracts, deliverables } from '@countersign/db/tables/contract'
import { submissions } from '@countersign/db/tables/delivery'
import { projects } from '@countersign/db/tables/projects'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { whyNotRevisable } from '@countersign/domain/contract'
import type { SerializeFrom } from '@remix-run/node'
import { asc, count, eq } from 'drizzle-orm'

/** A project's contract with its payment schedule, and whether it can still be changed; null for no such project. */
export async function contractOf(tx: Tx, projectId: string) {
  const [[project], [contract], schedule, releases, known, [submitted]] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    tx.select().from(contracts).where(eq(contracts.projectId, projectId)),
    tx
      .select()
      .from(billingMilestoneStates)
      .where(eq(billingMilestoneStates.projectId, projectId))
      .orderBy(asc(billingMilestoneStates.position)),
    tx.select().from(billingMilestoneReleases).where(eq(billingMilestoneReleases.projectId, projectId)),
    tx
      .select({
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        acceptance: deliverables.acceptance,
      })
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
    tx.select({ count: count() }).from(submissions).where(eq(submissions.projectId, projectId)),
  ])
  if (!project) return null
  return {
    isRevisable: whyNotRevisable({ submissionCount: submitted?.count ?? 0 }) === null,
    deliverables: known,
    contract: contract
      ? {
          reference: contract.reference,
          currency: contract.currency,
          valueMinor: String(contract.valueMinor),
          taxBasisPoints: contract.taxBasisPoints,
          paymentTermDays: contract.paymentTermDays,
          signedOn: contract.signedOn,
        }
      : null,
    milestones: schedule.map(({ billingMilestoneId, name, amountMinor, dueOn, state, invoiceNumber }) => ({
      id: billingMilestoneId,
      name,
      amountMinor: String(amountMinor),
      dueOn,
      state,
      invoiceNumber,
      releasedBy: releasing(releases, billingMilestoneId, 'first'),
      releasedFinally: releasing(releases, billingMilestoneId, 'final'),
    })),
  }
}

type Release = typeof billingMilestoneReleases.$inferSelect

function releasing(releases: Release[], billingMilestoneId: string, stage: Release['stage']): string[] {
  return releases
    .filter((each) => each.billingMilestoneId === billingMilestoneId && each.stage === stage)
    .map(({ deliverableId }) => deliverableId)
}

/** The contract as the page reads it. */
export type AgreedContract = SerializeFrom<NonNullable<Awaited<ReturnType<typeof contractOf>>>>
