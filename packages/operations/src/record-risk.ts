import type { Tx } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import { staff } from '@countersign/db/tables/people'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { whyNotARisk, type RiskKind, type RiskState } from '@countersign/domain/risk'
import { and, eq, sql } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'

export type RiskWords = {
  title: string
  response: string
  ownerId: string
  probabilityPercent: number
  /** In minor units of the contract's currency, whatever the kind. */
  impactMinor: bigint
  reviewOn: LocalDate | null
}

/** Puts a risk in the register, under the next number. */
export async function recordRisk(
  tx: Tx,
  { projectId, ...risk }: RiskWords & { projectId: string; kind: RiskKind },
) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const why = await whyNotKept(tx, { ...risk, state: 'open' }, null)
  if (why) return refused(why)
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${risks.number}), 0)::integer` })
    .from(risks)
    .where(eq(risks.projectId, projectId))
  const number = last!.number + 1
  await tx.insert(risks).values({ projectId, number, ...risk })
  return { ok: true as const, number }
}

/** What the register does not take, of a new risk and of a changed one. */
export async function whyNotKept(tx: Tx, risk: RiskWords & { state: RiskState }, before: RiskState | null) {
  const why = whyNotARisk(risk, before)
  if (why) return why
  const owner = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, risk.ownerId), eq(staff.isActive, true)))
  return owner.length === 0 ? 'no-such-owner' : null
}
