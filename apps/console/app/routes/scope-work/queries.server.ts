import type { Tx } from '@countersign/db/connect'
import { changeRequests } from '@countersign/db/tables/contract-lines'
import { contracts } from '@countersign/db/tables/contract'
import { outOfScopeWork } from '@countersign/db/tables/margins'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { moneyEntries } from '@countersign/db/views/margins'
import { and, asc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** Work outside the scope, what it cost and what it would have brought; and the change requests that could take it. */
export async function scopeWork(tx: Tx, projectId: string) {
  const [[contract], rows, changes] = await Promise.all([
    tx.select({ currency: contracts.currency }).from(contracts).where(eq(contracts.projectId, projectId)),
    tx
      .select({
        id: outOfScopeWork.timeEntryId,
        on: moneyEntries.bookedOn,
        task: tasks.name,
        who: moneyEntries.who,
        note: moneyEntries.what,
        minutes: moneyEntries.minutes,
        costMinor: moneyEntries.costMinor,
        billMinor: moneyEntries.billMinor,
        outcome: outOfScopeWork.outcome,
        reason: outOfScopeWork.reason,
        settledBy: staff.name,
        changeNumber: changeRequests.number,
        changeTitle: changeRequests.title,
      })
      .from(outOfScopeWork)
      .innerJoin(
        moneyEntries,
        and(
          eq(moneyEntries.id, outOfScopeWork.timeEntryId),
          eq(moneyEntries.projectId, outOfScopeWork.projectId),
        ),
      )
      .leftJoin(tasks, eq(tasks.id, moneyEntries.taskId))
      .leftJoin(staff, eq(staff.id, outOfScopeWork.settledBy))
      .leftJoin(changeRequests, eq(changeRequests.id, outOfScopeWork.changeRequestId))
      .where(eq(outOfScopeWork.projectId, projectId))
      .orderBy(sql`${outOfScopeWork.outcome} is not null`, asc(moneyEntries.bookedOn)),
    tx.execute(sql`select change_request_id as id, number, title from app.change_request_states
      where project_id = ${projectId} and state in ('proposed', 'approved') order by number`) as unknown as Promise<
      { id: string; number: number; title: string }[]
    >,
  ])
  const currency = contract?.currency ?? 'EUR'
  const money = (minor: bigint) => moneyText(minor, currency)
  const open = rows.filter(({ outcome }) => outcome === null)
  const sum = (of: (row: (typeof rows)[number]) => bigint) => open.reduce((all, row) => all + of(row), 0n)
  return {
    changes: changes.map(({ id, number, title }) => ({ id, number, title })),
    open: {
      minutes: open.reduce((all, { minutes }) => all + minutes, 0),
      cost: money(sum(({ costMinor }) => costMinor ?? 0n)),
      revenue: money(sum(({ billMinor }) => billMinor ?? 0n)),
    },
    rows: rows.map(({ costMinor, billMinor, ...row }) => ({
      ...row,
      cost: costMinor === null ? null : money(costMinor),
      revenue: billMinor === null ? null : money(billMinor),
    })),
  }
}
