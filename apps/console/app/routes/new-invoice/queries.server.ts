import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { billingMilestoneStates as states } from '@countersign/db/views/states'
import { whyNotInvoiceable } from '@countersign/domain/billing'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { sumMinor, taxOn } from '@countersign/domain/money'
import { eq, inArray } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** The invoice that issuing these milestones on that day would make, or why it cannot be. Nothing is written. */
export async function invoicePreview(
  tx: Tx,
  { milestoneIds, today }: { milestoneIds: string[]; today: LocalDate },
) {
  const milestones =
    milestoneIds.length === 0
      ? []
      : await tx
          .select()
          .from(states)
          .where(inArray(states.billingMilestoneId, milestoneIds))
          .orderBy(states.position)
  const why =
    milestones.length < milestoneIds.length ? ('no-such-milestone' as const) : whyNotInvoiceable(milestones)
  if (why) return { ok: false as const, why }
  const terms = await termsOf(tx, milestones[0]!.projectId)
  const netMinor = sumMinor(milestones.map(({ amountMinor }) => amountMinor))
  const taxMinor = taxOn(netMinor, terms.taxBasisPoints)
  const money = (minor: bigint) => moneyText(minor, terms.currency)
  return {
    ok: true as const,
    ...terms,
    lines: milestones.map(({ billingMilestoneId, name, amountMinor }) => ({
      id: billingMilestoneId,
      description: name,
      amount: money(amountMinor),
    })),
    net: money(netMinor),
    tax: money(taxMinor),
    gross: money(netMinor + taxMinor),
    issuedOn: today,
    dueOn: addDays(today, terms.paymentTermDays),
  }
}

async function termsOf(tx: Tx, projectId: string) {
  const [terms] = await tx
    .select({
      code: projects.code,
      project: projects.name,
      customer: customers.name,
      address: customers.address,
      reference: contracts.reference,
      currency: contracts.currency,
      taxBasisPoints: contracts.taxBasisPoints,
      paymentTermDays: contracts.paymentTermDays,
    })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .where(eq(contracts.projectId, projectId))
  return terms!
}
