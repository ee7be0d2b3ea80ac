import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import {
  gateConditionClosures,
  gateConditions,
  gateDecisions,
  projectPhases,
} from '@countersign/db/tables/phases'
import { tasks } from '@countersign/db/tables/plan'
import { projectOrigins } from '@countersign/db/tables/templates'
import { gateCriterionStates, gateEvidenceStates, phaseStates } from '@countersign/db/views/gates'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { phaseStates as statesOf } from '@countersign/domain/governance/gate'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, isNull } from 'drizzle-orm'

/** A project's phases in their order: where each stands in the plan, what its gate asks for, what was decided last. */
export async function phasesOf(tx: Tx, projectId: string) {
  const [phases, criteria, evidence] = await Promise.all([
    tx
      .select({
        id: projectPhases.id,
        position: projectPhases.position,
        name: projectPhases.name,
        gateName: projectPhases.gateName,
        taskUid: projectPhases.taskUid,
        task: tasks.name,
        startsLocal: tasks.startsLocal,
        finishesLocal: tasks.finishesLocal,
        outcome: phaseStates.outcome,
        decidedAt: phaseStates.decidedAt,
      })
      .from(projectPhases)
      .innerJoin(phaseStates, eq(phaseStates.phaseId, projectPhases.id))
      .leftJoin(
        tasks,
        and(eq(tasks.projectId, projectPhases.projectId), eq(tasks.uid, projectPhases.taskUid)),
      )
      .where(eq(projectPhases.projectId, projectId))
      .orderBy(asc(projectPhases.position)),
    tx
      .select({ phaseId: gateCriterionStates.phaseId, isMet: gateCriterionStates.isMet })
      .from(gateCriterionStates)
      .where(eq(gateCriterionStates.projectId, projectId)),
    tx
      .select({ phaseId: gateEvidenceStates.phaseId, isMet: gateEvidenceStates.isMet })
      .from(gateEvidenceStates)
      .where(and(eq(gateEvidenceStates.projectId, projectId), eq(gateEvidenceStates.isRequired, true))),
  ])
  const states = statesOf(phases.map(({ outcome }) => outcome))
  return phases.map(({ startsLocal, finishesLocal, decidedAt, ...phase }, index) => {
    const asked = [...criteria, ...evidence].filter(({ phaseId }) => phaseId === phase.id)
    return {
      ...phase,
      state: states[index]!,
      planned:
        startsLocal && finishesLocal
          ? { from: startsLocal.slice(0, 10), to: finishesLocal.slice(0, 10) }
          : null,
      decidedAt: decidedAt?.toISOString() ?? null,
      asked: asked.length,
      met: asked.filter(({ isMet }) => isMet).length,
    }
  })
}

export type Phases = SerializeFrom<Awaited<ReturnType<typeof phasesOf>>>

/** What conditional goes still ask for, the next one due first. */
export async function openConditions(tx: Tx, projectId: string, today: LocalDate) {
  const rows = await tx
    .select({
      id: gateConditions.id,
      text: gateConditions.text,
      owner: staff.name,
      dueOn: gateConditions.dueOn,
      gate: projectPhases.gateName,
    })
    .from(gateConditions)
    .innerJoin(gateDecisions, eq(gateDecisions.id, gateConditions.gateDecisionId))
    .innerJoin(projectPhases, eq(projectPhases.id, gateDecisions.phaseId))
    .innerJoin(staff, eq(staff.id, gateConditions.ownerId))
    .leftJoin(gateConditionClosures, eq(gateConditionClosures.conditionId, gateConditions.id))
    .where(and(eq(gateConditions.projectId, projectId), isNull(gateConditionClosures.conditionId)))
    .orderBy(asc(gateConditions.dueOn), asc(gateConditions.position))
  return rows.map((row) => ({ ...row, isLate: row.dueOn < today }))
}

export type OpenConditions = SerializeFrom<Awaited<ReturnType<typeof openConditions>>>

/** Whether it is kept which template the project began with. */
export async function beganWithTemplate(tx: Tx, projectId: string): Promise<boolean> {
  return (await tx.$count(projectOrigins, eq(projectOrigins.projectId, projectId))) > 0
}
