import { projectMargins as m } from '@countersign/db/views/margins'
import { sql, type SQL } from 'drizzle-orm'
import type { MarginColumn } from './columns'

/** Amounts in the project's currency. */
export const amounts = {
  value: sql`${m.valueMinor}`,
  earned: sql`${m.earnedMinor}`,
  invoiced: sql`${m.invoicedMinor}`,
  paid: sql`${m.paidMinor}`,
  unbilled: sql`${m.unbilledMinor}`,
  deferred: sql`${m.deferredMinor}`,
  cost: sql`${m.costMinor}`,
  margin: sql`${m.marginMinor}`,
  completionCost: sql`${m.completionCostMinor}`,
  completionMargin: sql`(${m.completionMinor} - ${m.completionCostMinor})`,
  writtenOff: sql`${m.writtenOffMinor}`,
} satisfies Partial<Record<MarginColumn, SQL>>
export type AmountColumn = keyof typeof amounts

export const minutes = {
  hours: sql`${m.workedMinutes}`,
  unapproved: sql`${m.unapprovedMinutes}`,
} satisfies Partial<Record<MarginColumn, SQL>>
export type MinutesColumn = keyof typeof minutes

/** Gross margins: what is left, of which revenue. What nobody estimated counts in neither. */
export const shares = {
  percent: { part: sql`${m.marginMinor}`, whole: sql`(${m.earnedMinor} - ${m.writtenOffMinor})` },
  soldPercent: {
    part: sql`(${m.soldMinor} - ${m.soldCostMinor})`,
    whole: sql`(case when ${m.soldCostMinor} is not null then ${m.soldMinor} end)`,
  },
  plannedPercent: {
    part: sql`(${m.valueMinor} - ${m.plannedCostMinor})`,
    whole: sql`(case when ${m.plannedCostMinor} is not null then ${m.valueMinor} end)`,
  },
  completionPercent: {
    part: sql`(${m.completionMinor} - ${m.completionCostMinor})`,
    whole: sql`${m.completionMinor}`,
  },
} satisfies Partial<Record<MarginColumn, { part: SQL; whole: SQL }>>
export type ShareColumn = keyof typeof shares

export const isAmount = (id: string): id is AmountColumn => Object.hasOwn(amounts, id)
export const isMinutes = (id: string): id is MinutesColumn => Object.hasOwn(minutes, id)
export const isShare = (id: string): id is ShareColumn => Object.hasOwn(shares, id)

/** In our currency, at the rate of the day: null where there is none, so that a sum of it says so. */
export const ours = (amount: SQL) =>
  sql`(case when ${m.currency} = ${m.ourCurrency} then ${amount} else round(${amount} * ${m.exchangeRate})::bigint end)`
/** A part of a whole in hundredths of a per cent; null of nothing. */
export const basisPoints = (part: SQL, whole: SQL) =>
  sql`(${part} * 10000 / nullif(greatest(${whole}, 0), 0))::bigint`
