import type { Tx } from '@countersign/db/connect'
import { invoices } from '@countersign/db/tables/billing'
import { changeRequests } from '@countersign/db/tables/contract-lines'
import { billingMilestoneReleases, contracts, deliverables } from '@countersign/db/tables/contract'
import { submissions } from '@countersign/db/tables/delivery'
import { projects } from '@countersign/db/tables/projects'
import { contractLineChanges, contractLineValues } from '@countersign/db/views/contract'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { whyNotRevisable } from '@countersign/domain/contract'
import type { SerializeFrom } from '@remix-run/node'
import { asc, eq } from 'drizzle-orm'

/** A project's contract with its payment schedule, and whether it can still be changed; null for no such project. */
export async function contractOf(tx: Tx, projectId: string) {
  const [[project], [contract], schedule, releases, known, happened, lines, changes] = await Promise.all([
    tx.select({ id: projects.id, name: projects.name }).from(projects).where(eq(projects.id, projectId)),
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
    happenedUnder(tx, projectId),
    tx
      .select()
      .from(contractLineValues)
      .where(eq(contractLineValues.projectId, projectId))
      .orderBy(asc(contractLineValues.position)),
    tx
      .select()
      .from(contractLineChanges)
      .where(eq(contractLineChanges.projectId, projectId))
      .orderBy(asc(contractLineChanges.number)),
  ])
  if (!project) return null
  return {
    projectName: project.name,
    isRevisable: whyNotRevisable(happened) === null,
    lines: lines.map(({ contractLineId, originalMinor, currentMinor, ...line }) => ({
      id: contractLineId,
      name: line.name,
      kind: line.kind,
      recognition: line.recognition,
      startsOn: line.startsOn,
      endsOn: line.endsOn,
      periodMonths: line.periodMonths,
      originalMinor: String(originalMinor),
      currentMinor: String(currentMinor),
      changes: changes
        .filter((change) => change.contractLineId === contractLineId)
        .map(({ changeRequestId, number, deltaMinor }) => ({
          id: changeRequestId,
          number,
          deltaMinor: String(deltaMinor),
        })),
    })),
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
    milestones: schedule.map(
      ({ billingMilestoneId, name, amountMinor, dueOn, state, invoiceNumber, ...each }) => ({
        trigger: each.trigger,
        atPercent: each.atPercent,
        isRetention: each.isRetention,
        contractLineId: each.contractLineId,
        id: billingMilestoneId,
        name,
        amountMinor: String(amountMinor),
        dueOn,
        state,
        invoiceNumber,
        releasedBy: releasing(releases, billingMilestoneId, 'first'),
        releasedFinally: releasing(releases, billingMilestoneId, 'final'),
      }),
    ),
  }
}

/** What stands under the contract, as agreeContract asks. */
async function happenedUnder(tx: Tx, projectId: string) {
  const [submissionCount, changeCount, invoiceCount] = await Promise.all([
    tx.$count(submissions, eq(submissions.projectId, projectId)),
    tx.$count(changeRequests, eq(changeRequests.projectId, projectId)),
    tx.$count(invoices, eq(invoices.projectId, projectId)),
  ])
  return { submissionCount, changeCount, invoiceCount }
}

type Release = typeof billingMilestoneReleases.$inferSelect

function releasing(releases: Release[], billingMilestoneId: string, stage: Release['stage']): string[] {
  return releases
    .filter((each) => each.billingMilestoneId === billingMilestoneId && each.stage === stage)
    .map(({ deliverableId }) => deliverableId)
}

/** The contract as the page reads it. */
export type AgreedContract = SerializeFrom<NonNullable<Awaited<ReturnType<typeof contractOf>>>>
