import type { Tx } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, ne } from 'drizzle-orm'
import { projectHead } from '../project/queries.server'

/** A risk to be changed, or what a new one needs (`number` null); null where there is no such project or risk. */
export async function riskToWrite(tx: Tx, projectId: string, number: number | null) {
  const [project, [contract], owners, [risk]] = await Promise.all([
    projectHead(tx, projectId),
    tx.select({ currency: contracts.currency }).from(contracts).where(eq(contracts.projectId, projectId)),
    tx
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(and(eq(staff.isActive, true), ne(staff.role, 'vendor')))
      .orderBy(asc(staff.name)),
    number === null
      ? []
      : tx
          .select()
          .from(risks)
          .where(and(eq(risks.projectId, projectId), eq(risks.number, number))),
  ])
  if (!project || (number !== null && !risk)) return null
  return {
    currency: contract?.currency ?? 'EUR',
    owners,
    risk: risk ? { ...risk, impactMinor: String(risk.impactMinor) } : null,
  }
}

export type RiskToWrite = SerializeFrom<NonNullable<Awaited<ReturnType<typeof riskToWrite>>>>
