import type { Tx } from '@countersign/db/connect'
import { expenses } from '@countersign/db/tables/expenses'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** An expense that is to be corrected; null where there is none. */
export async function expenseToCorrect(tx: Tx, expenseId: string) {
  const [row] = await tx
    .select({
      id: expenses.id,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      person: staff.name,
      description: expenses.description,
      spentOn: expenses.spentOn,
      currency: expenses.currency,
      grossMinor: expenses.grossMinor,
      taxMinor: expenses.taxMinor,
      isBillable: expenses.isBillable,
      isCorrected: sql<boolean>`exists (select from expenses r where r.reverses = ${expenses.id})`,
    })
    .from(expenses)
    .innerJoin(projects, eq(projects.id, expenses.projectId))
    .innerJoin(staff, eq(staff.id, expenses.staffId))
    .where(eq(expenses.id, expenseId))
  if (!row) return null
  const { grossMinor, taxMinor, ...rest } = row
  return { ...rest, gross: moneyText(grossMinor, row.currency), tax: moneyText(taxMinor, row.currency) }
}
