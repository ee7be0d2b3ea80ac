import type { Tx } from '@countersign/db/connect'
import { taskLines } from '@countersign/db/tables/time'
import { and, eq, inArray } from 'drizzle-orm'
import { insertRows } from './insert-rows'
import { brokenConstraint, refused } from './result'

type TaskLines = { projectId: string; lines: readonly { taskId: string; contractLineId: string | null }[] }

/**
 * Says which contract line the hours of tasks are billed by; null for what the contract has no line of. Hours that are
 * not approved yet follow at once.
 */
export async function setTaskLines(tx: Tx, { projectId, lines }: TaskLines) {
  const known = await tx.select().from(taskLines).where(eq(taskLines.projectId, projectId))
  const lineOf = new Map(known.map(({ taskId, contractLineId }) => [taskId, contractLineId]))
  const changed = lines.filter(
    ({ taskId, contractLineId }) => (lineOf.get(taskId) ?? null) !== contractLineId,
  )
  const untied = changed.filter(({ contractLineId }) => contractLineId === null)
  const tied = changed.flatMap(({ taskId, contractLineId }) =>
    contractLineId === null ? [] : [{ projectId, taskId, contractLineId }],
  )
  try {
    await tx.transaction(async (inner) => {
      const taskIds = untied.map(({ taskId }) => taskId)
      await inner
        .delete(taskLines)
        .where(and(eq(taskLines.projectId, projectId), inArray(taskLines.taskId, taskIds)))
      await insertRows(inner, taskLines, tied, { replace: { on: ['taskId'], set: {} } })
    })
    return { ok: true as const, changed: changed.length }
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'task_lines_line') return refused('no-such-line')
    if (broken === 'task_lines_task') return refused('no-such-task')
    throw error
  }
}
