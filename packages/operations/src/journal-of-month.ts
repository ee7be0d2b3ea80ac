import { journalEntries } from '@countersign/db/tables/closing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sidesOf, type Accounts, type JournalKind } from '@countersign/domain/journal'
import type { Fact } from './month-facts'
import type { Recognition } from './month-figures'

type JournalRow = typeof journalEntries.$inferInsert
type Closing = {
  closingId: string
  monthOn: LocalDate
  /** 1 for the first time that the month is closed: an entry of a reopened month is another one. */
  round: number
  toOn: LocalDate
  accounts: Accounts
  projectOf: Map<string, { code: string; currency: string }>
}

/** The double entries of a month in the order of their days. Facts of a project without a contract have no currency. */
export function journalOfMonth(facts: Fact[], recognitions: Recognition[], closing: Closing): JournalRow[] {
  const earned = recognitions.map(({ projectId, contractLineId, recognisedMinor }) => ({
    kind: 'revenue' as const,
    projectId,
    sourceId: contractLineId,
    bookedOn: closing.toOn,
    amountMinor: recognisedMinor,
    named: '',
  }))
  const rows: JournalRow[] = []
  for (const fact of [...facts, ...earned]) {
    const project = closing.projectOf.get(fact.projectId)
    const sides = sidesOf(fact.kind, fact.amountMinor, closing.accounts)
    if (!project || !sides) continue
    const { kind, projectId, sourceId, bookedOn, named } = fact
    rows.push({
      externalId: externalIdOf(closing, fact, project.code),
      closingId: closing.closingId,
      projectId,
      kind,
      sourceId,
      bookedOn,
      ...sides,
      signedMinor: fact.amountMinor,
      currency: project.currency,
      text: [project.code, kind === 'payment' && fact.amountMinor < 0n ? refund : words[kind], named]
        .filter((part) => part !== '')
        .join(' ')
        .slice(0, 200),
      position: rows.length + 1,
    })
  }
  return rows
}

/** The same for the same fact, however often it is asked for. */
function externalIdOf(
  { monthOn, round }: Closing,
  { kind, sourceId, bookedOn }: { kind: JournalKind; sourceId: string | null; bookedOn: LocalDate },
  code: string,
): string {
  return `${monthOn.slice(0, 7)}/${round}/${kind}/${sourceId ?? `${code}/${bookedOn.slice(0, 7)}`}`
}

/** Accounting reads one language: the words of the feed's documentation. */
const words: Record<JournalKind, string> = {
  labour: 'hours worked',
  expense: 'expense',
  'expense-tax': 'input tax of expense',
  vendor: 'vendor invoice',
  'vendor-tax': 'input tax of vendor invoice',
  revenue: 'revenue recognised',
  invoice: 'invoice',
  'invoice-tax': 'tax of invoice',
  payment: 'payment of invoice',
  'write-off': 'write-off of invoice',
  'write-off-tax': 'tax of write-off of invoice',
}
const refund = 'refund of invoice'
