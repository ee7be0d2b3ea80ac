import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria, billingMilestoneReleases, deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { submissions } from '@countersign/db/tables/delivery'
import { and, count, eq, gt, max, sql } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'

type DeliverableDefinition = {
  projectId: string
  /** Left out for a new one. */
  deliverableId?: string
  name: string
  description: string
  dueTaskUid: number | null
  /** Accepted once where it is left out. */
  acceptance?: 'once' | 'provisional-and-final'
  criteria: { statement: string; howChecked: string; evidenceWanted?: string; weight?: number }[]
}

/** Writes down what is delivered and what it has to satisfy. Once a version was submitted, it stands. */
export async function defineDeliverable(
  tx: Tx,
  { projectId, deliverableId, criteria, ...definition }: DeliverableDefinition,
) {
  // Two new ones at once would take the same position.
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  if (criteria.length === 0) return refused('no-criteria')
  if (definition.dueTaskUid !== null && !(await taskExists(tx, projectId, definition.dueTaskUid)))
    return refused('no-such-task')
  const id = deliverableId
    ? await redefine(tx, projectId, deliverableId, definition)
    : await add(tx, projectId, definition)
  if (id === 'already-submitted' || id === 'no-such-deliverable' || id === 'final-releases')
    return refused(id)
  await writeCriteria(tx, { projectId, deliverableId: id }, criteria)
  return { ok: true as const, deliverableId: id }
}

type Written = Pick<DeliverableDefinition, 'name' | 'description' | 'dueTaskUid' | 'acceptance'>

async function add(tx: Tx, projectId: string, definition: Written): Promise<string> {
  const [last] = await tx
    .select({ position: max(deliverables.position) })
    .from(deliverables)
    .where(eq(deliverables.projectId, projectId))
  const position = (last?.position ?? 0) + 1
  const [row] = await tx
    .insert(deliverables)
    .values({ projectId, code: `D${position}`, kind: 'result', position, ...definition })
    .returning({ id: deliverables.id })
  return row!.id
}

async function redefine(tx: Tx, projectId: string, deliverableId: string, definition: Written) {
  const which = and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))
  const [row] = await tx.select({ id: deliverables.id }).from(deliverables).where(which).for('update')
  if (!row) return 'no-such-deliverable' as const
  const [submitted] = await tx
    .select({ count: count() })
    .from(submissions)
    .where(eq(submissions.deliverableId, deliverableId))
  if (submitted!.count > 0) return 'already-submitted' as const
  if (definition.acceptance === 'once' && (await isAwaitedFinally(tx, deliverableId)))
    return 'final-releases' as const
  await tx.update(deliverables).set(definition).where(which)
  return row.id
}

/** Whether a billing milestone waits for the final acceptance, which a deliverable that is accepted once has not. */
async function isAwaitedFinally(tx: Tx, deliverableId: string): Promise<boolean> {
  const found = await tx
    .select({ id: billingMilestoneReleases.billingMilestoneId })
    .from(billingMilestoneReleases)
    .where(
      and(
        eq(billingMilestoneReleases.deliverableId, deliverableId),
        eq(billingMilestoneReleases.stage, 'final'),
      ),
    )
    .limit(1)
  return found.length > 0
}

/** A criterion keeps its identity by its place. */
async function writeCriteria(
  tx: Tx,
  of: { projectId: string; deliverableId: string },
  criteria: DeliverableDefinition['criteria'],
) {
  const { deliverableId, position } = acceptanceCriteria
  await tx
    .delete(acceptanceCriteria)
    .where(and(eq(deliverableId, of.deliverableId), gt(position, criteria.length)))
  await tx
    .insert(acceptanceCriteria)
    .values(
      criteria.map((criterion, index) => ({
        evidenceWanted: '',
        weight: 1,
        ...of,
        position: index + 1,
        ...criterion,
      })),
    )
    .onConflictDoUpdate({
      target: [deliverableId, position],
      set: {
        statement: sql`excluded.statement`,
        howChecked: sql`excluded.how_checked`,
        evidenceWanted: sql`excluded.evidence_wanted`,
        weight: sql`excluded.weight`,
      },
    })
}

async function taskExists(tx: Tx, projectId: string, uid: number) {
  const which = and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))
  return (await tx.select({ id: tasks.id }).from(tasks).where(which)).length > 0
}
