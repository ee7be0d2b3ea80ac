import type { Tx } from '@countersign/db/connect'
import { billingMilestoneReleases, billingMilestones, deliverables } from '@countersign/db/tables/contract'
import type { BillingMilestoneDraft } from '@countersign/domain/contract'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'

export type ScheduledMilestone = BillingMilestoneDraft & {
  /** By the final acceptance of these, which are accepted twice: what waits for that alone is retention. */
  releasedFinally?: string[]
}

/** The milestone with everything that releases it in one list, as the rules ask. */
export function releasingAny(milestone: ScheduledMilestone): ScheduledMilestone {
  return { ...milestone, releasedBy: [...milestone.releasedBy, ...(milestone.releasedFinally ?? [])] }
}

/** Only the project's own deliverables release, and finally only what is accepted twice. */
export async function whyNotReleasable(tx: Tx, projectId: string, milestones: ScheduledMilestone[]) {
  const known = await tx
    .select({ id: deliverables.id, acceptance: deliverables.acceptance })
    .from(deliverables)
    .where(eq(deliverables.projectId, projectId))
  const acceptanceOf = new Map(known.map(({ id, acceptance }) => [id, acceptance]))
  if (milestones.some((each) => releasingAny(each).releasedBy.some((id) => !acceptanceOf.has(id))))
    return 'no-such-deliverable'
  const isTwice = (id: string) => acceptanceOf.get(id) === 'provisional-and-final'
  return milestones.some(({ releasedFinally = [] }) => !releasedFinally.every(isTwice))
    ? 'not-accepted-twice'
    : null
}

/** The payment schedule in its order, each milestone with the line that it is a part of and what releases it. */
export async function writeSchedule(
  tx: Tx,
  projectId: string,
  milestones: ScheduledMilestone[],
  lineIds: string[],
): Promise<void> {
  const rows = milestones.map((milestone, index) => milestoneRow(milestone, index + 1, projectId, lineIds))
  if (rows.length > 0) await tx.insert(billingMilestones).values(rows.map(({ row }) => row))
  const releases = rows.flatMap(({ row, releases }) =>
    releases.map((release) => ({ projectId, billingMilestoneId: row.id, ...release })),
  )
  if (releases.length > 0) await tx.insert(billingMilestoneReleases).values(releases)
}

function milestoneRow(
  { releasedBy, releasedFinally = [], line = 1, ...milestone }: ScheduledMilestone,
  position: number,
  projectId: string,
  lineIds: string[],
) {
  const { trigger = 'acceptance', atPercent = null } = milestone
  // Of what is ticked twice the later acceptance counts.
  const first = releasedBy.filter((id) => !releasedFinally.includes(id))
  const releases = [
    ...releasedFinally.map((deliverableId) => ({ deliverableId, stage: 'final' as const })),
    ...first.map((deliverableId) => ({ deliverableId, stage: 'first' as const })),
  ]
  const isReleasedByAcceptance = trigger === 'acceptance'
  return {
    row: {
      ...milestone,
      id: randomUUID(),
      projectId,
      position,
      trigger,
      atPercent: trigger === 'progress' ? atPercent : null,
      isRetention: isReleasedByAcceptance && first.length === 0,
      contractLineId: trigger === 'deposit' ? null : lineIds[line - 1]!,
    },
    releases: isReleasedByAcceptance ? releases : [],
  }
}
