import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoices } from '@countersign/db/tables/billing'
import { changeRequests } from '@countersign/db/tables/contract-lines'
import { billingMilestones, contracts } from '@countersign/db/tables/contract'
import { submissions } from '@countersign/db/tables/delivery'
import type { LocalDate } from '@countersign/domain/calendar-day'
import {
  contractValue,
  whyNotAContract,
  whyNotRevisable,
  type ContractLineDraft,
} from '@countersign/domain/contract'
import { eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'
import { takeContractBaseline } from './take-baseline'
import { writeContractLines } from './write-contract-lines'
import { releasingAny, whyNotReleasable, writeSchedule, type ScheduledMilestone } from './write-schedule'

type ContractTerms = {
  projectId: string
  reference: string
  currency: string
  taxBasisPoints: number
  paymentTermDays: number
  signedOn: LocalDate | null
  lines: ContractLineDraft[]
  milestones: ScheduledMilestone[]
  by: StaffActor
  now: Date
}

/**
 * Writes the contract with its lines and its payment schedule whole; it is worth its lines together. Refused, with the
 * difference in minor units, when the schedule does not sum to a fixed price; and once something was submitted, changed
 * or billed under it. A contract that is signed keeps the plan as its first baseline: that is what both sides agreed on.
 */
export async function agreeContract(
  tx: Tx,
  { projectId, lines, milestones, by, now, ...terms }: ContractTerms,
) {
  const project = await lockProject(tx, projectId)
  if (!project) return refused('no-such-project')
  const flaw = whyNotAContract({ lines, milestones: milestones.map(releasingAny) })
  if (flaw) return { ok: false as const, ...flaw }
  const why = whyNotRevisable(await happenedUnder(tx, projectId))
  if (why) return refused(why)
  const unreleasable = await whyNotReleasable(tx, projectId, milestones)
  if (unreleasable) return refused(unreleasable)

  const agreed = { ...terms, valueMinor: contractValue(lines) }
  await tx
    .insert(contracts)
    .values({ projectId, ...agreed })
    .onConflictDoUpdate({ target: contracts.projectId, set: agreed })
  await tx.delete(billingMilestones).where(eq(billingMilestones.projectId, projectId))
  const written = await writeContractLines(tx, projectId, lines)
  if (!written.ok) return written
  await writeSchedule(tx, projectId, milestones, written.lineIds)
  if (terms.signedOn !== null)
    await takeContractBaseline(tx, { projectId, name: terms.reference || project.code, by, now })
  return { ok: true as const }
}

/** What stands under the contract. A submission under way holds the contract: it is waited for, then counted. */
async function happenedUnder(tx: Tx, projectId: string) {
  await tx
    .select({ id: contracts.projectId })
    .from(contracts)
    .where(eq(contracts.projectId, projectId))
    .for('update')
  const [submissionCount, changeCount, invoiceCount] = await Promise.all([
    tx.$count(submissions, eq(submissions.projectId, projectId)),
    tx.$count(changeRequests, eq(changeRequests.projectId, projectId)),
    tx.$count(invoices, eq(invoices.projectId, projectId)),
  ])
  return { submissionCount, changeCount, invoiceCount }
}
