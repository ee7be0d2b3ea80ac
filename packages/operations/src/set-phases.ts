import type { Tx } from '@countersign/db/connect'
import { gateCriteria, gateEvidence, projectPhases } from '@countersign/db/tables/phases'
import { tasks } from '@countersign/db/tables/plan'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { brokenConstraint, refused, undoneIfRefused } from './result'

export type PhaseWords = { name: string; gateName: string; taskUid: number | null }
/** `id` of a phase that is there already. */
type PhaseToSet = PhaseWords & { id: string | null }

/** Past every position of a list, while places are exchanged. */
const ASIDE = 1_000_000

/**
 * Sets a project's phases, in this order. What was decided stands: up to the phase that the project is in, the database
 * lets none be added, moved or taken away.
 */
export async function setPhases(tx: Tx, { projectId, phases }: { projectId: string; phases: PhaseToSet[] }) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  if (phases.length === 0) return refused('no-phases')
  if (!(await areOwnSummaries(tx, projectId, phases))) return refused('no-such-task')
  const known = await tx
    .select({ id: projectPhases.id, position: projectPhases.position })
    .from(projectPhases)
    .where(eq(projectPhases.projectId, projectId))
    .orderBy(asc(projectPhases.position))
  if (phases.some(({ id }) => id !== null && !known.some((each) => each.id === id)))
    return refused('no-such-phase')
  const gone = known.filter(({ id }) => !phases.some((phase) => phase.id === id)).map(({ id }) => id)
  return undoneIfRefused(tx, async (inner) => {
    try {
      await remove(inner, gone)
      await place(inner, projectId, phases, new Map(known.map(({ id, position }) => [id, position])))
      return { ok: true as const }
    } catch (error) {
      const broken = brokenConstraint(error)
      if (broken === 'phase_by_gate') return refused('decided-already')
      // What was found at its gate refers to it.
      if (broken === 'gate_criterion_results_criterion' || broken === 'gate_evidence_records_evidence')
        return refused('in-use')
      throw error
    }
  })
}

async function remove(tx: Tx, gone: string[]) {
  if (gone.length === 0) return
  await tx.delete(gateCriteria).where(inArray(gateCriteria.phaseId, gone))
  await tx.delete(gateEvidence).where(inArray(gateEvidence.phaseId, gone))
  await tx.delete(projectPhases).where(inArray(projectPhases.id, gone))
}

async function place(tx: Tx, projectId: string, phases: PhaseToSet[], positions: Map<string, number>) {
  const placed = phases.map((phase, index) => ({ ...phase, position: index + 1 }))
  const moved = placed.filter(({ id, position }) => id !== null && positions.get(id) !== position)
  // By way of places that nobody has: two that change places would meet.
  for (const shift of [ASIDE, 0])
    for (const { id, position } of moved)
      await tx
        .update(projectPhases)
        .set({ position: position + shift })
        .where(eq(projectPhases.id, id!))
  for (const { id, position, ...words } of placed) {
    if (id === null) await tx.insert(projectPhases).values({ projectId, position, ...words })
    else await tx.update(projectPhases).set(words).where(eq(projectPhases.id, id))
  }
}

async function areOwnSummaries(tx: Tx, projectId: string, phases: PhaseWords[]): Promise<boolean> {
  const asked = [...new Set(phases.flatMap(({ taskUid }) => (taskUid === null ? [] : [taskUid])))]
  if (asked.length === 0) return true
  const found = await tx
    .select({ uid: tasks.uid })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.isSummary, true), inArray(tasks.uid, asked)))
  return found.length === asked.length
}
