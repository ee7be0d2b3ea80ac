import type { LocalDate } from './calendar-day'
import { sumMinor } from './money'

/** What a project's money came to, net of tax but for what was paid. Minor units as decimal text. */
export type MonthSums = {
  minutes: number
  labourMinor: string
  expenseMinor: string
  vendorMinor: string
  costMinor: string
  recognisedMinor: string
  invoicedMinor: string
  paidMinor: string
  writtenOffMinor: string
  /** Recognised less written off less cost. */
  marginMinor: string
}

/** Of one contract line, to the end of the month: recognised = invoiced + unbilled − deferred. */
export type LineFigures = {
  contractLineId: string
  name: string
  method: string
  /** Of the period alone. */
  recognisedMinor: string
  recognisedToDateMinor: string
  invoicedToDateMinor: string
  unbilledMinor: string
  deferredMinor: string
  /** Cost of work whose revenue is not recognised yet. */
  wipMinor: string
}

/** A project's month as it was when it was closed. The period begins after the month closed before. */
export type MonthFigures = {
  project: { id: string; code: string; name: string; customer: string }
  currency: string
  /** Null for the first month that was closed: it holds all that came before. */
  fromOn: LocalDate | null
  toOn: LocalDate
  period: MonthSums
  toDate: MonthSums
  balance: { unbilledMinor: string; deferredMinor: string; wipMinor: string; receivableMinor: string }
  lines: LineFigures[]
}

type Amounts = Record<
  'labour' | 'expense' | 'vendor' | 'recognised' | 'invoiced' | 'paid' | 'writtenOff',
  bigint
>

export function monthSums(minutes: number, amounts: Amounts): MonthSums {
  const { labour, expense, vendor, recognised, invoiced, paid, writtenOff } = amounts
  const cost = labour + expense + vendor
  return {
    minutes,
    labourMinor: String(labour),
    expenseMinor: String(expense),
    vendorMinor: String(vendor),
    costMinor: String(cost),
    recognisedMinor: String(recognised),
    invoicedMinor: String(invoiced),
    paidMinor: String(paid),
    writtenOffMinor: String(writtenOff),
    marginMinor: String(recognised - writtenOff - cost),
  }
}

export function balanceOf(lines: LineFigures[], receivableMinor: bigint): MonthFigures['balance'] {
  const sum = (of: 'unbilledMinor' | 'deferredMinor' | 'wipMinor') =>
    String(sumMinor(lines.map((line) => BigInt(line[of]))))
  return {
    unbilledMinor: sum('unbilledMinor'),
    deferredMinor: sum('deferredMinor'),
    wipMinor: sum('wipMinor'),
    receivableMinor: String(receivableMinor),
  }
}
