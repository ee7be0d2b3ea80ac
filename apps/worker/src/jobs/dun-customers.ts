import type { Tx } from '@countersign/db/connect'
import { dunningPauses, invoices, invoiceSendings } from '@countersign/db/tables/billing'
import { provider } from '@countersign/db/tables/provider'
import { invoiceStates } from '@countersign/db/views/invoices'
import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { dunningDue } from '@countersign/domain/invoicing/dunning'
import { createFormat } from '@countersign/ui/i18n/format'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { portalPayments } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { invoiceAttachments, invoiceMailKey, payersOf } from './invoice-mail'
import { projectNamed } from './project-people'

/**
 * Reminds whoever owes: each open invoice at its next level when the days for it have passed, once, unless dunning of it
 * is paused. Runs daily; a day on which nothing ran is made up for by the next.
 */
export async function dunCustomers({ db, settings }: Work, now: Date) {
  const today = localDateIn(settings.officeTimeZone, now)
  const due = await db.asLogin((tx) => dunnings(tx, today))
  for (const dunning of due)
    await db.asLogin(async (tx) => {
      const { invoice, level, feeMinor, dueOn, openMinor } = dunning
      const payers = await payersOf(tx, invoice.projectId, invoice.customerId)
      if (payers.length === 0) return
      const sent = await tx
        .insert(invoiceSendings)
        .values({
          projectId: invoice.projectId,
          invoiceId: invoice.id,
          level,
          sentTo: payers.map(({ email }) => email).join(', '),
          feeMinor,
          dueOn,
          sentAt: now,
        })
        .onConflictDoNothing()
        .returning({ id: invoiceSendings.id })
      if (sent.length === 0) return
      const project = await projectNamed(tx, invoice.projectId)
      const attachments = await invoiceAttachments(tx, invoice)
      for (const person of payers) {
        const words = letterMessages(person.locale)
        const own = words.dunning
        const format = createFormat(person.locale, person.timeZone)
        const money = (minor: bigint) => format.money(minor, invoice.currency)
        await writeMail(tx, {
          key: invoiceMailKey(invoice.id, level, person.email),
          to: person,
          attachments,
          letter: () => ({
            subject: own.subject(level, invoice.number),
            paragraphs: [own.what(level, format.date(invoice.dueOn)), own.crossed],
            facts: [
              { label: words.project, value: `${project.code} · ${project.name}` },
              { label: words.invoice.number, value: invoice.number },
              { label: own.open, value: money(openMinor) },
              ...(feeMinor > 0n
                ? [
                    { label: own.fee, value: money(feeMinor) },
                    { label: own.together, value: money(openMinor + feeMinor) },
                  ]
                : []),
              { label: own.payBy, value: format.date(dueOn) },
            ],
            button: { label: words.invoice.button, href: portalPayments(settings, project.id) },
          }),
        })
      }
    })
}

async function dunnings(tx: Tx, today: LocalDate) {
  const [terms] = await tx.select().from(provider)
  if (!terms) return []
  const lastLevel = sql<number | null>`(select max(s.level) from public.invoice_sendings s
    where s.invoice_id = ${invoices.id} and s.level > 0)`
  const rows = await tx
    .select({
      invoice: invoices,
      openMinor: invoiceStates.openMinor,
      isPaused: sql<boolean>`exists (select from ${dunningPauses} where ${dunningPauses.invoiceId} = ${invoices.id})`,
      lastLevel,
      lastDueOn: sql<LocalDate | null>`(select s.due_on::text from public.invoice_sendings s
        where s.invoice_id = ${invoices.id} and s.level > 0 order by s.level desc limit 1)`,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .where(and(eq(invoices.kind, 'invoice'), lt(invoices.dueOn, today), gt(invoiceStates.openMinor, 0n)))
    .orderBy(asc(invoices.dueOn), asc(invoices.number))
  return rows.flatMap((row) => {
    const due = dunningDue(
      {
        dueOn: row.invoice.dueOn,
        openMinor: row.openMinor,
        isPaused: row.isPaused,
        last: row.lastLevel === null ? null : { level: row.lastLevel, dueOn: row.lastDueOn! },
      },
      // Fees are in our currency: an invoice in another one is reminded without, rather than of 500 yen for 5 euros.
      {
        days: terms.dunningDays,
        feesMinor: row.invoice.currency === terms.currency ? terms.dunningFeesMinor : [],
      },
      today,
    )
    return due ? [{ ...row, ...due }] : []
  })
}
