import type { Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { draftFromJson, whyNotIssuable } from '@countersign/domain/invoicing/invoice-draft'
import { missingFacts } from '@countersign/domain/invoicing/invoice-parties'
import { sumsOf, taxesOf } from '@countersign/domain/invoicing/invoice-taxes'
import { billingTerms } from '@countersign/operations/billing-terms'
import { invoiceParties } from '@countersign/operations/invoice-parties'
import { openOrders } from '@countersign/operations/open-orders'
import { reviewLimit } from '@countersign/operations/review-limit'
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { moneyText } from '../../money-text'

/** A draft as its pages show it; null where this person has no such draft. */
export async function draftPage(tx: Tx, draftId: string) {
  const reviewer = alias(staff, 'reviewer')
  const [row] = await tx
    .select({
      id: invoiceDrafts.id,
      content: invoiceDrafts.content,
      state: invoiceDrafts.state,
      reviewNote: invoiceDrafts.reviewNote,
      authorId: invoiceDrafts.writtenBy,
      author: staff.name,
      reviewer: reviewer.name,
      projectId: projects.id,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
    })
    .from(invoiceDrafts)
    .innerJoin(projects, eq(projects.id, invoiceDrafts.projectId))
    .innerJoin(staff, eq(staff.id, invoiceDrafts.writtenBy))
    .leftJoin(reviewer, eq(reviewer.id, invoiceDrafts.reviewedBy))
    .where(eq(invoiceDrafts.id, draftId))
  if (!row) return null
  const { content, ...head } = row
  const draft = draftFromJson(content)
  const terms = await billingTerms(tx, row.projectId)
  const [orders, parties, limitMinor] = await Promise.all([
    openOrders(tx, row.projectId),
    invoiceParties(tx, row.projectId, null),
    reviewLimit(tx, terms.currency),
  ])
  const taxes = taxesOf(draft.lines)
  const { netMinor, grossMinor } = sumsOf(taxes)
  const money = (minor: bigint) => moneyText(minor, terms.currency)
  return {
    ...head,
    customer: parties.buyer.name,
    customerId: terms.customerId,
    currency: terms.currency,
    paymentTermDays: terms.paymentTermDays,
    requiresOrder: terms.requiresOrder,
    contractBasisPoints: terms.taxBasisPoints,
    whyNotIssuable: whyNotIssuable(row.state, draft, limitMinor),
    limit: limitMinor === null ? null : money(limitMinor),
    lines: draft.lines.map(({ description, quantityThousandths, unit, amountMinor }) => ({
      description,
      unit,
      thousandths: Number(quantityThousandths),
      amount: money(amountMinor),
    })),
    taxCategory: draft.lines[0]?.taxCategory ?? 'S',
    exemptionReason: draft.exemptionReason,
    customerOrderId: draft.customerOrderId,
    periodFromOn: draft.periodFromOn,
    periodToOn: draft.periodToOn,
    prepaid: money(draft.prepaidMinor),
    orders: orders.map(({ id, number, leftMinor }) => ({ id, number, left: money(leftMinor) })),
    net: money(netMinor),
    taxes: taxes.map(({ taxBasisPoints, taxMinor }) => ({ taxBasisPoints, tax: money(taxMinor) })),
    gross: money(grossMinor),
    missing: missingFacts(
      parties,
      taxes.map(({ taxCategory }) => taxCategory),
    ),
  }
}

export type DraftPage = NonNullable<Awaited<ReturnType<typeof draftPage>>>
