import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { JournalKind } from '@countersign/domain/journal'
import { minorDigits } from '@countersign/domain/money'
import { sql } from 'drizzle-orm'

/** An entry as docs/accounting.md promises it to accounting. */
export type JournalFeedEntry = {
  externalId: string
  /** The month whose closing or opening made it. */
  month: string
  bookedOn: LocalDate
  project: string
  kind: JournalKind
  sourceId: string | null
  /** The external id of the entry that it takes back. */
  reverses: string | null
  debitAccount: string
  creditAccount: string
  currency: string
  amountMinor: string
  /** The same with a decimal point. */
  amount: string
  text: string
}

type Asked = {
  /** Only of this month's closings and openings. */
  monthOn?: LocalDate | null
  /** Only what comes after this external id. */
  after?: string | null
  limit?: number
}

/** Entries in the order in which they were made; what is in it never changes, more comes at its end. */
export async function journalFeed(
  tx: Tx,
  { monthOn, after, limit = 1000 }: Asked,
): Promise<JournalFeedEntry[]> {
  const rows = await tx.execute<Omit<JournalFeedEntry, 'amount'>>(sql`
    select e.external_id as "externalId", left(c.month_on::text, 7) as month, e.booked_on::text as "bookedOn",
      p.code as project, e.kind, e.source_id as "sourceId", r.external_id as reverses, e.debit_account as "debitAccount",
      e.credit_account as "creditAccount", e.currency, e.amount_minor::text as "amountMinor", e.text
    from journal_entries e
    join month_closings c on c.id = e.closing_id
    join projects p on p.id = e.project_id
    left join journal_entries r on r.id = e.reverses
    where (${monthOn ?? null}::date is null or c.month_on = ${monthOn ?? null})
      and (${after ?? null}::text is null or (c.done_at, c.id, e.position) > (
        select c.done_at, c.id, e.position from journal_entries e join month_closings c on c.id = e.closing_id
        where e.external_id = ${after ?? null}))
    order by c.done_at, c.id, e.position limit ${limit}`)
  return [...rows].map((row) => ({ ...row, amount: decimal(row.amountMinor, row.currency) }))
}

/** Whether an entry has this external id: a feed cannot go on after one that nobody knows. */
export async function isInJournal(tx: Tx, externalId: string): Promise<boolean> {
  const rows = await tx.execute(sql`select from journal_entries where external_id = ${externalId}`)
  return rows.length > 0
}

/** Minor units with a decimal point: amounts of the journal are never below zero. */
function decimal(minor: string, currency: string): string {
  const digits = minorDigits(currency)
  if (digits === 0) return minor
  const text = minor.padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
