import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { draftFromJson, draftToJson } from '@countersign/domain/invoicing/invoice-draft'
import { eq } from 'drizzle-orm'
import { billableItems, keyOfLine } from './billable-items'
import { billingTerms } from './billing-terms'
import { draftOf } from './draft-content'
import { openOrders } from './open-orders'
import { refused } from './result'

type Choice = {
  projectId: string
  /** Of the billing queue. */
  keys: string[]
  today: LocalDate
  by: StaffActor
}

/**
 * Takes items of one project's billing queue into a draft, with the oldest order of the customer's that has room for it
 * where the contract wants one named. What stands in another draft is refused.
 */
export async function draftInvoice(tx: Tx, { projectId, keys, today, by }: Choice) {
  if (keys.length === 0) return refused('nothing-chosen')
  const items = await billableItems(tx, { projectIds: [projectId], today })
  const chosen = items.filter(({ key }) => keys.includes(key))
  if (chosen.length !== new Set(keys).size) return refused('not-billable')
  if ((await keysInDrafts(tx, projectId)).some((key) => keys.includes(key)))
    return refused('in-another-draft')
  const terms = await billingTerms(tx, projectId)
  const content = await draftOf(tx, chosen, terms)
  const netMinor = content.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  const orders = await openOrders(tx, projectId)
  const fitting = orders.find(
    ({ leftMinor, validUntil }) => leftMinor >= netMinor && (validUntil === null || validUntil >= today),
  )
  const draft = { ...content, customerOrderId: terms.requiresOrder ? (fitting?.id ?? null) : null }
  const [row] = await tx
    .insert(invoiceDrafts)
    .values({ projectId, content: draftToJson(draft), writtenBy: by.staffId })
    .returning({ id: invoiceDrafts.id })
  return { ok: true as const, draftId: row!.id }
}

async function keysInDrafts(tx: Tx, projectId: string): Promise<string[]> {
  const drafts = await tx
    .select({ content: invoiceDrafts.content })
    .from(invoiceDrafts)
    .where(eq(invoiceDrafts.projectId, projectId))
  return drafts.flatMap(({ content }) =>
    draftFromJson(content).lines.flatMap((line) => keyOfLine(line) ?? []),
  )
}
