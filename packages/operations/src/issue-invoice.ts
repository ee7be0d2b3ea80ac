import type { StaffActor, Tx } from '@countersign/db/connect'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { whyNotInvoiceable } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { inArray } from 'drizzle-orm'
import { billableItems } from './billable-items'
import { billingTerms } from './billing-terms'
import { draftOf } from './draft-content'
import { issueContent } from './issue-content'
import { refused } from './result'

type MilestonesToBill = {
  billingMilestoneIds: string[]
  issuedOn: LocalDate
  customerOrderId?: string | null
  by: StaffActor
}

/** Bills what is released of milestones of one project and not billed yet, without a draft in between. */
export async function issueInvoice(
  tx: Tx,
  { billingMilestoneIds, issuedOn, customerOrderId = null, by }: MilestonesToBill,
) {
  const milestones =
    billingMilestoneIds.length === 0
      ? []
      : await tx
          .select()
          .from(billingMilestoneStates)
          .where(inArray(billingMilestoneStates.billingMilestoneId, billingMilestoneIds))
          .orderBy(billingMilestoneStates.position)
  if (milestones.length !== new Set(billingMilestoneIds).size) return refused('no-such-milestone')
  const why = whyNotInvoiceable(milestones)
  if (why) return refused(why)
  const projectId = milestones[0]!.projectId
  const items = await billableItems(tx, { projectIds: [projectId], today: issuedOn })
  const chosen = milestones.flatMap(({ billingMilestoneId }) =>
    items.filter((item) => item.key === `milestone:${billingMilestoneId}`),
  )
  const terms = await billingTerms(tx, projectId)
  const draft = { ...(await draftOf(tx, chosen, terms)), customerOrderId }
  return issueContent(tx, { projectId, draft, issuedOn, by })
}
