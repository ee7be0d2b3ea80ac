import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { billRates, costRates, exchangeRates } from '@countersign/db/tables/rates'
import type { RateKind } from '@countersign/operations/remove-rate'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { projectName } from '../time/queries.server'

type Rate = {
  what: string
  hour: MoneyText | null
  factor: string
  fromOn: LocalDate
  toOn: LocalDate | null
}

/** A rate of any of the three kinds, as the page that removes it names it. */
export async function rateOf(tx: Tx, kind: RateKind, id: string): Promise<Rate | null> {
  if (kind === 'exchange') {
    const [rate] = await tx.select().from(exchangeRates).where(eq(exchangeRates.id, id))
    if (!rate) return null
    const { fromCurrency, toCurrency, fromOn } = rate
    return { what: `${fromCurrency}/${toCurrency}`, hour: null, factor: rate.rate, fromOn, toOn: null }
  }
  const [row] =
    kind === 'cost'
      ? await tx
          .select({
            what: sql<string>`coalesce(${staff.name}, ${costRates.jobRole})`,
            currency: costRates.currency,
            hourMinor: costRates.hourMinor,
            fromOn: costRates.fromOn,
            toOn: costRates.toOn,
          })
          .from(costRates)
          .leftJoin(staff, eq(staff.id, costRates.staffId))
          .where(eq(costRates.id, id))
      : await tx
          .select({
            what: sql<string>`${billRates.jobRole} || ', ' || ${projectName}`,
            currency: contracts.currency,
            hourMinor: billRates.hourMinor,
            fromOn: billRates.fromOn,
            toOn: billRates.toOn,
          })
          .from(billRates)
          .innerJoin(projects, eq(projects.id, billRates.projectId))
          .innerJoin(contracts, eq(contracts.projectId, billRates.projectId))
          .where(eq(billRates.id, id))
  if (!row) return null
  const { currency, hourMinor, ...rate } = row
  return { ...rate, hour: moneyText(hourMinor, currency), factor: '' }
}
