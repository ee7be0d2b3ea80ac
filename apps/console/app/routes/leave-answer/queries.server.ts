import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { leaves } from '@countersign/db/tables/people-capacity'
import { demandsOf } from '@countersign/operations/loads-of'
import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { stateOfLeave } from '../leave/queries.server'

const answerer = alias(staff, 'answerer')

/** One leave: the own, or of somebody who reports to the reader. With what it meets, where the reader sees that. */
export async function oneLeave(tx: Tx, reader: StaffActor, leaveId: string) {
  const [leave] = await tx
    .select({
      id: leaves.id,
      staffId: leaves.staffId,
      who: staff.name,
      kind: leaves.kind,
      fromOn: leaves.fromOn,
      toOn: leaves.toOn,
      isHalfDay: leaves.isHalfDay,
      note: leaves.note,
      askedAt: leaves.askedAt,
      reason: leaves.reason,
      answeredBy: answerer.name,
      state: stateOfLeave,
    })
    .from(leaves)
    .innerJoin(staff, eq(staff.id, leaves.staffId))
    .leftJoin(answerer, eq(answerer.id, leaves.decidedBy))
    .where(eq(leaves.id, leaveId))
  if (!leave) return null
  const seesDemands = reader.role !== 'administrator'
  const { bookings, work } = seesDemands
    ? await demandsOf(tx, [leave.staffId], { from: leave.fromOn, to: leave.toOn })
    : { bookings: [], work: [] }
  const meets = [
    ...bookings.map(({ id, code, project, fromOn, toOn }) => ({
      key: id,
      what: `${code} ${project}`,
      fromOn,
      toOn,
    })),
    ...work
      .filter(({ percentComplete }) => percentComplete < 100)
      .map(({ projectId, taskUid, code, project, task, startsLocal, finishesLocal }) => ({
        key: `${projectId} ${taskUid}`,
        what: task ? `${code} ${project}: ${task}` : `${code} ${project}`,
        fromOn: startsLocal.slice(0, 10),
        toOn: finishesLocal.slice(0, 10),
      })),
  ]
  return { leave, meets, isMine: leave.staffId === reader.staffId }
}
