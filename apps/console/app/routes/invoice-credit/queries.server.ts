import type { Tx } from '@countersign/db/connect'
import { invoices } from '@countersign/db/tables/billing'
import { customers } from '@countersign/db/tables/people'
import { creditableMinor } from '@countersign/domain/invoicing/credit'
import { billedEntries, creditableLines } from '@countersign/operations/credit-invoice'
import { and, eq } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** An invoice with what of each line is not credited yet; null where there is none of that id. */
export async function creditableInvoice(tx: Tx, invoiceId: string) {
  const [invoice] = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      currency: invoices.currency,
      customer: customers.name,
    })
    .from(invoices)
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .where(and(eq(invoices.id, invoiceId), eq(invoices.kind, 'invoice')))
  if (!invoice) return null
  const [lines, entries] = await Promise.all([creditableLines(tx, invoiceId), billedEntries(tx, invoiceId)])
  return {
    ...invoice,
    lines: lines
      .map((line) => ({
        id: line.id,
        description: line.description,
        left: moneyText(creditableMinor(line), invoice.currency),
        hours: entries.flatMap(({ id, lineId, workedOn, who, minutes, amountMinor }) =>
          lineId === line.id && minutes !== null
            ? [
                {
                  id,
                  workedOn: workedOn!,
                  who: who!,
                  minutes,
                  amount: moneyText(amountMinor, invoice.currency),
                },
              ]
            : [],
        ),
      }))
      .filter(({ left }) => left.minor !== '0'),
  }
}

export type CreditableInvoice = NonNullable<Awaited<ReturnType<typeof creditableInvoice>>>
