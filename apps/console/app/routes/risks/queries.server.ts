import type { Tx } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sumMinor } from '@countersign/domain/money'
import { expectedMinor } from '@countersign/domain/risk'
import { budgetPositions } from '@countersign/operations/budget-positions'
import type { SerializeFrom } from '@remix-run/node'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** A project's risks, and how far the contingency that is left covers the open threats. */
export async function riskRegister(tx: Tx, projectId: string, today: LocalDate) {
  const [[contract], rows, positions] = await Promise.all([
    tx.select({ currency: contracts.currency }).from(contracts).where(eq(contracts.projectId, projectId)),
    tx
      .select({
        number: risks.number,
        kind: risks.kind,
        title: risks.title,
        response: risks.response,
        owner: staff.name,
        probabilityPercent: risks.probabilityPercent,
        impactMinor: risks.impactMinor,
        reviewOn: risks.reviewOn,
        state: risks.state,
      })
      .from(risks)
      .innerJoin(staff, eq(staff.id, risks.ownerId))
      .where(eq(risks.projectId, projectId))
      .orderBy(
        desc(eq(risks.state, 'open')),
        desc(sql`${risks.impactMinor} * ${risks.probabilityPercent}`),
        asc(risks.number),
      )
      .limit(1000),
    budgetPositions(tx, projectId),
  ])
  const currency = contract?.currency ?? 'EUR'
  const money = (minor: bigint) => moneyText(minor, currency)
  const open = rows.filter(({ state }) => state === 'open')
  const expectedOf = (kind: 'threat' | 'opportunity') =>
    money(sumMinor(open.filter((each) => each.kind === kind).map(expectedMinor)))
  const contingency = positions.filter(({ costType }) => costType === 'contingency')
  return {
    hasContract: contract !== undefined,
    rows: rows.map(({ impactMinor, ...row }) => ({
      ...row,
      impact: money(impactMinor),
      expected: money(expectedMinor({ ...row, impactMinor })),
      isDue: row.state === 'open' && row.reviewOn !== null && row.reviewOn <= today,
    })),
    expected: { threat: expectedOf('threat'), opportunity: expectedOf('opportunity') },
    contingency: contingency.length > 0 ? money(sumMinor(contingency.map((each) => each.budgetMinor))) : null,
  }
}

export type RiskRegister = SerializeFrom<Awaited<ReturnType<typeof riskRegister>>>
