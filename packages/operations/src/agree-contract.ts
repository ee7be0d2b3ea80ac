import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { submissions } from '@countersign/db/tables/delivery'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { whyNotAContract, whyNotRevisable } from '@countersign/domain/contract'
import { count, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { lockProject } from './lock-project'
import { refused } from './result'
import { takeContractBaseline } from './take-baseline'

type ContractTerms = {
  projectId: string
  reference: string
  currency: string
  valueMinor: bigint
  taxBasisPoints: number
  paymentTermDays: number
  signedOn: LocalDate | null
  milestones: {
    name: string
    amountMinor: bigint
    dueOn: LocalDate | null
    releasedBy: string[]
    /** By the final acceptance of these, which are accepted twice: retention. */
    releasedFinally?: string[]
  }[]
  by: StaffActor
  now: Date
}

/**
 * Writes the contract and its payment schedule whole. Refused, with the difference in minor units, when the
 * schedule does not sum to the value; and once something was submitted under it. A contract that is signed keeps the
 * plan as its first baseline: that is what both sides agreed on.
 */
export async function agreeContract(tx: Tx, { projectId, milestones, by, now, ...terms }: ContractTerms) {
  const project = await lockProject(tx, projectId)
  if (!project) return refused('no-such-project')
  const released = (each: ContractTerms['milestones'][number]) => [
    ...each.releasedBy,
    ...(each.releasedFinally ?? []),
  ]
  const draft = milestones.map((each) => ({ ...each, releasedBy: released(each) }))
  const flaw = whyNotAContract({ valueMinor: terms.valueMinor, milestones: draft })
  if (flaw) return { ok: false as const, ...flaw }
  // A submission under way holds the contract: wait for it, then count.
  await tx
    .select({ id: contracts.projectId })
    .from(contracts)
    .where(eq(contracts.projectId, projectId))
    .for('update')
  const [submitted] = await tx
    .select({ count: count() })
    .from(submissions)
    .where(eq(submissions.projectId, projectId))
  const why = whyNotRevisable({ submissionCount: submitted!.count })
  if (why) return refused(why)
  const known = await tx
    .select({ id: deliverables.id, acceptance: deliverables.acceptance })
    .from(deliverables)
    .where(eq(deliverables.projectId, projectId))
  const knownIds = new Set(known.map(({ id }) => id))
  if (draft.some(({ releasedBy }) => releasedBy.some((id) => !knownIds.has(id))))
    return refused('no-such-deliverable')
  const twice = new Set(
    known.filter(({ acceptance }) => acceptance === 'provisional-and-final').map(({ id }) => id),
  )
  if (milestones.some(({ releasedFinally = [] }) => releasedFinally.some((id) => !twice.has(id))))
    return refused('not-accepted-twice')

  await tx
    .insert(contracts)
    .values({ projectId, kind: 'fixed-price', ...terms })
    .onConflictDoUpdate({ target: contracts.projectId, set: terms })
  await tx.delete(billingMilestones).where(eq(billingMilestones.projectId, projectId))
  const rows = milestones.map(({ releasedBy, releasedFinally = [], ...milestone }, index) => ({
    row: { id: randomUUID(), projectId, position: index + 1, ...milestone },
    // Of what is ticked twice the later acceptance counts.
    releases: [
      ...releasedFinally.map((deliverableId) => ({ deliverableId, stage: 'final' as const })),
      ...releasedBy
        .filter((id) => !releasedFinally.includes(id))
        .map((deliverableId) => ({ deliverableId, stage: 'first' as const })),
    ],
  }))
  await tx.insert(billingMilestones).values(rows.map(({ row }) => row))
  await tx
    .insert(billingMilestoneReleases)
    .values(
      rows.flatMap(({ row, releases }) =>
        releases.map((release) => ({ projectId, billingMilestoneId: row.id, ...release })),
      ),
    )
  if (terms.signedOn !== null)
    await takeContractBaseline(tx, { projectId, name: terms.reference || project.code, by, now })
  return { ok: true as const }
}
