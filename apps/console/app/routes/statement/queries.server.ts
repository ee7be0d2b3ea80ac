import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { eq, sql } from 'drizzle-orm'

type Row = {
  id: string
  invoice_id: string
  kind: 'invoice' | 'credit-note' | 'payment' | 'refund' | 'write-off'
  day: string
  number: string
  currency: string
  minor: string
}

/** All that moved between us and a customer, with the balance after each; one account a currency. */
export async function statementOf(tx: Tx, customerId: string) {
  const [customer] = await tx
    .select({
      id: customers.id,
      name: customers.name,
      address: customers.address,
      locale: customers.locale,
      timeZone: customers.timeZone,
    })
    .from(customers)
    .where(eq(customers.id, customerId))
  if (!customer) return null
  const rows = await tx.execute<Row>(sql`
    select i.id, i.id as invoice_id, i.kind, i.issued_on::text as day, i.number, i.currency, i.gross_minor::text as minor, 0 as place
    from public.invoices i where i.customer_id = ${customerId}
    union all
    select p.id, i.id, case when p.amount_minor < 0 then 'refund' else 'payment' end, p.received_on::text, i.number, i.currency, (-p.amount_minor)::text, 1
    from public.invoice_payments p join public.invoices i on i.id = p.invoice_id where i.customer_id = ${customerId}
    union all
    select w.id, i.id, 'write-off', w.written_off_on::text, i.number, i.currency, (-w.amount_minor)::text, 2
    from public.invoice_write_offs w join public.invoices i on i.id = w.invoice_id where i.customer_id = ${customerId}
    order by 4, 8, 5`)
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort()
  return {
    ...customer,
    accounts: currencies.map((currency) => {
      let balance = 0n
      const movements = rows
        .filter((row) => row.currency === currency)
        .map(({ id, invoice_id: invoiceId, kind, day, number, minor }) => {
          balance += BigInt(minor)
          return {
            ...{ id, invoiceId, kind, day, number },
            amount: { minor, currency },
            balance: { minor: String(balance), currency },
          }
        })
      return { currency, movements }
    }),
  }
}

export type Statement = NonNullable<Awaited<ReturnType<typeof statementOf>>>
