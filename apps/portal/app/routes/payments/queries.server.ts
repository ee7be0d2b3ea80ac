import type { Tx } from '@countersign/db/connect'
import {
  portalCertificates,
  portalInvoices,
  portalPaymentReleases,
  portalPaymentSchedule,
  portalProjects,
  portalSubmissions,
} from '@countersign/db/views/portal'
import { invoiceState } from '@countersign/domain/billing'
import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { asc, desc, eq } from 'drizzle-orm'
import { paymentParts } from '../../payment-parts'
import { projectHead } from '../../project-head.server'
import { contractLinesOf } from '../changes/queries.server'

/** What a project costs its customer: schedule with reasons, invoices, certificates; null where there is no project. */
export async function paymentsOf(tx: Tx, projectId: string, today: LocalDate) {
  const [[project], schedule, releases, invoices, certificates, lines] = await Promise.all([
    tx
      .select({ ...projectHead, timeZone: portalProjects.timeZone })
      .from(portalProjects)
      .where(eq(portalProjects.id, projectId)),
    tx
      .select()
      .from(portalPaymentSchedule)
      .where(eq(portalPaymentSchedule.projectId, projectId))
      .orderBy(asc(portalPaymentSchedule.position)),
    tx
      .select()
      .from(portalPaymentReleases)
      .where(eq(portalPaymentReleases.projectId, projectId))
      .orderBy(asc(portalPaymentReleases.position)),
    tx
      .select()
      .from(portalInvoices)
      .where(eq(portalInvoices.projectId, projectId))
      .orderBy(desc(portalInvoices.number)),
    certificatesOf(tx, projectId),
    contractLinesOf(tx, projectId),
  ])
  if (!project) return null
  const { timeZone, ...head } = project
  return {
    project: head,
    // A deposit is set off against the others: counted too, the schedule would come to more than the price.
    money: paymentParts(
      schedule
        .filter(({ trigger }) => trigger !== 'deposit')
        .map((part) => ({ ...part, minor: part.amountMinor })),
    ),
    lines,
    schedule: schedule.map(({ billingMilestoneId, name, amountMinor, currency, ...milestone }) => ({
      id: billingMilestoneId,
      name,
      amount: { minor: String(amountMinor), currency },
      dueOn: milestone.dueOn,
      state: milestone.state,
      trigger: milestone.trigger,
      atPercent: milestone.atPercent,
      isRetention: milestone.isRetention,
      invoiceNumber: milestone.invoiceNumber,
      releasedOn: milestone.releasedAt && localDateIn(timeZone, milestone.releasedAt),
      waitsFor: releases
        .filter((release) => release.billingMilestoneId === billingMilestoneId && !release.isAccepted)
        .map(({ deliverableName }) => deliverableName),
    })),
    invoices: invoices.map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      net: { minor: String(invoice.netMinor), currency: invoice.currency },
      tax: { minor: String(invoice.taxMinor), currency: invoice.currency },
      gross: { minor: String(invoice.grossMinor), currency: invoice.currency },
      open: {
        minor: String(invoice.grossMinor - invoice.paidMinor - invoice.creditedMinor),
        currency: invoice.currency,
      },
      kind: invoice.kind,
      refersToNumber: invoice.refersToNumber,
      hasTwin: invoice.ublSha256 !== null,
      state: invoiceState(invoice, today),
      bytes: invoice.sizeBytes === null ? null : Number(invoice.sizeBytes),
      sha256: invoice.fileSha256,
    })),
    certificates: certificates.map(({ sizeBytes, issuedAt, ...certificate }) => ({
      ...certificate,
      bytes: Number(sizeBytes),
      issuedAt: issuedAt.toISOString(),
    })),
  }
}

function certificatesOf(tx: Tx, projectId: string) {
  return tx
    .select({
      id: portalCertificates.id,
      number: portalCertificates.number,
      issuedAt: portalCertificates.issuedAt,
      sha256: portalCertificates.fileSha256,
      sizeBytes: portalCertificates.sizeBytes,
      deliverableName: portalSubmissions.deliverableName,
    })
    .from(portalCertificates)
    .innerJoin(portalSubmissions, eq(portalSubmissions.id, portalCertificates.submissionId))
    .where(eq(portalCertificates.projectId, projectId))
    .orderBy(desc(portalCertificates.issuedAt))
}

export type PaymentFacts = NonNullable<Awaited<ReturnType<typeof paymentsOf>>>
